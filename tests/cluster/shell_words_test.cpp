#include "analysis/cluster/shell_words.hpp"

#include <catch2/catch.hpp>

#include "analysis/cluster/other_program.hpp"
#include "sim/core/printable.hpp"

using namespace trainyard;

namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text) {
    const auto words = shell_words(text);
    return std::holds_alternative<Words>(words) ? std::get<Words>(words)
                                                : Words{"refused", std::get<Refusal>(words).text};
}

}  // namespace

TEST_CASE("Words are split as a shell splits them") {
    CHECK(split("") == Words{});
    CHECK(split("  --time=1:00:00 \t-p  gpu\n") == Words{"--time=1:00:00", "-p", "gpu"});
    CHECK(split("--comment='two words' \"it's\"") == Words{"--comment=two words", "it's"});
    CHECK(split("a\\ b 'c\\d' \"e\\\"f\\g\"") == Words{"a b", "c\\d", "e\"f\\g"});
    CHECK(split("'' \"\"") == Words{"", ""});
}

TEST_CASE("Nothing is expanded") {
    CHECK(split("$HOME `id` $(id) * ~ a;b") == Words{"$HOME", "`id`", "$(id)", "*", "~", "a;b"});
}

TEST_CASE("An open quote is refused") {
    CHECK(split("--comment='two words") == Words{"refused", "there is no second '"});
    CHECK(split("a \"b") == Words{"refused", "there is no second \""});
    CHECK(split("a \\") == Words{"refused", "there is nothing after the last \\"});
}

TEST_CASE("Harmless words stay bare") {
    CHECK(shell_quoted(Words{"sweep", "a/b-1.yaml", "--jobs", "4"}) == "sweep a/b-1.yaml --jobs 4");
    CHECK(shell_quoted("x=1") == "'x=1'");
    CHECK(shell_quoted("") == "''");
}

TEST_CASE("A shell reads back every word that was quoted, and so does shell_words") {
    const Words words{"it's",     "a b", "$(touch /x)", "`id`",        "\"",    "\\",        "*",
                      "~",        "x=1", "#SBATCH",     "line\nbreak", "-n",    "Zürich 日", "a'b'c''",
                      "!history", "\t",  "$HOME",       ";&|<>",       "{a,b}", "[a-z]?",    ""};
    CHECK(split(shell_quoted(words)) == words);
    const auto end =
        run_program({"sh", "-c", "printf '%s\\036' " + shell_quoted(words)}, std::chrono::seconds{30});
    std::string expected;
    for (const std::string& word : words) {
        expected += word + "\036";
    }
    CHECK(std::get<ProgramEnd>(end).out == expected);
}

TEST_CASE("Words that would draw on a terminal are written in plain text, and bash reads them back") {
    const Words words{"\x1b[31mit's\\x",
                      "\xC2\x9B"
                      "31m",
                      "a\xFF\n", "\xE2\x80\xAE!", "\r$(id)"};
    const std::string quoted = shell_quoted(words);
    CHECK(is_plain_text(quoted));
    const auto end = run_program({"bash", "-c", "printf '%s\\036' " + quoted}, std::chrono::seconds{30});
    std::string expected;
    for (const std::string& word : words) {
        expected += word + "\036";
    }
    CHECK(std::get<ProgramEnd>(end).out == expected);
}
