#include "sim/scenario/units.hpp"

#include <catch2/catch.hpp>

#include "sim/scenario/decimal.hpp"

using namespace trainyard;

namespace {

double base(const char* text, Quantity quantity) {
    const Measure measure = read_measure(text, quantity);
    INFO(text << ": " << measure.problem);
    REQUIRE(measure.problem.empty());
    return measure.value();
}

std::string problem(const char* text, Quantity quantity) { return read_measure(text, quantity).problem; }

}  // namespace

TEST_CASE("units convert to base units, blanks or not") {
    CHECK(base("30 min", Quantity::duration) == 1800);
    CHECK(base("30min", Quantity::duration) == 1800);
    CHECK(base("1 month", Quantity::duration) == 730 * 3600);
    CHECK(base("1 year", Quantity::duration) == 8760 * 3600);
    CHECK(base("24 GB", Quantity::bytes) == 24e9);
    CHECK(base("1 GiB", Quantity::bytes) == 1073741824);
    CHECK(base("8 Gbps", Quantity::bandwidth) == 1e9);
    CHECK(base("7 %", Quantity::share) == 0.07);
    CHECK(base("6 / week", Quantity::rate) == 6.0 / 604800);
    CHECK(base("1.05 kW", Quantity::power) == 1050);
    CHECK(base("8 gpu-h", Quantity::gpu_time) == 28800);
    CHECK(base("1e3 s", Quantity::duration) == 1000);
}

TEST_CASE("dollars stand before or behind the number") {
    CHECK(base("$2.49", Quantity::money) == 2.49);
    CHECK(base("2.49 USD", Quantity::money) == 2.49);
    CHECK(base("$2.49 / gpu-h", Quantity::machine_price) == base("2.49 USD/gpu-h", Quantity::machine_price));
    CHECK(read_measure("19.92 USD/h", Quantity::machine_price).unit->per == 3600);
    CHECK(base("-$3", Quantity::money) == -3);
}

TEST_CASE("only decimal numbers are numbers") {
    for (const char* text : {"0123 s", "0x10 s", ".inf s", "-.inf", ".nan", "20_000 s", "1,000 s", "1.5.2 s",
                             ".5 s", "5. s", "+5 s", "1e999 s", "1e-999 s", "s", "", "NaN", "inf"}) {
        INFO(text);
        CHECK_FALSE(problem(text, Quantity::duration).empty());
    }
}

TEST_CASE("a wrong unit is named for what it is") {
    CHECK(problem("30", Quantity::duration).find("has no unit") != std::string::npos);
    CHECK(problem("3 hours", Quantity::duration).find("did you mean `h`?") != std::string::npos);
    CHECK(problem("3 gb", Quantity::bytes).find("did you mean `GB`?") != std::string::npos);
    CHECK(problem("3 GB", Quantity::duration).find("found a size") != std::string::npos);
    CHECK(problem("2 USD", Quantity::machine_price).find("found an amount of money") != std::string::npos);
    CHECK(problem("5 GPUs", Quantity::whole).find("expected a whole number") != std::string::npos);
}

TEST_CASE("decimals are kept exactly or refused") {
    const auto nano = [](const char* text) { return fixed_point(*read_decimal(text).number, 9); };
    CHECK(nano("2.49") == 2'490'000'000);
    CHECK(nano("0.000000001") == 1);
    CHECK(nano("1e-9") == 1);
    CHECK(nano("2.4900000000000") == 2'490'000'000);
    CHECK(nano("-1.5e1") == -15'000'000'000);
    CHECK(nano("0") == 0);
    CHECK_FALSE(nano("0.0000000001").has_value());
    CHECK_FALSE(nano("9300000000").has_value());
}

TEST_CASE("amounts are written in the largest unit that fits") {
    CHECK(written(Quantity::duration, 365 * 86400) == "1 year");
    CHECK(written(Quantity::duration, 30 * 86400) == "30 d");
    CHECK(written(Quantity::duration, 0) == "0 s");
    CHECK(written(Quantity::share, 1) == "100 %");
    CHECK(written(Quantity::bytes, 24e9) == "24 GB");
}
