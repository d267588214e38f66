// Waiting lines against queueing theory, and arrivals against the weekly profile.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "sim/scenario/reader.hpp"
#include "tests/engine/fixture.hpp"
#include "tests/validation/cases.hpp"
#include "tests/validation/goodness.hpp"

using namespace trainyard;
using namespace trainyard::theory;

namespace {

constexpr std::size_t hours_a_week = 168;
constexpr int years = 20;

Scenario load(const std::string& file) {
    Loaded loaded = load_scenario("tests/validation/" + file);
    if (!loaded.scenario) {
        throw std::runtime_error{render(loaded.errors)};
    }
    return std::move(*loaded.scenario);
}

std::string submissions(const Trace& trace) {
    std::string text;
    for (const JobFact& job : trace.jobs) {
        text += fmt::format("{}\n", second_of(job.submit));
    }
    return text;
}

// Monday 00:00 UTC is hour 0; 1970 began on a Thursday.
std::size_t hour_of_the_week(std::int64_t unix_s) {
    return static_cast<std::size_t>((unix_s / 3600 + 72) % static_cast<std::int64_t>(hours_a_week));
}

std::vector<double> counted(const Scenario& scenario) {
    std::vector<double> counts(hours_a_week);
    for (std::uint64_t i = 1; i <= years; ++i) {
        std::istringstream seconds{fixture::simulated(scenario, 0, {scenario.seed, i}, submissions)};
        for (std::int64_t second = 0; seconds >> second;) {
            counts[hour_of_the_week(scenario.start_unix_s + second)] += 1;
        }
    }
    return counts;
}

// 6 an hour on average; Monday to Friday from 9 to 17 at 3.6 times that, else at 0.1875 times.
std::vector<double> expected(const Scenario& scenario) {
    std::vector<double> counts(hours_a_week);
    for (std::int64_t second = 0; second < scenario.horizon.count(); ++second) {
        const std::size_t hour = hour_of_the_week(scenario.start_unix_s + second);
        const bool in_the_office = hour / 24 < 5 && hour % 24 >= 9 && hour % 24 < 17;
        counts[hour] += years * 6.0 / 3600 * (in_the_office ? 3.6 : 0.1875);
    }
    return counts;
}

double total(const std::vector<double>& counts) {
    double sum = 0;
    for (const double count : counts) {
        sum += count;
    }
    return sum;
}

}  // namespace

TEST_CASE("waits are those of queueing theory", "[.validate]") { tell("queues", cases_of(queue_systems())); }

TEST_CASE("arrivals follow the weekly profile", "[.validate]") {
    const Scenario scenario = load("office-hours.yaml");
    const std::vector<double> seen = counted(scenario), due = expected(scenario);
    const double z = (total(seen) - total(due)) / std::sqrt(total(due));
    const double square = pearson(seen, due);
    const double chance = chance_of_larger_square(square, hours_a_week);
    const std::string runs = std::to_string(years);
    tell("arrivals", {{"office-hours.yaml", "arrivals in all", "Poisson: ∫ λ(t) dt",
                       fmt::format("{:.1f}", total(due)), fmt::format("{:.0f}", total(seen)), runs,
                       fmt::format("{:+.2f}", z), chance_beyond_z_bound, std::abs(z) < z_bound},
                      {"office-hours.yaml", "χ² of the 168 hours of the week", "Pearson", "168 ± 18",
                       fmt::format("{:.1f}", square), runs, fmt::format("p {:.2f}", chance),
                       chance_beyond_z_bound, chance > chance_beyond_z_bound}});
}
