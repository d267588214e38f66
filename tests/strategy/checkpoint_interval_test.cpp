#include "sim/strategy/checkpoint_interval.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace trainyard;

namespace {

// The wall time that a checkpoint costs a second of work, for an interval and exponential
// interruptions: Daly (2006), eq. 20, without its restarts, which no interval changes.
double overhead(double interval_s, double write_s, double mtbf_s) {
    return mtbf_s * (std::exp((interval_s + write_s) / mtbf_s) - 1) / interval_s;
}

double best_interval(double write_s, double mtbf_s) {
    double low = 1e-3 * mtbf_s, high = 3 * mtbf_s;
    while (high - low > 1e-6 * mtbf_s) {
        const double a = low + (high - low) / 3, b = high - (high - low) / 3;
        if (overhead(a, write_s, mtbf_s) < overhead(b, write_s, mtbf_s)) {
            high = b;
        } else {
            low = a;
        }
    }
    return low;
}

constexpr Seconds five_minutes{300};
constexpr double day_s = 86400;

}  // namespace

TEST_CASE("Young's interval for a 5-minute write") {
    // sqrt(2 x 300 x 86400) = 7200: a day between interruptions asks for a write every two hours.
    CHECK(young_interval_s(300, 86400) == Approx(7200));
    CHECK(young_interval_s(60, 3000) == Approx(600));
}

TEST_CASE("Daly's interval for a 5-minute write") {
    // 7200 x (1 + sqrt(1/576)/3 + 1/5184) - 300 = 7200 x 1.01408... - 300
    CHECK(daly_interval_s(300, 86400) == Approx(7200 + 100 + 7200.0 / 5184 - 300));
    CHECK(daly_interval_s(60, 3000) == Approx(600 * (1 + 1.0 / 30 + 1.0 / 900) - 60));
    CHECK(daly_interval_s(600, 300) == 300);
    CHECK(daly_interval_s(5000, 300) == 300);
}

TEST_CASE("Daly's interval is the best one, to a per mille of what it costs") {
    for (const double mtbf_s : {3600.0, 86400.0, 1e6}) {
        for (const double write_s : {10.0, 60.0, 300.0}) {
            const double best = overhead(best_interval(write_s, mtbf_s), write_s, mtbf_s);
            CHECK(overhead(daly_interval_s(write_s, mtbf_s), write_s, mtbf_s) < 1.001 * best);
        }
    }
}

TEST_CASE("a strategy's rule gives the interval") {
    const std::optional<Seconds> own{1800};
    CHECK(checkpoint_interval(IntervalRule::job, own, five_minutes, 1 / day_s) == own);
    CHECK(checkpoint_interval(IntervalRule::job, std::nullopt, five_minutes, 1 / day_s) == std::nullopt);
    CHECK(checkpoint_interval(IntervalRule::never, own, five_minutes, 1 / day_s) == std::nullopt);
    CHECK(checkpoint_interval(Seconds{600}, own, five_minutes, 1 / day_s) == Seconds{600});
    CHECK(checkpoint_interval(Seconds{600}, std::nullopt, five_minutes, 0) == Seconds{600});
    CHECK(checkpoint_interval(IntervalRule::young, own, five_minutes, 1 / day_s) == Seconds{7200});
    CHECK(checkpoint_interval(IntervalRule::young, std::nullopt, five_minutes, 4 / day_s) == Seconds{3600});
    CHECK(checkpoint_interval(IntervalRule::daly, own, five_minutes, 1 / day_s) == Seconds{7001});
}

TEST_CASE("without interruptions young and daly mean the job's own interval") {
    CHECK(checkpoint_interval(IntervalRule::young, Seconds{1800}, five_minutes, 0) == Seconds{1800});
    CHECK(checkpoint_interval(IntervalRule::daly, std::nullopt, five_minutes, 0) == std::nullopt);
}

TEST_CASE("an interval is at least a second") {
    CHECK(checkpoint_interval(IntervalRule::young, std::nullopt, Seconds{0}, 1) == Seconds{1});
    CHECK(checkpoint_interval(IntervalRule::daly, std::nullopt, Seconds{0}, 1) == Seconds{1});
}
