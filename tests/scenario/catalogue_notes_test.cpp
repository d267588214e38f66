#include "sim/scenario/catalogue_notes.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("a head's notes begin with their keys or a tag, and end with the next, an empty line or the head") {
    const auto notes = head_notes("some",
                                  "# What this is.\n"
                                  "#\n"
                                  "# `boot`: fast\n"
                                  "#   or slow\n"
                                  "# `life`, `resale`: years\n"
                                  "# [a] a source\n"
                                  "#\n"
                                  "# The end.\n"
                                  "gpus: {}\n"
                                  "# `late`: not of the head\n");
    REQUIRE(notes.size() == 3);
    CHECK(notes[0].file == "some");
    CHECK(notes[0].keys == std::vector<std::string>{"boot"});
    CHECK(notes[0].text == "# `boot`: fast\n#   or slow\n");
    CHECK(notes[1].keys == std::vector<std::string>{"life", "resale"});
    CHECK(notes[2].keys == std::vector<std::string>{"[a]"});
    CHECK(notes[2].text == "# [a] a source\n");
}

TEST_CASE("text that only looks like the beginning of a note is none") {
    CHECK(head_notes("f", "").empty());
    CHECK(head_notes("f", "# [open\n# `open\n#\n#`a`: no blank\n# a `b`: within\n").empty());
}

TEST_CASE("a note is about an entry that has its key or cites its tag") {
    const CatalogueNote power{"f", {"power", "idle"}, ""};
    CHECK(is_about(power, "    power: {busy: 1 W}\n"));
    CHECK(is_about(power, "    x: {idle: 1 W}\n"));
    CHECK_FALSE(is_about(power, "    horsepower: 2\n    power_supply: 3\n"));
    CHECK(is_about({"f", {"[a]"}, ""}, "  # [a] 3\n"));
    CHECK_FALSE(is_about({"f", {"[a]"}, ""}, "  # [ab] a: 3\n"));
}
