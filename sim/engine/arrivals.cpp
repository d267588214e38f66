#include "sim/engine/arrivals.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/portable_math.hpp"

namespace trainyard {

namespace {

constexpr double hour_s = 3600;

class StreamArrivals {
public:
    StreamArrivals(const Scenario& scenario, RunSeed seed, StreamIndex stream, std::vector<Arrival>& out)
        : scenario_{scenario},
          seed_{seed},
          stream_{stream},
          name_{hash_name(scenario.stream(stream).name)},
          out_{out} {}

    void operator()(const PoissonArrivals& poisson) {
        double time_s = 0;
        for (std::uint64_t n = 0;; ++n) {
            RandomStream random{seed_, Purpose::arrival, name_, n};
            const double exponential = -portable_log(random.uniform());
            time_s = poisson.profile ? after(poisson, time_s, exponential)
                                     : time_s + exponential / poisson.rate_per_s;
            if (!add(time_s, n, poisson.batch)) {
                return;
            }
        }
    }

    void operator()(const RenewalArrivals& renewal) {
        double time_s = renewal.first_s ? *renewal.first_s : gap(renewal, 0);
        for (std::uint64_t n = 0; add(time_s, n, renewal.batch); ++n) {
            time_s += gap(renewal, n + 1);
        }
    }

    void operator()(const FixedArrivals& fixed) {
        std::vector<SimTime> times = fixed.at;
        std::sort(times.begin(), times.end());
        for (std::uint64_t n = 0; n < times.size(); ++n) {
            add(static_cast<double>(second_of(times[n])), n, fixed.batch);
        }
    }

    void operator()(const ClosedArrivals& closed) {
        for (std::uint64_t user = 0; user < static_cast<std::uint64_t>(closed.users); ++user) {
            out_.push_back({SimTime{}, stream_, user << 32});
        }
    }

    void operator()(const TraceArrivals& trace) {
        for (const TraceJob& job : *trace.jobs) {
            out_.push_back({job.submit, stream_, place_++});
        }
    }

private:
    // The time at which the profile's cumulative rate has grown by `exponential` since `time_s`.
    double after(const PoissonArrivals& poisson, double time_s, double exponential) const {
        const auto horizon_s = static_cast<double>(scenario_.horizon.count());
        while (time_s < horizon_s) {
            // Scenarios may start within an hour; the profile's hours are those of the calendar.
            const auto second = static_cast<std::int64_t>(time_s);
            const int hour = hour_of_week(scenario_, at_second(second));
            const std::int64_t into_hour = ((scenario_.start_unix_s + second) % 3600 + 3600) % 3600;
            const double left_s =
                hour_s - static_cast<double>(into_hour) - (time_s - static_cast<double>(second));
            const double rate = poisson.rate_per_s * poisson.profile->weights[static_cast<std::size_t>(hour)];
            if (exponential <= rate * left_s && rate > 0) {
                return time_s + exponential / rate;
            }
            exponential -= rate * left_s;
            time_s = static_cast<double>(second - into_hour + 3600);
        }
        return time_s;
    }

    double gap(const RenewalArrivals& renewal, std::uint64_t n) const {
        RandomStream random{seed_, Purpose::arrival, name_, n};
        return sample(renewal.gap_s, random);
    }

    // The jobs of the n-th arrival; false once the horizon is reached.
    bool add(double time_s, std::uint64_t n, const Distribution& batch) {
        if (time_s >= static_cast<double>(scenario_.horizon.count()) + 1) {
            return false;
        }
        const SimTime submit = at_second(round_half_up(time_s));
        if (submit >= SimTime{scenario_.horizon}) {
            return false;
        }
        RandomStream random{seed_, Purpose::batch, name_, n};
        const double drawn = sample(batch, random);
        const std::int64_t jobs = drawn <= 0 ? 0 : std::max<std::int64_t>(1, round_half_up(drawn));
        for (std::int64_t i = 0; i < jobs; ++i) {
            out_.push_back({submit, stream_, place_++});
        }
        return true;
    }

    const Scenario& scenario_;
    RunSeed seed_;
    StreamIndex stream_;
    std::uint64_t name_;
    std::vector<Arrival>& out_;
    std::uint64_t place_ = 0;
};

// Streams first to last, each in order, become one.
void merge(std::vector<Arrival>& arrivals, const std::vector<std::ptrdiff_t>& ends, std::size_t first,
           std::size_t last) {
    if (last - first < 2) {
        return;
    }
    const std::size_t middle = first + (last - first) / 2;
    merge(arrivals, ends, first, middle);
    merge(arrivals, ends, middle, last);
    std::inplace_merge(arrivals.begin() + ends[first], arrivals.begin() + ends[middle],
                       arrivals.begin() + ends[last]);
}

}  // namespace

std::vector<Arrival> first_arrivals(const Scenario& scenario, RunSeed seed) {
    std::vector<Arrival> arrivals;
    std::vector<std::ptrdiff_t> ends{0};  // of each stream's arrivals, and of what was before the first
    for (std::size_t i = 0; i < scenario.streams.size(); ++i) {
        std::visit(StreamArrivals{scenario, seed, StreamIndex{i}, arrivals}, scenario.streams[i].arrivals);
        if (!std::is_sorted(arrivals.begin() + ends.back(), arrivals.end())) {
            std::sort(arrivals.begin() + ends.back(), arrivals.end());
        }
        ends.push_back(static_cast<std::ptrdiff_t>(arrivals.size()));
    }
    merge(arrivals, ends, 0, ends.size() - 1);
    return arrivals;
}

Arrival ArrivalQueue::take() {
    if (!added_is_next()) {
        return known_[taken_++];
    }
    const Arrival arrival = added_.top();
    added_.pop();
    return arrival;
}

std::optional<Arrival> next_arrival(const Scenario& scenario, RunSeed seed, StreamIndex stream,
                                    std::uint64_t place, SimTime ended) {
    const auto* closed = std::get_if<ClosedArrivals>(&scenario.stream(stream).arrivals);
    if (closed == nullptr) {
        return std::nullopt;
    }
    RandomStream random{seed, Purpose::think, hash_name(scenario.stream(stream).name), place};
    const SimTime submit = ended + whole_seconds(sample(closed->think_s, random));
    if (submit >= SimTime{scenario.horizon}) {
        return std::nullopt;
    }
    return Arrival{submit, stream, place + 1};
}

}  // namespace trainyard
