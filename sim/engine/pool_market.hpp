// The market of a rented pool as it goes: how many instances there can be now, whether any can be
// launched, and which of those that run it takes. Knows machines by their index alone.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/engine/agenda.hpp"
#include "sim/engine/market_course.hpp"

namespace trainyard {

class PoolMarket {
public:
    // `notice`: from a warning to what it warns of; 0 when nobody is warned. Terms must outlive this.
    PoolMarket(const RentedTerms& terms, PoolIndex pool, std::uint64_t name, RunSeed seed, Seconds notice,
               Agenda& agenda);
    PoolMarket(const PoolMarket&) = delete;  // its alarms stay where they are
    PoolMarket& operator=(const PoolMarket&) = delete;

    // At once; absent: no limit.
    std::optional<int> most() const { return capacity_.most(); }
    bool closed() const { return agenda_.now() < closed_until_; }
    // Asks for so many instances, of which all start or none; then no more can be launched for a while.
    bool starts(int instances);

    // `gone`: when the machine goes of itself; SimTime::max() if never.
    void launched(MachineIndex machine, std::uint32_t launch, SimTime gone);
    void released(MachineIndex machine) { running_.erase(machine); }

    // What changes at this second; returns the machines that shocks take.
    std::vector<MachineIndex> change();
    // The youngest machine, when more run than there can be.
    std::optional<MachineIndex> excess() const;
    // The machines to be warned, at this second, of what comes when their notice is over: in the order
    // in which they will be taken.
    std::vector<MachineIndex> announce();

private:
    struct Running {
        std::uint32_t launch = 0;
        SimTime gone{};
    };
    struct Coming {
        SimTime at{};
        std::optional<int> most;
    };

    void expect_change();
    void expect_announcement();
    void look_ahead();
    void warn_of(const Shock& shock, std::vector<MachineIndex>& warned);
    void warn_of_last_change(std::vector<MachineIndex>& warned);

    const RentedTerms& terms_;
    PoolIndex pool_;
    std::uint64_t name_;
    RunSeed seed_;
    Seconds notice_;
    Agenda& agenda_;

    CapacityCourse capacity_;
    ShockCourse shocks_;
    SimTime closed_until_{};
    std::uint64_t asked_ = 0;
    Alarm change_;

    // `notice` ahead of the others.
    CapacityCourse capacity_ahead_;
    ShockCourse shocks_ahead_;
    std::deque<Coming> coming_;  // between the two
    Alarm announcement_;

    std::map<MachineIndex, Running> running_;  // the oldest first
};

}  // namespace trainyard
