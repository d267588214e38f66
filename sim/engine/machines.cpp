#include "sim/engine/machines.hpp"

#include <algorithm>

#include "sim/core/portable_math.hpp"
#include "sim/engine/platform.hpp"
#include "sim/model/rent.hpp"

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
            if (rented->reservation) {
                reservations_.try_emplace(use.pool);
            }
            slot.emplace(RentedPool{Instances{rented->max_instances}, hash_name(pool.name)});
            open_market(std::get<RentedPool>(*slot), use.pool, *rented);
            continue;
        }
        add_rigs(use.pool, *pool.rigs(), slot);
    }
    rig_machines_ = static_cast<std::uint32_t>(trace.machines.size());
}

void Machines::add_rigs(PoolIndex index, const RigTerms& terms,
                        std::optional<std::variant<RigPool, RentedPool>>& slot) {
    const int count = owned_count(strategy_, index, terms.count);
    RigPool pool{Rigs{count, scenario_.pool(index).gpus_per_machine},
                 static_cast<std::uint32_t>(trace_.machines.size()), terms.multi_rig,
                 std::vector<std::vector<RigHold>>(terms.failures ? static_cast<std::size_t>(count) : 0)};
    const SimTime bought{terms.available};
    for (std::uint32_t number = 1; number <= static_cast<std::uint32_t>(count); ++number) {
        trace_.machines.push_back(
            {.pool = index, .number = number, .place = number, .launched = bought, .ready = bought});
        if (bought > SimTime{}) {
            pool.rigs.take(static_cast<int>(number) - 1, scenario_.pool(index).gpus_per_machine);
        }
    }
    slot.emplace(std::move(pool));
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
        return take_rigs(*owned, job, gpus);
    }
    auto& rented = std::get<RentedPool>(slot);
    const int machines = machines_for(scenario_.pool(pool), gpus);
    if (!rented.instances.available(machines) || !starts(rented, machines)) {
        return std::nullopt;
    }
    return take_instances(pool, rented, job, gpus, machines);
}

// Within one rig before across several.
std::optional<Gang> Machines::take_rigs(RigPool& pool, JobIndex job, Gpus gpus) {
    Gang gang{static_cast<std::uint32_t>(trace_.members.size()), 1, Seconds{0}};
    if (const auto rig = pool.rigs.lowest_with(gpus)) {
        take_rig(pool, *rig, job, gpus);
        return gang;
    }
    if (!pool.spanned || pool.rigs.free() < gpus) {
        return std::nullopt;
    }
    for (Gpus left = gpus; left > Gpus{0};) {
        const int rig = *pool.rigs.lowest_with(Gpus{1});
        const Gpus taken = std::min(left, pool.rigs.free_on(rig));
        take_rig(pool, rig, job, taken);
        left -= taken;
    }
    gang.count = static_cast<std::uint32_t>(trace_.members.size()) - gang.first;
    return gang;
}

std::optional<Gang> Machines::acquire_on(PoolIndex pool, JobIndex job, Gpus gpus, std::uint32_t part) {
    auto* owned = std::get_if<RigPool>(&*pools_[pool.value]);
    if (owned == nullptr || owned->spanned) {
        return acquire(pool, job, gpus);
    }
    const Gang gang{static_cast<std::uint32_t>(trace_.members.size()), 1, Seconds{0}};
    take_rig(*owned, static_cast<int>(part), job, gpus);
    return gang;
}

