#include "analysis/compare/sweep_axes.hpp"

#include <catch2/catch.hpp>

#include "tests/compare/sweep_fixture.hpp"

using namespace trainyard;
using fixture::point;
using fixture::rate;

namespace {

PointValue count(const char* text, double number) { return {"fleet.rigs.duo.count", text, number}; }
PointValue queue(const char* text) { return {"strategies.own.queue", text, std::nullopt}; }

}  // namespace

TEST_CASE("the axes of a grid, with what a scenario writes and the number that it is") {
    const Batch batch{
        point({rate("0.01/h", 0.01), queue("fifo")}, {}), point({rate("0.01/h", 0.01), queue("sjf")}, {}),
        point({rate("0.1/h", 0.1), queue("fifo")}, {}), point({rate("0.1/h", 0.1), queue("sjf")}, {})};
    const auto axes = axes_of(batch);
    REQUIRE(axes.size() == 2);
    CHECK(axes[0].label == "interruptions.rate");
    CHECK(axes[0].numeric);
    CHECK(axes[0].values == 2);
    CHECK(axes[0].numbers[2] == 0.1 / 3600);
    CHECK_FALSE(axes[1].numeric);
    CHECK(axes[1].texts == std::vector<std::string>{"fifo", "sjf", "fifo", "sjf"});
    CHECK(is_grid(batch));
    CHECK_FALSE(is_grid({batch[0], batch[1], batch[2]}));
    CHECK_FALSE(is_grid({batch[0], batch[1], batch[2], batch[2]}));
}

TEST_CASE("labels are as short as tells the axes apart") {
    const auto labels = [](const std::vector<std::string>& paths) {
        std::vector<PointValue> values;
        for (const std::string& path : paths) {
            values.push_back({path, "1", 1});
        }
        std::vector<std::string> found;
        for (const SweepAxis& axis : axes_of({point(values, {})})) {
            found.push_back(axis.label);
        }
        return found;
    };
    using Labels = std::vector<std::string>;
    CHECK(labels({"fleet.spot.*.price", "seed"}) == Labels{"spot.*.price", "seed"});
    CHECK(labels({"*.price", "a.b"}) == Labels{"*.price", "a.b"});
    CHECK(labels({"fleet.spot.a.interruptions.rate", "fleet.spot.b.interruptions.rate"}) ==
          Labels{"fleet.spot.a.interruptions.rate", "fleet.spot.b.interruptions.rate"});
}

TEST_CASE("an axis is logarithmic if its ratios are more alike than its steps") {
    CHECK(scale_of({0.01, 0.1, 1}) == AxisScale::logarithmic);
    CHECK(scale_of({1, 0.02, 0.05, 0.1, 0.2}) == AxisScale::logarithmic);
    CHECK(scale_of({10, 20, 30, 40}) == AxisScale::linear);
    CHECK(scale_of({0, 1, 10, 100}) == AxisScale::linear);
    CHECK(scale_of({1, 100}) == AxisScale::linear);
}

TEST_CASE("numbers are written in the unit of the nearest value") {
    const auto axes = axes_of({point({{"p", "30 min", 1800.0}, {"q", "$2.50", 2.5}, {"r", "0 %", 0.0}}, {}),
                               point({{"p", "2h", 7200.0}, {"q", "3 USD", 3.0}, {"r", "40 %", 0.4}}, {})});
    CHECK(AxisWriter{axes[0]}.text(2400) == "40 min");
    CHECK(AxisWriter{axes[0]}.text(6480) == "1.8 h");
    CHECK(AxisWriter{axes[0]}.text(6480, {5400, 7000}) == "1.8 h (1.5–1.9)");
    CHECK(AxisWriter{axes[1]}.text(2.6) == "$2.6");
    CHECK(AxisWriter{axes[1]}.text(2.9) == "2.9 USD");
    CHECK(AxisWriter{axes[2]}.text(0.05) == "5.0 %");
    const auto counts = axes_of({point({count("0", 0)}, {}), point({count("400", 400)}, {})});
    CHECK(AxisWriter{counts[0]}.text(123.4) == "123");
}
