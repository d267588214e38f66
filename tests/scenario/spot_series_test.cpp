#include "sim/scenario/spot_series.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

SpotFile read(const std::string& content, SpotFormat format) {
    const test::Folder folder;
    return read_spot_file(folder.write("spot", content), format);
}

// "second:available@price …, end"
std::string told(const SpotFile& file) {
    if (!file.errors.empty()) {
        return fmt::format("{}:{}: {}", file.errors[0].line, file.errors[0].column, file.errors[0].message);
    }
    std::string text;
    for (const SpotStep& step : file.series.front().steps) {
        text += fmt::format("{}:{}", step.at_s, step.available ? fmt::format("{}", *step.available) : "-");
        text += step.usd_per_h ? fmt::format("@{} ", *step.usd_per_h) : " ";
    }
    return text + fmt::format("end {}", file.series.front().end_s);
}

const std::string ticks = R"({"metadata": {"gap_seconds": 10}, "data": [1, 1, 0, 1]})";

}  // namespace

TEST_CASE("the same JSON means the opposite in two formats, and each says what it took it for") {
    const SpotFile skypilot = read(ticks, SpotFormat::skypilot);
    CHECK(told(skypilot) == "0:1 20:0 30:1 end 40");
    CHECK(skypilot.polarity == "a number = instances available, 0 = none");
    const SpotFile late = read(ticks, SpotFormat::cant_be_late);
    CHECK(told(late) == "0:0 20:1 30:0 end 40");
    CHECK(late.polarity == "1 = preempted, 0 = runs");
    CHECK(told(read(R"({"metadata": {"gap_seconds": 10}, "data": [2]})", SpotFormat::cant_be_late)) ==
          "0:0: data[0] must be 0 (runs) or 1 (preempted)");
}

TEST_CASE("ticks may have prices") {
    CHECK(told(read(R"({"metadata": {"gap_seconds": 5}, "data": [3, 3, 3], "prices": [1, 1, 2.5]})",
                    SpotFormat::skypilot)) == "0:3@1 10:3@2.5 end 15");
}

TEST_CASE("JSON that is none, or another") {
    CHECK(told(read("{\"data\":\n [1,", SpotFormat::skypilot)).ends_with("this is no JSON"));
    CHECK(told(read("{\"data\": [1e999]}", SpotFormat::skypilot)) ==
          "0:0: this is no JSON: a number is too large");
    CHECK(told(read("[]", SpotFormat::skypilot)) == "0:0: expected an object with `metadata` and `data`");
    CHECK(told(read("{}", SpotFormat::skypilot)) ==
          "0:0: expected {\"metadata\": {\"gap_seconds\": SECONDS}, \"data\": [NUMBER, …]}");
    CHECK(told(read(R"({"metadata": {"gap_seconds": 1}, "data": []})", SpotFormat::skypilot)) ==
          "0:0: there is nothing in the series");
}

TEST_CASE("Bamboo's events add up to how many instances there are") {
    CHECK(told(read("0,add,a\n0,add,b\n60000,remove,a\n90000,add,c\n90000,add,c\n", SpotFormat::bamboo)) ==
          "0:2 60:1 90:2 end 90");
    CHECK(told(read("5,add,a\n4,add,b\n", SpotFormat::bamboo)) ==
          "2:1: the clock goes backwards: this is before the line above");
    CHECK(told(read("5,plus,a\n", SpotFormat::bamboo)) == "1:3: expected add or remove, found `plus`");
    CHECK(told(read("5,add\n", SpotFormat::bamboo)) == "1:1: a line must be milliseconds,add or remove,node");
}

TEST_CASE("our own series") {
    CHECK(told(read("t_s,available,price\n0,2,0.5\n100,0,\n150,2,0.7\n", SpotFormat::trainyard)) ==
          "0:2@0.5 100:0 150:2@0.7 end 150");
    CHECK(told(read("t_s,available\n0,2\n0,1\n", SpotFormat::trainyard)) ==
          "3:1: `t_s` must be after that of the row above, found `0`");
}

TEST_CASE("prices of AWS, newest first, by market") {
    const SpotFile file = read(R"({"SpotPriceHistory": [
        {"AvailabilityZone": "us-east-1b", "InstanceType": "p4d", "ProductDescription": "Linux/UNIX",
         "SpotPrice": "9.5", "Timestamp": "2025-01-01T02:00:00+00:00"},
        {"AvailabilityZone": "us-east-1b", "InstanceType": "p4d", "ProductDescription": "Linux/UNIX",
         "SpotPrice": "10.25", "Timestamp": "2025-01-01T00:00:00Z"},
        {"AvailabilityZone": "us-east-1a", "InstanceType": "p4d", "ProductDescription": "Linux/UNIX",
         "SpotPrice": "8", "Timestamp": "2025-01-01T00:00:00Z"}]})",
                               SpotFormat::aws_prices);
    REQUIRE(file.series.size() == 2);
    CHECK(file.series[0].name == "p4d us-east-1a Linux/UNIX");
    CHECK(file.series[1].steps.size() == 2);
    CHECK(file.series[1].steps[0].usd_per_h == 10.25);
    CHECK(file.series[1].steps[1].at_s == 7200);
    CHECK(told(read(R"({"SpotPriceHistory": [{"SpotPrice": 9}]})", SpotFormat::aws_prices)) ==
          "0:0: SpotPriceHistory[0] must have a Timestamp and a SpotPrice in quotes");
}