bool Machines::fits(PoolIndex pool, Gpus gpus) const {
    const auto& slot = *pools_[pool.value];
    if (const auto* owned = std::get_if<RigPool>(&slot)) {
        return owned->rigs.lowest_with(gpus).has_value() || (owned->spanned && gpus <= owned->rigs.free());
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
    const auto& owned = std::get<RigPool>(slot);
    if (owned.spanned) {
        return {owned.rigs.free().count};
    }
    std::vector<int> free;
    for (int rig = 0; rig < owned.rigs.count(); ++rig) {
        free.push_back(owned.rigs.free_on(rig).count);
    }
    return free;
}

std::uint32_t Machines::part_of(MachineIndex machine) const {
    const auto* owned = std::get_if<RigPool>(&*pools_[trace_.machines[machine.value].pool.value]);
    return owned != nullptr && !owned->spanned ? machine.value - owned->first_machine : 0;
}

void Machines::take_rig(RigPool& pool, int rig, JobIndex job, Gpus gpus) {
    pool.rigs.take(rig, gpus);
    if (!pool.holds.empty()) {
        pool.holds[static_cast<std::size_t>(rig)].push_back({trace_.members.size(), job});
    }
    const MachineIndex machine{pool.first_machine + static_cast<std::uint32_t>(rig)};
    trace_.members.push_back({.machine = machine, .gpus = gpus});
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
    if (!rented.reservation) {
        ++running_;
        if (rent_account_) {
            rent_account_->launched(made.machine, fact(made.machine), rented,
                                    price_offset(trace_, fact(made.machine).pool));
        }
    }
    const SimTime lost = expect_interruption(made, rented, pool.name, launched.number);
    if (pool.market != nullptr) {
        pool.market->launched(made.machine, launched.number, lost);
    }
    return made;
}

SimTime Machines::expect_interruption(Rental& rental, const RentedTerms& terms, std::uint64_t name,
                                      std::uint32_t number) {
    if (terms.reservation) {
        const SimTime over = agenda_.now() + terms.reservation->term;
        agenda_.set(rental.market, over, {DueClass::loss, rental.machine.value});
        return over;
    }
    RandomStream random{seed_, Purpose::life, name, number};
    Seconds life{0};
    if (const auto* rate = std::get_if<InterruptionRate>(&terms.interruptions)) {
        if (rate->per_s <= 0) {
            return SimTime::max();
        }
        life = whole_seconds(-portable_log(random.uniform()) / rate->per_s);
    } else if (const auto* drawn = std::get_if<InstanceLife>(&terms.interruptions)) {
        life = std::max(whole_seconds(sample(drawn->life_s, random)), Seconds{1});
    } else {
        return SimTime::max();
    }
    const SimTime loss = agenda_.now() + life;
    const bool warned = strategy_.heed_notice && terms.notice > Seconds{0} && terms.notice < life;
    agenda_.set(rental.market, warned ? loss - terms.notice : loss,
                {warned ? DueClass::notice : DueClass::loss, rental.machine.value});
    return loss;
}

void Machines::give_back(GangMember& member) {
    member.held_until = agenda_.now();
    const PoolIndex pool = fact(member.machine).pool;
    if (auto* owned = std::get_if<RigPool>(&*pools_[pool.value])) {
        const auto rig = member.machine.value - owned->first_machine;
        owned->rigs.give_back(static_cast<int>(rig), member.gpus);
        if (!owned->holds.empty()) {
            const auto place = static_cast<std::size_t>(&member - trace_.members.data());
            std::erase_if(owned->holds[rig], [place](const RigHold& hold) { return hold.member == place; });
        }
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
    if (terms(fact(rental.machine).pool).reservation) {
        return;
    }
    if (strategy_.idle_timeout == Seconds{0}) {
        freed_.push_back(rental.machine);
        return;
    }
    agenda_.set(rental.idle, agenda_.now() + strategy_.idle_timeout,
                {DueClass::idle_timeout, rental.machine.value});
}

void Machines::release(Rental& rental) {
    MachineFact& machine = fact(rental.machine);
    RentedPool& pool = rented(machine.pool);
    Instances& instances = pool.instances;
    if (rental.warm) {
        instances.remove_warm(rental.machine);
        rental.warm = false;
    }
    instances.release(machine.place);
    if (pool.market != nullptr) {
        pool.market->released(rental.machine);
    }
    machine.released = agenda_.now();
    if (rent_account_ && !terms(fact(rental.machine).pool).reservation) {
        rent_account_->released(rental.machine, agenda_.now());
    }
    agenda_.cancel(rental.market);
    agenda_.cancel(rental.idle);
    rental.holder.reset();
    rentals_.give_back(slot_of_rental_[rental.machine.value - rig_machines_]);
    if (terms(machine.pool).reservation) {
        instances.allow(-1);
    } else {
        --running_;
    }
}

std::optional<JobIndex> Machines::lose(MachineIndex machine) {
    if (gone(machine)) {
        return std::nullopt;
    }
    Rental& lost = rental(machine);
    const auto holder = lost.holder;
    const bool reserved = terms(fact(machine).pool).reservation.has_value();
    fact(machine).lost = !reserved || holder;
    fact(machine).reclaimed = !reserved;
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

void Machines::begin() {
    for (auto& [pool, beginning] : reservations_) {
        const SimTime available{terms(pool).reservation->available};
        if (available == SimTime{}) {
            start_reservation(pool);
        } else {
            agenda_.set(beginning, available, {DueClass::reservation, pool.value});
        }
    }
}

void Machines::start_reservation(PoolIndex pool) {
    RentedPool& reserved = rented(pool);
    const int count = owned_count(strategy_, pool, terms(pool).reservation->count);
    reserved.instances.allow(count);
    for (int i = 0; i < count; ++i) {
        keep_warm(launch(pool, reserved));
    }
}

void Machines::open_rig(MachineIndex rig) {
    RigPool& pool = owned(rig);
    pool.rigs.give_back(static_cast<int>(rig.value - pool.first_machine),
                        scenario_.pool(fact(rig).pool).gpus_per_machine);
}

void Machines::close_rig(MachineIndex rig) {
    RigPool& pool = owned(rig);
    pool.rigs.take(static_cast<int>(rig.value - pool.first_machine),
                   scenario_.pool(fact(rig).pool).gpus_per_machine);
}

std::vector<JobIndex> Machines::holders(MachineIndex rig) const {
    const RigPool& pool = std::get<RigPool>(*pools_[trace_.machines[rig.value].pool.value]);
    std::vector<JobIndex> jobs;
    for (const RigHold& hold : pool.holds[rig.value - pool.first_machine]) {
        jobs.push_back(hold.job);
    }
    std::sort(jobs.begin(), jobs.end());
    return jobs;
}

void Machines::expire_freed() {
    for (const MachineIndex machine : freed_) {
        expire_idle(machine);
    }
    freed_.clear();
}

}  // namespace trainyard
