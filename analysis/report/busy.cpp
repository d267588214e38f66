#include "analysis/report/busy.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trainyard::report {
namespace {

constexpr std::int64_t hour_s = 3600;

// GPU-seconds by bins of equal length.
class Bins {
public:
    Bins(std::int64_t length_s, std::int64_t end_s)
        : length_s_{length_s}, gpu_s_(static_cast<std::size_t>((end_s + length_s - 1) / length_s)) {}

    void add(std::int64_t from_s, std::int64_t until_s, int gpus) {
        for (std::int64_t at = from_s; at < until_s;) {
            const std::int64_t bin = at / length_s_;
            const std::int64_t next = std::min(until_s, (bin + 1) * length_s_);
            gpu_s_[static_cast<std::size_t>(bin)] += static_cast<double>((next - at) * gpus);
            at = next;
        }
    }
    const std::vector<double>& gpu_s() const { return gpu_s_; }

    json mean_gpus() const {
        json list = json::array();
        for (const double each : gpu_s_) {
            list.push_back(std::round(each / static_cast<double>(length_s_) * 100) / 100);
        }
        return list;
    }

private:
    std::int64_t length_s_;
    std::vector<double> gpu_s_;
};

// Whether a job has GPUs then.
bool is_used(const MachinePhase& phase) { return phase.job != 0; }

// The machine of a first row is there during its phases: they have no gaps while it is.
void add_there(Bins& bins, const MachineRow& row, int gpus) {
    for (const MachinePhase& phase : row.phases) {
        bins.add(phase.from_s, phase.until_s, gpus);
    }
}

std::int64_t bin_length(std::int64_t end_s, std::int64_t most_bins) {
    const std::int64_t least = (end_s + most_bins - 1) / most_bins;
    return std::max(hour_s, (least + hour_s - 1) / hour_s * hour_s);
}

// Rigs are there all the time, though their first row may be free while a further one is not.
void add_presence(Bins& bins, const MachineRows& machines, const MachineRow& row,
                  const ScenarioFacts& facts) {
    const PoolFacts* pool = facts.pool(machines.pools[row.pool]);
    const int gpus = gpus_of(machines, row, facts);
    if (row.further) {
        return;
    }
    if (pool != nullptr && pool->kind == "rigs") {
        bins.add(0, machines.end_s, gpus);
    } else {
        add_there(bins, row, gpus);
    }
}

}  // namespace

int gpus_of(const MachineRows& machines, const MachineRow& row, const ScenarioFacts& facts) {
    const PoolFacts* pool = facts.pool(machines.pools[row.pool]);
    return pool == nullptr ? 1 : pool->gpus;
}

json week_of(const MachineRows& machines, const ScenarioFacts& facts) {
    Bins computing{hour_s, machines.end_s};
    Bins there{hour_s, machines.end_s};
    for (const MachineRow& row : machines.rows) {
        add_presence(there, machines, row, facts);
        for (const MachinePhase& phase : row.phases) {
            if (phase.state == GpuState::compute) {
                computing.add(phase.from_s, phase.until_s, phase.gpus);
            }
        }
    }
    std::array<double, 168> used{};
    std::array<double, 168> all{};
    constexpr std::int64_t monday_h = 3 * 24;  // 1970-01-01 was a Thursday
    for (std::size_t hour = 0; hour < there.gpu_s().size(); ++hour) {
        const std::int64_t unix_h = facts.start_unix_s / hour_s + static_cast<std::int64_t>(hour);
        const auto of_week = static_cast<std::size_t>(((unix_h + monday_h) % 168 + 168) % 168);
        used[of_week] += computing.gpu_s()[hour];
        all[of_week] += there.gpu_s()[hour];
    }
    json shares = json::array();
    for (std::size_t i = 0; i < all.size(); ++i) {
        shares.push_back(all[i] > 0 ? json(std::round(used[i] / all[i] * 1e4) / 1e4) : json(nullptr));
    }
    return shares;
}

json busy_over_time(const std::string& strategy, const MachineRows& machines, const ScenarioFacts& facts) {
    const std::int64_t length_s = bin_length(machines.end_s, 400);
    json pools = json::array();
    for (std::size_t pool = 0; pool < machines.pools.size(); ++pool) {
        Bins used{length_s, machines.end_s};
        Bins there{length_s, machines.end_s};
        for (const MachineRow& row : machines.rows) {
            if (row.pool != pool) {
                continue;
            }
            add_presence(there, machines, row, facts);
            for (const MachinePhase& phase : row.phases) {
                if (is_used(phase)) {
                    used.add(phase.from_s, phase.until_s, phase.gpus);
                }
            }
        }
        pools.push_back(
            {{"pool", machines.pools[pool]}, {"used", used.mean_gpus()}, {"there", there.mean_gpus()}});
    }
    return {{"strategy", strategy}, {"bin_s", length_s}, {"pools", pools}};
}

json machine_heat(const MachineRows& machines, const ScenarioFacts& facts, std::int64_t bin_s) {
    json heat = json::array();
    for (std::size_t first = 0; first < machines.rows.size();) {
        Bins used{bin_s, machines.end_s};
        Bins there{bin_s, machines.end_s};
        std::size_t i = first;
        do {  // a machine's first row and those that follow for its further jobs
            add_presence(there, machines, machines.rows[i], facts);
            for (const MachinePhase& phase : machines.rows[i].phases) {
                if (is_used(phase)) {
                    used.add(phase.from_s, phase.until_s, phase.gpus);
                }
            }
            ++i;
        } while (i < machines.rows.size() && machines.rows[i].further);
        first = i;
        json percents = json::array();
        for (std::size_t bin = 0; bin < there.gpu_s().size(); ++bin) {
            const double all = there.gpu_s()[bin];
            percents.push_back(all > 0 ? static_cast<int>(std::lround(used.gpu_s()[bin] / all * 100)) : -1);
        }
        heat.push_back(percents);
    }
    return heat;
}

}  // namespace trainyard::report
