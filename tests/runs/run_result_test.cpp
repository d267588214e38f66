#include "analysis/runs/run_result.hpp"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;

namespace {

RunResult sample() {
    RunResult result =
        fixture::result({{"a", 0.1}, {"b", {}}, {"c", std::numeric_limits<double>::denorm_min()}});
    result.warnings = {"two\nlines", ""};
    result.job_rows = std::string{"row\0with zero\n", 14};
    result.ledger_rows = "ledger";
    result.timeline = "events";
    result.cash_by_month_usd = {100.5, -0.25};
    return result;
}

}  // namespace

TEST_CASE("a result comes back exactly as it went") {
    const RunResult back = decode(encode(sample()));
    CHECK(back.metric("a") == 0.1);
    CHECK(back.metric("b") == std::nullopt);
    CHECK(back.metric("c") == std::numeric_limits<double>::denorm_min());
    CHECK(back.metric("d") == std::nullopt);
    CHECK(back.metrics[1].name == "b");
    CHECK(back.digest == sample().digest);
    CHECK(back.warnings == sample().warnings);
    CHECK(back.job_rows == sample().job_rows);
    CHECK(back.ledger_rows == "ledger");
    CHECK(back.timeline == "events");
    CHECK(back.cash_by_month_usd == std::vector<double>{100.5, -0.25});
}

TEST_CASE("a result that was cut anywhere, or has something behind it, is damaged") {
    const std::string whole = encode(sample());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        CHECK_THROWS_AS(decode(whole.substr(0, length)), DamagedResult);
    }
    CHECK_THROWS_AS(decode(whole + "x"), DamagedResult);
    std::string damaged = whole;
    damaged.back() = static_cast<char>(damaged.back() ^ 1);
    CHECK_THROWS_AS(decode(damaged), DamagedResult);
}
