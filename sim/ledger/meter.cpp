#include "sim/ledger/meter.hpp"

#include <algorithm>

#include "sim/ledger/segments.hpp"

namespace trainyard {
namespace {

// Compute of an attempt that was done by a time: closed form over its legs.
Seconds computed_until(const Trace& trace, const AttemptFact& attempt, SimTime time) {
    Seconds left = time - attempt.training();
    Seconds computed{0};
    for (std::uint32_t i = attempt.first_leg; i < attempt.first_leg + attempt.legs && left > Seconds{0};
         ++i) {
        const Leg& leg = trace.legs[i];
        const Seconds round = leg.compute + leg.write;
        const std::int64_t whole =
            round == Seconds{0} ? leg.times : std::min<std::int64_t>(leg.times, left / round);
        computed += leg.compute * whole;
        left -= round * whole;
        if (whole < leg.times) {
            return computed + std::min(left, leg.compute);
        }
    }
    return computed;
}

bool is_busy(std::size_t state) {
    return state == index_of(GpuState::compute) || state == index_of(GpuState::rework);
}

// Walks over what a rig did, stretch by stretch: where the price changes by the hour, every second counts.
class HourlyMeter {
public:
    HourlyMeter(const PriceClock& clock, const std::vector<SimTime>& month_ends)
        : clock_{clock}, month_ends_{month_ends}, busy_by_month_(month_ends.size(), 0) {}

    void add(const Segment& segment, Gpus gpus) {
        const std::size_t state = index_of(segment.state);
        by_state[state] += product(clock_.over(segment.from, segment.to), gpus.count);
        if (is_busy(state)) {
            add_by_month(segment, gpus);
        }
    }

    std::vector<Metered> by_month(Gpus gpus, SimTime bought, std::span<const Down> downs) const {
        std::vector<Metered> months;
        int128 busy = 0;
        for (std::size_t i = 0; i < month_ends_.size(); ++i) {
            const SimTime end = std::max(month_ends_[i], bought);
            busy += busy_by_month_[i];
            int128 powered = clock_.over(bought, end);
            for (const Down& down : downs) {
                powered -= down.from < end ? clock_.over(down.from, std::min(down.until, end)) : 0;
            }
            months.push_back({busy, product(powered, gpus.count) - busy});
        }
        return months;
    }

    std::array<int128, gpu_state_count> by_state{};

private:
    void add_by_month(const Segment& segment, Gpus gpus) {
        auto month = std::upper_bound(month_ends_.begin(), month_ends_.end(), segment.from);
        for (SimTime reached = segment.from; reached < segment.to; ++month) {
            const SimTime until = std::min(*month, segment.to);
            busy_by_month_[static_cast<std::size_t>(month - month_ends_.begin())] +=
                product(clock_.over(reached, until), gpus.count);
            reached = until;
        }
    }

    const PriceClock& clock_;
    const std::vector<SimTime>& month_ends_;
    std::vector<int128> busy_by_month_;
};

MeterReading read_hourly(const PriceClock& clock, const Trace& trace, Gpus gpus,
                         const MachineAccount& account, std::span<const Hold> holds,
                         std::span<const Down> downs, const std::vector<SimTime>& month_ends) {
    HourlyMeter meter{clock, month_ends};
    int128 idle = product(clock.over(account.paid_from, account.paid_until), gpus.count);
    for (const Hold& hold : holds) {
        const AttemptFact& attempt = trace.attempts[hold.attempt];
        for (const Segment& segment : segments_of(trace, attempt)) {
            meter.add(segment, hold.used);
        }
        meter.add({attempt.end, hold.until, GpuState::linger}, hold.used);
        idle -= product(clock.over(hold.from, hold.until), hold.used.count);
    }
    for (const Down& down : downs) {
        idle -= product(clock.over(down.from, down.until), gpus.count);
    }
    meter.by_state[index_of(GpuState::idle)] = idle;
    return {meter.by_state, meter.by_month(gpus, account.paid_from, downs)};
}

}  // namespace

std::vector<GpuSeconds> busy_until(const Trace& trace, std::span<const Hold> holds,
                                   const std::vector<SimTime>& ends) {
    std::vector<GpuSeconds> busy(ends.size());  // first of each stretch between two ends
    for (const Hold& hold : holds) {
        const AttemptFact& attempt = trace.attempts[hold.attempt];
        auto month = std::upper_bound(ends.begin(), ends.end(), attempt.training());
        for (Seconds done{0}; done < attempt.compute && month != ends.end(); ++month) {
            const Seconds by_then = computed_until(trace, attempt, *month);
            busy[static_cast<std::size_t>(month - ends.begin())] += hold.used * (by_then - done);
            done = by_then;
        }
    }
    for (std::size_t i = 1; i < busy.size(); ++i) {
        busy[i] += busy[i - 1];
    }
    return busy;
}

Metered MeterReading::total() const {
    Metered total;
    for (std::size_t state = 0; state < by_state.size(); ++state) {
        (is_busy(state) ? total.busy : total.other) += by_state[state];
    }
    return total;
}

MeterReading read_meter(const EnergyTariff& tariff, const Trace& trace, Gpus gpus,
                        const MachineAccount& account, std::span<const Hold> holds,
                        std::span<const Down> downs, const std::vector<SimTime>& month_ends) {
    if (tariff.clock) {
        return read_hourly(*tariff.clock, trace, gpus, account, holds, downs, month_ends);
    }
    MeterReading reading;
    for (std::size_t state = 0; state < gpu_state_count; ++state) {
        reading.by_state[state] = account.gpu_s[state].count;
    }
    reading.by_state[index_of(GpuState::down)] = 0;
    const std::vector<GpuSeconds> busy = busy_until(trace, holds, month_ends);
    for (std::size_t i = 0; i < month_ends.size(); ++i) {
        const Seconds owned = std::max(month_ends[i] - account.paid_from, Seconds{0});
        const GpuSeconds powered = gpus * owned - down_until(downs, gpus, month_ends[i]);
        reading.by_month.push_back({busy[i].count, (powered - busy[i]).count});
    }
    return reading;
}

Metered read_meter(const EnergyTariff& tariff, const Trace& trace, const AttemptFact& attempt, Gpus gpus,
                   SimTime held_until) {
    if (!tariff.clock) {
        const GpuSeconds busy = gpus * attempt.compute;
        return {busy.count, (gpus * (held_until - attempt.allocated) - busy).count};
    }
    int128 busy = 0;
    for (const Segment& segment : segments_of(trace, attempt)) {
        busy += is_busy(index_of(segment.state)) ? tariff.clock->over(segment.from, segment.to) : 0;
    }
    const int128 all = tariff.clock->over(attempt.allocated, held_until);
    return {product(busy, gpus.count), product(all - busy, gpus.count)};
}

}  // namespace trainyard
