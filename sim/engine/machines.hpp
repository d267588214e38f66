// Who holds which machine, and when rented ones come and go. Knows jobs by their index alone.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/engine/agenda.hpp"
#include "sim/engine/pool_market.hpp"
#include "sim/engine/rent_account.hpp"
#include "sim/engine/slots.hpp"
#include "sim/fleet/instances.hpp"
#include "sim/fleet/rigs.hpp"
#include "sim/model/scenario.hpp"
#include "sim/model/trace.hpp"

namespace trainyard {

// The machines that a job has got: Trace::members [first, first + count).
struct Gang {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    Seconds boot{0};  // until the last of them is ready
};

class Machines {
public:
    Machines(const Scenario& scenario, const Strategy& strategy, RunSeed seed, Agenda& agenda, Trace& trace);

    bool full(PoolIndex pool) const;
    // A gang's machines, if the pool has room for it now: warm before cold, then the lowest number.
    std::optional<Gang> acquire(PoolIndex pool, JobIndex job, Gpus gpus);

    // On that part of the pool, where it is known to fit: a rig (from 0); a rented pool is one part.
    std::optional<Gang> acquire_on(PoolIndex pool, JobIndex job, Gpus gpus, std::uint32_t part);

    // Whether a gang fits now; on warm instances alone.
    bool fits(PoolIndex pool, Gpus gpus) const;
    bool fits_warm(PoolIndex pool, Gpus gpus) const;
    // What is free now of each part: GPUs of a rig, instances that can be had of a rented pool.
    std::vector<int> free_units(PoolIndex pool) const;
    std::uint32_t part_of(MachineIndex machine) const;

    // What rented machines have cost in the calendar month until now, where the strategy has a budget.
    Money spent_this_month() { return rent_account_->this_month(agenda_.now()); }

    // A member of a gang is no longer held. A rig's GPUs are free at once; an instance is warm until
    // its idle timeout, or given back if it has had its notice or is still in its boot.
    void give_back(GangMember& member);

    // The interruption of an instance, and its notice; nothing happens to one that has gone. Both
    // say whose it was. `lose` takes the machine from its gang; `notify` gives an idle one back.
    std::optional<JobIndex> lose(MachineIndex machine);
    std::optional<JobIndex> notify(MachineIndex machine);
    // From its notice to its interruption.
    Seconds notice_of(MachineIndex machine) const;

    // A pool's market at a second that it changes: the machines that shocks take, then, as long as there
    // are more than there can be, the youngest. And those to be warned of what it will do.
    std::vector<MachineIndex> change_market(PoolIndex pool);
    std::optional<MachineIndex> excess(PoolIndex pool);
    std::vector<MachineIndex> announce_market(PoolIndex pool);

    // After the decision of a second: instances that nobody took go back.
    void expire_idle(MachineIndex machine);
    void expire_freed();

    // A rig comes up, bought or mended, or goes down when nobody holds it any more.
    void open_rig(MachineIndex rig);
    void close_rig(MachineIndex rig);
    // Who holds GPUs of a rig that can fail, by number.
    std::vector<JobIndex> holders(MachineIndex rig) const;

    // Whether instances are reserved: their terms have to be lived through.
    bool reserves() const { return !reservations_.empty(); }
    // At second 0, and when a reservation begins: its instances are there, warm.
    void begin();
    void start_reservation(PoolIndex pool);

    // Rented machines that are paid for because they are in use: none that are reserved.
    std::int64_t running() const { return running_; }

private:
    struct Rental {
        MachineIndex machine;
        std::optional<JobIndex> holder;
        bool warm = false;
        bool noticed = false;
        Alarm market;  // its notice, then its interruption
        Alarm idle;
    };
    struct RigHold {
        std::size_t member;  // in Trace::members
        JobIndex job;
    };
    struct RigPool {
        Rigs rigs;
        std::uint32_t first_machine;
        bool spanned;                             // a gang may have GPUs of several
        std::vector<std::vector<RigHold>> holds;  // by rig, where rigs can fail; else empty
    };
    struct RentedPool {
        Instances instances;
        std::uint64_t name;                       // hashed
        std::unique_ptr<PoolMarket> market = {};  // null where nothing comes and goes
    };

    void add_rigs(PoolIndex index, const RigTerms& terms,
                  std::optional<std::variant<RigPool, RentedPool>>& slot);
    std::optional<Gang> take_rigs(RigPool& pool, JobIndex job, Gpus gpus);
    void take_rig(RigPool& pool, int rig, JobIndex job, Gpus gpus);
    RigPool& owned(MachineIndex rig) { return std::get<RigPool>(*pools_[fact(rig).pool.value]); }
    Gang take_instances(PoolIndex index, RentedPool& pool, JobIndex job, Gpus gpus, int machines);
    Rental& launch(PoolIndex index, RentedPool& pool);
    // Returns when it will be lost; SimTime::max(): never.
    SimTime expect_interruption(Rental& rental, const RentedTerms& terms, std::uint64_t name,
                                std::uint32_t number);
    void open_market(RentedPool& pool, PoolIndex index, const RentedTerms& terms);
    // Whether the provider launches what the warm ones of so many machines leave to be launched.
    bool starts(RentedPool& pool, int machines);
    void release(Rental& rental);
    void keep_warm(Rental& rental);
    Rental& rental(MachineIndex machine) { return rentals_[slot_of_rental_[machine.value - rig_machines_]]; }
    // What falls due at a second may be of a machine that has just gone.
    bool gone(MachineIndex machine) const { return trace_.machines[machine.value].released.has_value(); }
    MachineFact& fact(MachineIndex machine) { return trace_.machines[machine.value]; }
    RentedPool& rented(PoolIndex pool) { return std::get<RentedPool>(*pools_[pool.value]); }
    const RentedTerms& terms(PoolIndex pool) const { return *scenario_.pool(pool).rented(); }

    const Scenario& scenario_;
    const Strategy& strategy_;
    RunSeed seed_;
    Agenda& agenda_;
    Trace& trace_;
    std::vector<std::optional<std::variant<RigPool, RentedPool>>> pools_;  // by PoolIndex
    std::uint32_t rig_machines_ = 0;
    Slots<Rental> rentals_;
    std::vector<std::uint32_t> slot_of_rental_;  // in order of launch
    std::vector<MachineIndex> freed_;            // this second, to be given back unless taken
    std::int64_t running_ = 0;
    std::map<PoolIndex, Alarm> reservations_;  // the beginnings
    std::optional<RentAccount> rent_account_;
};

}  // namespace trainyard
