#include "sim/engine/rig_life.hpp"

#include <algorithm>

namespace trainyard {

RigLife::RigLife(const Scenario& scenario, const Strategy& strategy, RunSeed seed, Agenda& agenda,
                 Trace& trace, Machines& machines)
    : scenario_{scenario},
      seed_{seed},
      agenda_{agenda},
      trace_{trace},
      machines_{machines},
      rigs_(trace.machines.size()),
      shelves_(scenario.pools.size()) {
    for (const Pool& pool : scenario.pools) {
        names_.push_back(hash_name(pool.name));
    }
    for (const PoolUse& use : strategy.pools) {
        const RigTerms* terms = scenario.pool(use.pool).rigs();
        if (terms != nullptr && terms->failures) {
            can_fail_ = true;
            shelves_[use.pool.value].parts = terms->failures->spares;
        }
    }
}

void RigLife::begin() {
    for (std::size_t i = 0; i < rigs_.size(); ++i) {
        const MachineIndex rig{i};
        const SimTime bought = trace_.machines[i].launched;
        if (bought > SimTime{}) {
            agenda_.set(rigs_[i].next, bought, {DueClass::repair, rig.value});
        } else {
            expect_failure(rig);
        }
    }
}

void RigLife::expect_failure(MachineIndex rig) {
    const auto& failures = terms_of(rig).failures;
    if (!failures) {
        return;
    }
    const Seconds up = draw(Purpose::rig_failure, failures->time_to_failure_s, rig);
    agenda_.set(rigs_[rig.value].next, agenda_.now() + std::max(up, Seconds{1}),
                {DueClass::failure, rig.value});
}

const RigTerms& RigLife::terms_of(MachineIndex rig) const {
    return *scenario_.pool(trace_.machines[rig.value].pool).rigs();
}

Seconds RigLife::draw(Purpose purpose, const Distribution& distribution, MachineIndex rig) const {
    const MachineFact& fact = trace_.machines[rig.value];
    const std::uint64_t number = std::uint64_t{fact.number} << 32U | rigs_[rig.value].failures;
    RandomStream random{seed_, purpose, names_[fact.pool.value], number};
    return whole_seconds(sample(distribution, random));
}

void RigLife::come_up(MachineIndex rig) {
    Rig& up = rigs_[rig.value];
    if (up.down) {
        trace_.downs[up.down_fact].until = agenda_.now();
        std::erase(shelf_of(rig).waiting, rig);
        ++up.failures;
        up.down = false;
    }
    machines_.open_rig(rig);
    expect_failure(rig);
}

void RigLife::fail(MachineIndex rig) {
    Rig& broken = rigs_[rig.value];
    machines_.close_rig(rig);
    broken.down = true;
    broken.down_fact = static_cast<std::uint32_t>(trace_.downs.size());
    trace_.downs.push_back({rig, agenda_.now(), SimTime::max()});

    const RigFailures& failures = *terms_of(rig).failures;
    const SimTime part_comes = agenda_.now() + draw(Purpose::repair, failures.repair_s, rig);
    Shelf& shelf = shelf_of(rig);
    if (shelf.parts > 0 && part_comes > agenda_.now()) {
        --shelf.parts;
        order_for_shelf(trace_.machines[rig.value].pool, part_comes);
        fit_part(rig);
        return;
    }
    shelf.waiting.push_back(rig);
    mend_by(rig, part_comes);
}

void RigLife::fit_part(MachineIndex rig) {
    mend_by(rig, agenda_.now() + draw(Purpose::swap, terms_of(rig).failures->swap_s, rig));
}

void RigLife::mend_by(MachineIndex rig, SimTime when) {
    Rig& broken = rigs_[rig.value];
    broken.mended = when;
    agenda_.cancel(broken.next);
    if (when == agenda_.now()) {
        come_up(rig);
    } else {
        agenda_.set(broken.next, when, {DueClass::repair, rig.value});
    }
}

void RigLife::order_for_shelf(PoolIndex pool, SimTime arrival) {
    const std::uint32_t order = orders_.take();
    orders_[order].pool = pool;
    agenda_.set(orders_[order].arrival, arrival, {DueClass::delivery, order});
}

void RigLife::deliver(std::uint32_t order) {
    const PoolIndex pool = orders_[order].pool;
    orders_.give_back(order);
    Shelf& shelf = shelves_[pool.value];
    for (const MachineIndex rig : shelf.waiting) {
        const SimTime own_comes = rigs_[rig.value].mended;
        const Seconds swap = draw(Purpose::swap, terms_of(rig).failures->swap_s, rig);
        if (agenda_.now() + swap < own_comes) {
            std::erase(shelf.waiting, rig);
            order_for_shelf(pool, own_comes);
            mend_by(rig, agenda_.now() + swap);
            return;
        }
    }
    ++shelf.parts;
}

}  // namespace trainyard
