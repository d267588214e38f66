#include "sim/engine/machines.hpp"

#include <algorithm>

#include "sim/core/portable_math.hpp"
#include "sim/engine/platform.hpp"

namespace trainyard {

Machines::Machines(const Scenario& scenario, const Strategy& strategy, RunSeed seed, Agenda& agenda,
                   Trace& trace)
    : scenario_{scenario},
      strategy_{strategy},
      seed_{seed},
      agenda_{agenda},
      trace_{trace},
      pools_(scenario.pools.size()) {
    if (strategy.monthly_budget) {
        rent_account_.emplace(scenario);
    }
    for (const PoolUse& use : strategy.pools) {
        auto& slot = pools_[use.pool.value];
        if (slot) {
            continue;
        }
        const Pool& pool = scenario.pool(use.pool);
        if (const RentedTerms* rented = pool.rented()) {
            slot.emplace(RentedPool{Instances{rented->max_instances}, hash_name(pool.name)});
            continue;
        }
        const int count = rig_count(strategy, use.pool, *pool.rigs());
        slot.emplace(
            RigPool{Rigs{count, pool.gpus_per_machine}, static_cast<std::uint32_t>(trace.machines.size())});
        for (std::uint32_t number = 1; number <= static_cast<std::uint32_t>(count); ++number) {
            trace.machines.push_back({.pool = use.pool, .number = number, .place = number});
        }
    }
    rig_machines_ = static_cast<std::uint32_t>(trace.machines.size());
}

bool Machines::full(PoolIndex pool) const {
    const auto& slot = *pools_[pool.value];
    if (const auto* owned = std::get_if<RigPool>(&slot)) {
        return owned->rigs.full();
    }
    return std::get<RentedPool>(slot).instances.full();
}

std::optional<Gang> Machines::acquire(PoolIndex pool, JobIndex job, Gpus gpus) {
    auto& slot = *pools_[pool.value];
    if (auto* owned = std::get_if<RigPool>(&slot)) {
        const auto rig = owned->rigs.lowest_with(gpus);
        return rig ? std::optional{take_rig(*owned, *rig, gpus)} : std::nullopt;
    }
    auto& rented = std::get<RentedPool>(slot);
    const int machines = machines_for(scenario_.pool(pool), gpus);
    if (!rented.instances.available(machines)) {
        return std::nullopt;
    }
    return take_instances(pool, rented, job, gpus, machines);
}

Gang Machines::acquire_on(PoolIndex pool, JobIndex job, Gpus gpus, std::uint32_t part) {
    auto& slot = *pools_[pool.value];
    if (auto* owned = std::get_if<RigPool>(&slot)) {
        return take_rig(*owned, static_cast<int>(part), gpus);
    }
    return take_instances(pool, std::get<RentedPool>(slot), job, gpus,
                          machines_for(scenario_.pool(pool), gpus));
}

bool Machines::fits(PoolIndex pool, Gpus gpus) const {
    const auto& slot = *pools_[pool.value];
    if (const auto* owned = std::get_if<RigPool>(&slot)) {
        return owned->rigs.lowest_with(gpus).has_value();
    }
    return std::get<RentedPool>(slot).instances.available(machines_for(scenario_.pool(pool), gpus));
}

bool Machines::fits_warm(PoolIndex pool, Gpus gpus) const {
    const auto* rented = std::get_if<RentedPool>(&*pools_[pool.value]);
    return rented != nullptr && machines_for(scenario_.pool(pool), gpus) <= rented->instances.warm();
}

std::vector<int> Machines::free_units(PoolIndex pool) const {
    const auto& slot = *pools_[pool.value];
    if (const auto* rented = std::get_if<RentedPool>(&slot)) {
        return {rented->instances.room()};
    }
    const Rigs& rigs = std::get<RigPool>(slot).rigs;
    std::vector<int> free;
    for (int rig = 0; rig < rigs.count(); ++rig) {
        free.push_back(rigs.free_on(rig).count);
    }
    return free;
}

std::uint32_t Machines::part_of(MachineIndex machine) const {
    const auto* owned = std::get_if<RigPool>(&*pools_[trace_.machines[machine.value].pool.value]);
    return owned != nullptr ? machine.value - owned->first_machine : 0;
}

Gang Machines::take_rig(RigPool& pool, int rig, Gpus gpus) {
    pool.rigs.take(rig, gpus);
    const MachineIndex machine{pool.first_machine + static_cast<std::uint32_t>(rig)};
    trace_.members.push_back({.machine = machine, .gpus = gpus});
    return {static_cast<std::uint32_t>(trace_.members.size() - 1), 1, Seconds{0}};
}

Gang Machines::take_instances(PoolIndex index, RentedPool& pool, JobIndex job, Gpus gpus, int machines) {
    Gang gang{static_cast<std::uint32_t>(trace_.members.size()), static_cast<std::uint32_t>(machines),
              Seconds{0}};
    const Gpus each = scenario_.pool(index).gpus_per_machine;
    for (Gpus left = gpus; left > Gpus{0}; left -= std::min(each, left)) {
        const auto warm = pool.instances.take_warm();
        Rental& taken = warm ? rental(*warm) : launch(index, pool);
        taken.warm = false;
        agenda_.cancel(taken.idle);
        taken.holder = job;
        gang.boot = std::max(gang.boot, fact(taken.machine).ready - agenda_.now());
        const Gpus used = std::min(each, left);
        trace_.members.push_back({.machine = taken.machine, .gpus = used, .stranded = each - used});
    }
    return gang;
}

Machines::Rental& Machines::launch(PoolIndex index, RentedPool& pool) {
    const Instances::Launch launched = pool.instances.launch();
    const RentedTerms& rented = terms(index);
    slot_of_rental_.push_back(rentals_.take());
    Rental& made = rentals_[slot_of_rental_.back()];
    made.machine = MachineIndex{trace_.machines.size()};
    made.noticed = false;
    RandomStream random{seed_, Purpose::boot, pool.name, launched.number};
    const Seconds boot = whole_seconds(sample(rented.boot_s, random));
    trace_.machines.push_back({.pool = index,
                               .number = launched.number,
                               .place = launched.place,
                               .launched = agenda_.now(),
                               .ready = agenda_.now() + boot});
    ++running_;
    if (rent_account_) {
        rent_account_->launched(made.machine, fact(made.machine), rented);
    }
    expect_interruption(made, rented, pool.name, launched.number);
    return made;
}

void Machines::expect_interruption(Rental& rental, const RentedTerms& terms, std::uint64_t name,
                                   std::uint32_t number) {
    RandomStream random{seed_, Purpose::life, name, number};
    Seconds life{0};
    if (const auto* rate = std::get_if<InterruptionRate>(&terms.interruptions)) {
        if (rate->per_s <= 0) {
            return;
        }
        life = whole_seconds(-portable_log(random.uniform()) / rate->per_s);
    } else if (const auto* drawn = std::get_if<InstanceLife>(&terms.interruptions)) {
        life = std::max(whole_seconds(sample(drawn->life_s, random)), Seconds{1});
    } else {
        return;
    }
    const SimTime loss = agenda_.now() + life;
    const bool warned = strategy_.heed_notice && terms.notice > Seconds{0} && terms.notice < life;
    agenda_.set(rental.market, warned ? loss - terms.notice : loss,
                {warned ? DueClass::notice : DueClass::loss, rental.machine.value});
}

void Machines::give_back(GangMember& member) {
    member.held_until = agenda_.now();
    const PoolIndex pool = fact(member.machine).pool;
    if (auto* owned = std::get_if<RigPool>(&*pools_[pool.value])) {
        owned->rigs.give_back(static_cast<int>(member.machine.value - owned->first_machine), member.gpus);
        return;
    }
    Rental& given = rental(member.machine);
    given.holder.reset();
    if (given.noticed || fact(member.machine).ready > agenda_.now()) {
        release(given);
    } else {
        keep_warm(given);
    }
}

void Machines::keep_warm(Rental& rental) {
    rental.warm = true;
    rented(fact(rental.machine).pool).instances.make_warm(rental.machine);
    if (strategy_.idle_timeout == Seconds{0}) {
        freed_.push_back(rental.machine);
        return;
    }
    agenda_.set(rental.idle, agenda_.now() + strategy_.idle_timeout,
                {DueClass::idle_timeout, rental.machine.value});
}

void Machines::release(Rental& rental) {
    MachineFact& machine = fact(rental.machine);
    Instances& instances = rented(machine.pool).instances;
    if (rental.warm) {
        instances.remove_warm(rental.machine);
        rental.warm = false;
    }
    instances.release(machine.place);
    machine.released = agenda_.now();
    if (rent_account_) {
        rent_account_->released(rental.machine, agenda_.now());
    }
    agenda_.cancel(rental.market);
    agenda_.cancel(rental.idle);
    rental.holder.reset();
    rentals_.give_back(slot_of_rental_[rental.machine.value - rig_machines_]);
    --running_;
}

std::optional<JobIndex> Machines::lose(MachineIndex machine) {
    if (gone(machine)) {
        return std::nullopt;
    }
    Rental& lost = rental(machine);
    fact(machine).lost = true;
    fact(machine).reclaimed = true;
    const auto holder = lost.holder;
    release(lost);
    return holder;
}

std::optional<JobIndex> Machines::notify(MachineIndex machine) {
    if (gone(machine)) {
        return std::nullopt;
    }
    Rental& warned = rental(machine);
    warned.noticed = true;
    fact(machine).notice = agenda_.now();
    fact(machine).reclaimed = true;
    if (!warned.holder) {
        release(warned);
        return std::nullopt;
    }
    agenda_.set(warned.market, agenda_.now() + notice_of(machine), {DueClass::loss, machine.value});
    return warned.holder;
}

Seconds Machines::notice_of(MachineIndex machine) const {
    return terms(trace_.machines[machine.value].pool).notice;
}

void Machines::expire_idle(MachineIndex machine) {
    if (!gone(machine) && rental(machine).warm) {
        release(rental(machine));
    }
}

void Machines::expire_freed() {
    for (const MachineIndex machine : freed_) {
        expire_idle(machine);
    }
    freed_.clear();
}

}  // namespace trainyard
