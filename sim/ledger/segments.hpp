// An attempt as the literal stretches of time that its GPUs spent in each state.
#pragma once

#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

struct Segment {
    SimTime from{};
    SimTime to{};
    GpuState state = GpuState::compute;

    friend bool operator==(const Segment&, const Segment&) = default;
};

// Boot, setup, restore, load, then compute, checkpoint and rework (the last seconds of the attempt's
// compute), each checkpoint spelled out; neighbours in one state are merged, none is empty.
std::vector<Segment> segments_of(const Trace& trace, const AttemptFact& attempt);

}  // namespace trainyard
