#include "sim/model/series.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>

#include "sim/model/pool.hpp"

using namespace trainyard;

namespace {

Series series(std::vector<SeriesStep> steps, std::int64_t length, bool repeat) {
    Series made;
    made.steps = std::make_shared<const std::vector<SeriesStep>>(std::move(steps));
    made.length = Seconds{length};
    made.repeat = repeat;
    return made;
}

// "value until, value until, …": the first so many steps.
std::string walked(const Series& of, std::int64_t offset, std::int64_t from, int steps) {
    SeriesWalk walk{of, Seconds{offset}, at_second(from)};
    std::string text;
    for (int i = 0; i < steps; ++i) {
        text += fmt::format("{} ", walk.value());
        if (walk.until() == SimTime::max()) {
            return text + "on";
        }
        text += fmt::format("{}, ", second_of(walk.until()));
        walk.advance();
    }
    return text;
}

const std::vector<SeriesStep> three{{Seconds{0}, 5}, {Seconds{10}, 2}, {Seconds{30}, 7}};

}  // namespace

TEST_CASE("a series that does not repeat holds its last step") {
    CHECK(walked(series(three, 40, false), 0, 0, 9) == "5 10, 2 30, 7 on");
    CHECK(walked(series(three, 40, false), 12, 0, 9) == "2 18, 7 on");
    CHECK(walked(series(three, 40, false), 12, 18, 9) == "7 on");
    CHECK(walked(series(three, 40, false), 0, 1000, 9) == "7 on");
}

TEST_CASE("a series that repeats begins anew at its end, wherever one looks into it") {
    const Series round = series(three, 40, true);
    CHECK(walked(round, 0, 0, 5) == "5 10, 2 30, 7 40, 5 50, 2 70, ");
    CHECK(walked(round, 35, 0, 3) == "7 5, 5 15, 2 35, ");
    for (std::int64_t second = 0; second < 200; ++second) {
        const std::int64_t into = (35 + second) % 40;
        const std::int64_t value = into < 10 ? 5 : into < 30 ? 2 : 7;
        CHECK(SeriesWalk(round, Seconds{35}, at_second(second)).value() == value);
    }
}

TEST_CASE("a random offset is uniform, the same for all series of a length, another each replication") {
    Series drawn = series(three, 40, true);
    drawn.random_offsets = Seconds{40};
    std::map<std::int64_t, int> seen;
    for (std::uint64_t replication = 1; replication <= 4000; ++replication) {
        ++seen[offset_of(drawn, {7, replication}).count()];
    }
    CHECK(seen.size() == 40);
    for (const auto& [offset, times] : seen) {
        CHECK(std::abs(times - 100) < 50);  // five standard deviations
    }
    drawn.random_offsets.reset();
    drawn.offset = Seconds{3};
    CHECK(offset_of(drawn, {7, 1}) == Seconds{3});
}

TEST_CASE("what a market takes counts among the losses that intervals of checkpoints go by") {
    RentedTerms terms;
    terms.interruptions = InterruptionRate{0.001};
    CHECK(gang_losses_per_s(terms, 4) == Approx(0.004));
    terms.shocks = Shocks{0.01, 0.5, Constant{0}};
    CHECK(gang_losses_per_s(terms, 1) == Approx(0.001 + 0.005));
    CHECK(gang_losses_per_s(terms, 2) == Approx(0.002 + 0.0075));
    terms.shocks.reset();
    terms.interruptions = NoInterruptions{};
    terms.availability = UpAndDown{Exponential{200}, Constant{50}};
    CHECK(gang_losses_per_s(terms, 3) == Approx(0.005));
    // 5 instances for 10 s, 2 for 20 s, 7 for 10 s: 3 are lost, and 2 more where it begins anew.
    terms.availability = series(three, 40, false);
    CHECK(gang_losses_per_s(terms, 2) == Approx(2 * 3.0 / 160));
    terms.availability = series(three, 40, true);
    CHECK(gang_losses_per_s(terms, 2) == Approx(2 * 5.0 / 160));
    CHECK(most_instances(terms) == 7);
    CHECK(mean_instances(terms) == Approx(160.0 / 40));
    terms.max_instances = 4;
    CHECK(most_instances(terms) == 4);
    CHECK(mean_instances(terms) == Approx((40 + 40 + 40) / 40.0));
    terms.availability = UpAndDown{Exponential{300}, Constant{100}};
    CHECK(mean_instances(terms) == Approx(3));
    terms.max_instances.reset();
    CHECK_FALSE(mean_instances(terms));
    terms.availability = series({{Seconds{0}, 5}}, 0, false);
    CHECK(mean_instances(terms) == 5.0);
}

TEST_CASE("a pool has a market if something comes and goes, and one history if a trace stays where it is") {
    RentedTerms terms;
    CHECK_FALSE(terms.has_market());
    terms.changing_price = ChangingPrice{.nano_usd = series(three, 40, false), .per = 3600};
    CHECK_FALSE(terms.has_market());
    CHECK_FALSE(has_one_history(terms));
    terms.changing_price->traced = true;
    CHECK(has_one_history(terms));
    terms.changing_price.reset();
    terms.availability = series(three, 40, true);
    CHECK(terms.has_market());
    CHECK(has_one_history(terms));
    std::get<Series>(terms.availability).random_offsets = Seconds{40};
    CHECK_FALSE(has_one_history(terms));
}
