// What the tables of docs/validation.md come to, when all others have been written.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>

#include "tests/validation/page.hpp"

using namespace trainyard::theory;

TEST_CASE("every case of the page holds", "[.validate]") {
    const Told all = told();
    const std::string words = fmt::format(
        "**{} of {} cases hold.** {} of them are exact and cannot fail by chance. The chances of the other "
        "{} add up "
        "to {:.2f} %: were everything right, at most so many suites of other seeds would show a failure.",
        all.held, all.cases, all.exact, all.cases - all.exact, all.chances * 100);
    std::cout << words << std::endl;
    tell_words("summary", words);
    CHECK(all.cases > 100);
    CHECK(all.held == all.cases);
    CHECK(all.chances < 0.05);
}
