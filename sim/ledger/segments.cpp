#include "sim/ledger/segments.hpp"

#include <algorithm>
#include <utility>

namespace trainyard {
namespace {

class Stretches {
public:
    explicit Stretches(SimTime begin) : reached_{begin} {}

    void add(GpuState state, Seconds length) {
        if (length == Seconds{0}) {
            return;
        }
        const SimTime from = reached_;
        reached_ += length;
        if (!segments_.empty() && segments_.back().state == state) {
            segments_.back().to = reached_;
        } else {
            segments_.push_back({from, reached_, state});
        }
    }
    std::vector<Segment> take() { return std::move(segments_); }

private:
    SimTime reached_;
    std::vector<Segment> segments_;
};

}  // namespace

std::vector<Segment> segments_of(const Trace& trace, const AttemptFact& attempt) {
    Stretches stretches{attempt.allocated};
    stretches.add(GpuState::boot, attempt.boot);
    stretches.add(GpuState::setup, attempt.setup);
    stretches.add(GpuState::restore, attempt.restore);
    stretches.add(GpuState::load, attempt.load);
    Seconds counted = attempt.compute - attempt.rework;  // compute before the rework begins
    for (std::uint32_t i = attempt.first_leg; i < attempt.first_leg + attempt.legs; ++i) {
        const Leg& leg = trace.legs[i];
        for (std::int64_t round = 0; round < leg.times; ++round) {
            const Seconds good = std::min(leg.compute, counted);
            counted -= good;
            stretches.add(GpuState::compute, good);
            stretches.add(GpuState::rework, leg.compute - good);
            stretches.add(GpuState::checkpoint, leg.write);
        }
    }
    return stretches.take();
}

}  // namespace trainyard
