#include "sim/scenario/catalogue.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>
#include <set>

#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

// The catalogue of a folder of one's own, by way of the environment.
class Elsewhere {
public:
    explicit Elsewhere(const Folder& folder) {
        ::setenv("TRAINYARD_SCENARIOS", folder.path().string().c_str(), 1);
    }
    ~Elsewhere() { ::unsetenv("TRAINYARD_SCENARIOS"); }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;
};

const CatalogueEntry& named(const Catalogue& catalogue, const std::string& name) {
    const auto found = std::find_if(catalogue.entries.begin(), catalogue.entries.end(),
                                    [&name](const CatalogueEntry& entry) { return entry.name == name; });
    REQUIRE(found != catalogue.entries.end());
    return *found;
}

}  // namespace

TEST_CASE("every entry of the catalogue says where it is from and of when") {
    const Catalogue catalogue = read_catalogue();
    CHECK(catalogue.errors.empty());
    CHECK(catalogue.entries.size() > 60);
    std::set<std::string> names;
    const std::regex date{R"((19|20)\d\d(-[01]\d(-[0-3]\d)?)?)"};
    for (const CatalogueEntry& entry : catalogue.entries) {
        CAPTURE(entry.file, entry.section, entry.name);
        CHECK(names.insert(entry.section.substr(0, 5) + entry.name).second);
        CHECK_FALSE(entry.source.empty());
        CHECK(std::regex_match(entry.as_of, date));
        CHECK_FALSE(entry.figures.empty());
    }
}

TEST_CASE("an entry is its lines and the comment right above it, no more") {
    const Folder folder;
    folder.write("catalogue/two.yaml",
                 "# The file's own comment.\n"
                 "trainyard: 1\n"
                 "\n"
                 "fleet:\n"
                 "  rigs:\n"
                 "    # --- A heading\n"
                 "\n"
                 "    # Cheap.\n"
                 "    # source: a shop\n"
                 "    #   round the corner\n"
                 "    # as_of: 2026-01\n"
                 "    one:\n"
                 "      gpu: b   # older\n"
                 "      price: {gpus: 1000 USD, rest: 250.5 USD}\n"
                 "      power: {busy: 1 kW, idle: 1 W, electricity: 0.1 USD/kWh}\n"
                 "    # Dear.\n"
                 "    two: {gpu: b, gpus: 2, price: 9 USD}\n"
                 "  on_demand:\n"
                 "    three: {gpu: a, price: 2 USD/h, source: \"a page\", as_of: 2026-02-03}\n");
    folder.write("catalogue/more.yaml", "gpus:\n  b: {memory: 8 GB, speed: 0.5}\n");
    const Elsewhere elsewhere{folder};
    const Catalogue catalogue = read_catalogue();
    REQUIRE(catalogue.entries.size() == 4);
    CHECK(catalogue.entries[0].section == "gpus");
    CHECK(catalogue.entries[0].file == "more");
    CHECK(catalogue.entries[0].figures == "8 GB, speed 0.5");
    const CatalogueEntry& one = named(catalogue, "one");
    CHECK(one.source == "a shop round the corner");
    CHECK(one.as_of == "2026-01");
    CHECK(one.figures == "1 b, 1250.5 USD, 1 kW, 0.1 USD/kWh");
    CHECK(one.text ==
          "    # Cheap.\n"
          "    # source: a shop\n"
          "    #   round the corner\n"
          "    # as_of: 2026-01\n"
          "    one:\n"
          "      gpu: b   # older\n"
          "      price: {gpus: 1000 USD, rest: 250.5 USD}\n"
          "      power: {busy: 1 kW, idle: 1 W, electricity: 0.1 USD/kWh}\n");
    CHECK(named(catalogue, "two").text == "    # Dear.\n    two: {gpu: b, gpus: 2, price: 9 USD}\n");
    CHECK(named(catalogue, "two").source.empty());
    CHECK(one.heading == "A heading");
    CHECK(named(catalogue, "two").heading == "A heading");
    CHECK(named(catalogue, "three").heading.empty());
    const CatalogueEntry& three = named(catalogue, "three");
    CHECK(three.source == "a page");
    CHECK(three.as_of == "2026-02-03");
    CHECK(three.figures == "1 a, 2 USD/h");
}

TEST_CASE("a catalogue file that is no YAML is told with its place") {
    const Folder folder;
    folder.write("catalogue/bad.yaml", "gpus: {a: [}\n");
    const Elsewhere elsewhere{folder};
    const Catalogue catalogue = read_catalogue();
    CHECK(catalogue.entries.empty());
    REQUIRE(catalogue.errors.size() == 1);
    CHECK(catalogue.errors[0].line == 1);
}
