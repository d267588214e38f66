#include "analysis/compare/payback.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

// Cash of so much at first and then so much a month.
CashByMonth cash(double first, double monthly, int months) {
    CashByMonth result;
    for (int i = 0; i < months; ++i) {
        result.push_back(first + monthly * (i + 1));
    }
    return result;
}

std::string text(const std::vector<CashByMonth>& own, const std::vector<CashByMonth>& rent) {
    const auto found = payback(own, rent);
    REQUIRE(found);
    return payback_text(*found, found->baseline_pays_first ? "own" : "rent",
                        found->baseline_pays_first ? "rent" : "own", found->baseline_pays_first);
}

}  // namespace

TEST_CASE("rigs have paid for themselves in the month in which the cash crosses") {
    // 1000 + 100 m <= 225 m from m = 8 on.
    CHECK(text({cash(1000, 100, 12)}, {cash(0, 225, 12)}) ==
          "own: the rigs have paid for themselves against rent in month 8.");
    CHECK(text({cash(1000, 100, 12)}, {cash(0, 150, 12)}) ==
          "own: the rigs have not paid for themselves against rent within the horizon.");
}

TEST_CASE("the one that pays first may be the other") {
    const auto found = payback({cash(0, 225, 12)}, {cash(1000, 100, 12)});
    REQUIRE(found);
    CHECK_FALSE(found->baseline_pays_first);
    CHECK(found->month == 8U);
    CHECK(payback_text(*found, "rent", "own", false) == "rent has paid for itself against own in month 8.");
}

TEST_CASE("a crossing that does not last is none yet") {
    // Ahead again in the fourth month, for the last time.
    CHECK(payback({{100, 100, 100, 150, 150, 150}}, {{0, 60, 110, 120, 160, 170}})->month == 5U);
}

TEST_CASE("over replications the median month has an interval of order statistics") {
    std::vector<CashByMonth> own;
    std::vector<CashByMonth> rent;
    for (int i = 0; i < 10; ++i) {  // 200 m >= 1000 + 100 (i mod 5): months 5, 6, 6, 7, 7, twice each
        own.push_back(cash(1000 + 100 * (i % 5), 0, 12));
        rent.push_back(cash(0, 200, 12));
    }
    const auto found = payback(own, rent);
    REQUIRE(found);
    CHECK(found->replications == 10);
    CHECK(found->share_within == 1);
    CHECK(found->month == 6U);
    CHECK(found->range->low == 5U);
    CHECK(found->range->high == 7U);
    CHECK(text(own, rent) == "own: the rigs have paid for themselves against rent in month 6 (5–7).");
}

TEST_CASE("replications in which it does not come within the horizon are told") {
    std::vector<CashByMonth> own(10, cash(1000, 0, 12));
    std::vector<CashByMonth> rent(10, cash(0, 200, 12));
    for (std::size_t i = 0; i < 3; ++i) {
        rent[i] = cash(0, 50, 12);
    }
    CHECK(text(own, rent) ==
          "own: the rigs have paid for themselves against rent in month 5 (5 – not within the horizon); "
          "within the horizon in 70 % of the replications.");
    for (std::size_t i = 0; i < 6; ++i) {
        rent[i] = cash(0, 50, 12);
    }
    CHECK(text(own, rent) ==
          "own: the rigs have paid for themselves against rent within the horizon in 40 % of the "
          "replications only.");
}

TEST_CASE("a run that ends earlier pays nothing more, and failed ones do not count") {
    CHECK(payback({{1000, 1000}}, {{0, 500, 900, 1000}})->month == 4U);
    CHECK(payback({{}, {1000, 1000}}, {{0, 1}, {0, 2000}})->replications == 1);
    CHECK_FALSE(payback({{}}, {{1, 2}}));
    CHECK_FALSE(payback({}, {}));
    CHECK_FALSE(payback({{1, 2, 3}}, {{1, 2, 3}}));
}
