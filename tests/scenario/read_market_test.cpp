// Markets as they are read: what becomes of the keys of a pool.
#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

const std::string days =
    "t_s,available,price\n100,2,1.20\n3700.4,2,\n7300,1,0.60\n86500,0,2.40\n172900,0,2.40\n";

Loaded loaded(const std::string& spot, const std::string& more = "") {
    const test::Folder folder;
    static_cast<void>(folder.write("market.csv", days));
    test::Small small;
    small.spot = spot;
    small.more = more;
    return load_scenario(folder.write("scenario.yaml", small.text()));
}

RentedTerms cloud(const std::string& spot, const std::string& more = "") {
    const Loaded read = loaded(spot, more);
    INFO(render(read.errors));
    REQUIRE(read.scenario);
    return *read.scenario->pools[0].rented();
}

std::vector<std::pair<std::int64_t, std::int64_t>> steps(const Series& series) {
    std::vector<std::pair<std::int64_t, std::int64_t>> all;
    for (const SeriesStep& step : *series.steps) {
        all.emplace_back(step.at.count(), step.value);
    }
    return all;
}

using Steps = std::vector<std::pair<std::int64_t, std::int64_t>>;

}  // namespace

TEST_CASE("a trace is counted from its first row, and what changes nothing is no step") {
    const RentedTerms terms = cloud(
        "price: 1 USD/h, interruptions: none, availability: {trace: market.csv, format: trainyard, offset: 1 "
        "h}");
    const Series& series = std::get<Series>(terms.availability);
    CHECK(steps(series) == Steps{{0, 2}, {7200, 1}, {86400, 0}});
    CHECK(series.length == Seconds{172800});
    CHECK(series.offset == Seconds{3600});
    CHECK_FALSE(series.repeat);
    CHECK_FALSE(series.random_offsets);
}

TEST_CASE(
    "an offset wraps with the trace; a random one is over all of it, or leaves the horizon its length") {
    const std::string base =
        "price: 1 USD/h, interruptions: none, availability: {trace: market.csv, format: trainyard, ";
    const auto series = [&](const std::string& rest, const std::string& more = "") {
        return std::get<Series>(cloud(base + rest + "}", more).availability);
    };
    CHECK(series("repeat: true, offset: 3 d").offset == Seconds{86400});
    CHECK(series("repeat: true, offset: random").random_offsets == Seconds{172800});
    CHECK(series("offset: random", "horizon: 1 d\n").random_offsets == Seconds{86401});
    CHECK(series("offset: random", "horizon: 2 d\n").random_offsets == Seconds{1});
}

TEST_CASE("the price of a trace is an instance's, holds where a row has none, and its mean is the price") {
    const RentedTerms terms =
        cloud("price: {trace: market.csv}, max_price: 1.20 USD/h, interruptions: none", "horizon: 1 d\n");
    const ChangingPrice& price = *terms.changing_price;
    CHECK(price.per == 3600);
    CHECK(price.traced);
    CHECK(steps(price.nano_usd) == Steps{{0, 1'200'000'000}, {7200, 600'000'000}, {86400, 2'400'000'000}});
    CHECK(steps(*price.affordable) == Steps{{0, 1}, {86400, 0}});
    CHECK(price.affordable->length == Seconds{172800});
    // 2 h at 1.20, 22 h at 0.60, 24 h at 2.40.
    CHECK(terms.price == Price{1'525'000'000, 3600});
}

TEST_CASE("prices by steps are of a GPU or of an instance, all for the same unit of time") {
    const RentedTerms terms = cloud(
        "price: [{from: 0 d, price: 1 USD/gpu-h}, {from: 12 h, price: 730 USD/month}], interruptions: none",
        "horizon: 1 d\n");
    const ChangingPrice& price = *terms.changing_price;
    CHECK(price.per == 730 * 3600);
    CHECK(steps(price.nano_usd) == Steps{{0, 2 * 730'000'000'000}, {43200, 730'000'000'000}});
    CHECK_FALSE(price.traced);
    CHECK(terms.price == Price{3 * 365'000'000'000, 730 * 3600});
}

TEST_CASE("phases, shocks and refused launches") {
    const RentedTerms terms = cloud(
        "price: 1 USD/h, interruptions: none, availability: {up: {exponential: 8 h}, down: 1 h}, "
        "shocks: {rate: 1 / week, reclaim: 60 %, drought: 2 h}, start_failure: {probability: 10 %, retry: 5 "
        "min}");
    CHECK(mean(std::get<UpAndDown>(terms.availability).up_s) == 28800);
    CHECK(mean(std::get<UpAndDown>(terms.availability).down_s) == 3600);
    CHECK(terms.shocks->rate_per_s == Approx(1.0 / 604800));
    CHECK(terms.shocks->reclaim == 0.6);
    CHECK(mean(terms.shocks->drought_s) == 7200);
    CHECK(terms.start_failure->probability == 0.1);
    CHECK(mean(terms.start_failure->retry_s) == 300);
    CHECK_FALSE(cloud("price: 1 USD/h, interruptions: none, shocks: {rate: 0/h, reclaim: 60 %}").shocks);
}

TEST_CASE("one market of several is chosen by its name") {
    const test::Folder folder;
    const std::string at =
        R"("InstanceType": "p3", "ProductDescription": "Linux", "Timestamp": "2022-10-26T0)";
    static_cast<void>(folder.write(
        "prices.json", R"({"SpotPriceHistory": [{"AvailabilityZone": "a", "SpotPrice": "1.50", )" + at +
                           R"(1:00:00Z"}, {"AvailabilityZone": "b", "SpotPrice": "2.50", )" + at +
                           R"(2:00:00Z"}, {"AvailabilityZone": "b", "SpotPrice": "2.00", )" + at +
                           R"(0:00:00Z"}]})"));
    test::Small small;
    small.spot = "price: {trace: prices.json, format: aws-prices, market: p3 b Linux}, interruptions: none";
    const Loaded read = load_scenario(folder.write("scenario.yaml", small.text()));
    INFO(render(read.errors));
    REQUIRE(read.scenario);
    CHECK(steps(read.scenario->pools[0].rented()->changing_price->nano_usd) ==
          Steps{{0, 2'000'000'000}, {7200, 2'500'000'000}});
}

TEST_CASE("how a trace is read is said, and where it ends before the horizon") {
    const Loaded read =
        loaded("price: 1 USD/h, interruptions: none, availability: {trace: market.csv, format: trainyard}",
               "horizon: 3 d\n");
    REQUIRE(read.notes.size() == 2);
    CHECK(read.notes[0] ==
          "pool `cloud`: market.csv is read as trainyard: available = instances that could be had, 0 = none");
    CHECK(read.notes[1] ==
          "pool `cloud`: market.csv ends 2 d after second 0, and its last value holds from then on; "
          "`repeat: true` would begin it anew");
    CHECK(loaded("price: {trace: market.csv, repeat: true}, interruptions: none").notes ==
          std::vector<std::string>{
              "pool `cloud`: market.csv is read as trainyard: a price = USD an instance-hour"});
}

TEST_CASE("another trace is another scenario") {
    const test::Folder folder;
    test::Small small;
    small.spot = "price: 1 USD/h, interruptions: none, availability: {trace: market.csv, format: trainyard}";
    static_cast<void>(folder.write("market.csv", days));
    const std::string file = folder.write("scenario.yaml", small.text());
    const std::string before = load_scenario(file).fingerprint;
    CHECK_FALSE(before.empty());
    static_cast<void>(folder.write("market.csv", days + "180000,1,1\n"));
    CHECK(load_scenario(file).fingerprint != before);
}
