// How many GPU-seconds the jobs of each team have held so far, whatever they did with them: what
// fair-share goes by.
#pragma once

#include <vector>

#include "sim/core/ids.hpp"

namespace trainyard {

class TeamUsage {
public:
    // A job of the team (in Trace::teams) gets GPUs, or gives them back.
    void take(std::uint32_t team, Gpus gpus, SimTime now) { change(team, gpus, now); }
    void give_back(std::uint32_t team, Gpus gpus, SimTime now) { change(team, Gpus{-gpus.count}, now); }

    GpuSeconds until(std::uint32_t team, SimTime now) const {
        if (team >= teams_.size()) {
            return {};
        }
        const Team& its = teams_[team];
        return its.used + its.held * (now - its.at);
    }

private:
    struct Team {
        GpuSeconds used;  // until `at`
        Gpus held{0};     // since then
        SimTime at{};
    };

    void change(std::uint32_t team, Gpus by, SimTime now) {
        if (team >= teams_.size()) {
            teams_.resize(team + std::size_t{1});
        }
        const GpuSeconds used = until(team, now);
        teams_[team] = {used, teams_[team].held + by, now};
    }

    std::vector<Team> teams_;
};

}  // namespace trainyard
