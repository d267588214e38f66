// `profiles:`, and what names them.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;
using Catch::Contains;

namespace {

// 168 weights: `first` for Monday's first hour, `second` for its second, `rest` after that.
std::string weights(const std::string& first, const std::string& second, const std::string& rest = "1") {
    std::string text = "[" + first + ", " + second;
    for (int hour = 2; hour < 168; ++hour) {
        text += ", " + rest;
    }
    return text + "]";
}

const WeeklyProfile& profile_of(const Scenario& scenario) {
    return std::get<PoissonArrivals>(scenario.streams[0].arrivals).profile.value();
}

Small with_profile(const std::string& name, const std::string& profiles) {
    Small small;
    small.stream = "arrivals: {poisson: 1/d, profile: " + name + "}";
    small.more = "profiles: {" + profiles + "}\n";
    return small;
}

}  // namespace

TEST_CASE("a stream takes a profile by the name that `profiles` gives it") {
    const std::string both = "late: " + weights("0.5", "1.5") + ", early: " + weights("1.5", "0.5");
    CHECK(profile_of(good(with_profile("early", both))).weights[0] == 1.5);
    CHECK(profile_of(good(with_profile("late", both))).weights[0] == 0.5);
    CHECK(profile_of(good(with_profile("flat", both))).weights[0] == 1);
    CHECK(profile_of(good(with_profile("office-hours", both))).weights[9] == 3.6);
}

TEST_CASE("`linger: {until: NAME}` takes one too") {
    Small small = with_profile("flat", "early: " + weights("1.5", "0.5"));
    small.job = "work: 8 gpu-h, linger: {until: early}";
    const Scenario scenario = good(small);
    CHECK(std::get<LingerUntil>(scenario.streams[0].kinds[0].linger).profile.weights[0] == 1.5);
}

TEST_CASE("the price of electricity takes one too") {
    Small small = with_profile("flat", "early: " + weights("1.5", "0.5"));
    small.rig += ", power: {busy: 1 kW, idle: 100 W, electricity: {average: 0.2 USD/kWh, profile: early}}";
    const Scenario scenario = good(small);
    const auto rigs = std::find_if(scenario.pools.begin(), scenario.pools.end(),
                                   [](const Pool& pool) { return pool.name == "rig"; });
    REQUIRE(rigs != scenario.pools.end());
    const std::vector<std::int64_t>& hours = rigs->rigs()->power->hourly_nano_usd;
    CHECK(hours[0] == 300'000'000);
    CHECK(hours[1] == 100'000'000);
}

TEST_CASE("a profile of the scenario's own wins over an included one of that name") {
    const Folder folder;
    folder.write("base.yaml",
                 "profiles: {early: " + weights("1.5", "0.5") + ", late: " + weights("0.5", "1.5") + "}\n");
    const Small own = with_profile("early", "early: " + weights("0.25", "1.75"));
    const Loaded loaded =
        load_scenario(folder.write("scenario.yaml", own.text() + "include: [base.yaml]\n"), {});
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    CHECK(profile_of(*loaded.scenario).weights[0] == 0.25);
}

TEST_CASE("what is wrong with a profile or its name is said") {
    const std::string early = "early: " + weights("1.5", "0.5");
    CHECK_THAT(
        complaint(with_profile("earli", early)),
        Contains("workload.stream.arrivals.profile: expected one of office-hours, flat, or the name of a "
                 "profile, or a list, found `earli`; did you mean `early`?"));
    CHECK_THAT(complaint(with_profile("office-hour", early)), Contains("did you mean `office-hours`?"));
    CHECK_THAT(complaint(with_profile("early", "flat: " + weights("1.5", "0.5") + ", " + early)),
               Contains("profiles.flat: `flat` is built in"));
    CHECK_THAT(complaint(with_profile("x", "x: flat")),
               Contains("profiles.x: expected a list, found `flat`"));
    CHECK_THAT(complaint(with_profile("x", "x: [1, 1]")), Contains("profiles.x: a profile has 168 weights"));
    CHECK_THAT(complaint(with_profile("x", "x: " + weights("1", "1", "2"))),
               Contains("profiles.x: the mean"));
    CHECK_THAT(complaint(with_profile("x", "x: " + weights("-1", "3"))), Contains("profiles.x.0"));
}
