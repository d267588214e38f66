// How owned rigs come, break and are mended. Their luck is keyed by the rig and the number of its failure,
// so that every strategy sees the same.
#pragma once

#include <deque>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/engine/agenda.hpp"
#include "sim/engine/machines.hpp"
#include "sim/engine/slots.hpp"

namespace trainyard {

// Parts: each failure uses one up and orders another. One that finds a part on the shelf has it fitted,
// and the order fills the shelf when it comes; one that finds none waits for its order, or for one for the
// shelf that comes before.
class RigLife {
public:
    // The rigs are those that the trace has.
    RigLife(const Scenario& scenario, const Strategy& strategy, RunSeed seed, Agenda& agenda, Trace& trace,
            Machines& machines);

    // Whether any rig can: if so, the window has to be lived through to its end.
    bool can_fail() const { return can_fail_; }
    // At second 0.
    void begin();

    // A rig is bought, or mended.
    void come_up(MachineIndex rig);
    // One that nobody holds any more breaks.
    void fail(MachineIndex rig);
    // An order for the shelf has come.
    void deliver(std::uint32_t order);

private:
    struct Rig {
        Alarm next;                   // its failure, or the end of its repair
        std::uint32_t failures = 0;   // so far
        std::uint32_t down_fact = 0;  // in Trace::downs, while it is down
        bool down = false;
        SimTime mended{};  // while it waits for a part
    };
    struct Shelf {
        int parts = 0;
        std::vector<MachineIndex> waiting;  // rigs that are down and have no part, first failure first
    };
    struct Order {
        PoolIndex pool;
        Alarm arrival;
    };

    const RigTerms& terms_of(MachineIndex rig) const;
    Shelf& shelf_of(MachineIndex rig) { return shelves_[trace_.machines[rig.value].pool.value]; }
    // Of the failure that the rig has had last, or will have next.
    Seconds draw(Purpose purpose, const Distribution& distribution, MachineIndex rig) const;
    void expect_failure(MachineIndex rig);
    void mend_by(MachineIndex rig, SimTime when);
    void fit_part(MachineIndex rig);
    void order_for_shelf(PoolIndex pool, SimTime arrival);

    const Scenario& scenario_;
    RunSeed seed_;
    Agenda& agenda_;
    Trace& trace_;
    Machines& machines_;
    bool can_fail_ = false;
    std::deque<Rig> rigs_;              // by MachineIndex
    std::vector<std::uint64_t> names_;  // of pools, hashed
    std::vector<Shelf> shelves_;        // by PoolIndex
    Slots<Order> orders_;
};

}  // namespace trainyard
