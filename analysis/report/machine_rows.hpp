// The time line of a run, read back: what each machine did from second to second.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/report/run_tables.hpp"

namespace trainyard {

// What a machine did for a while. Compute and the checkpoints within it are one phase.
struct MachinePhase {
    std::int64_t from_s = 0;
    std::int64_t until_s = 0;
    GpuState state = GpuState::idle;
    std::int64_t job = 0;           // its number; 0: none
    int gpus = 0;                   // that the job uses on the machine
    int checkpoints = 0;            // within compute
    std::int64_t checkpoint_s = 0;  // that they took
    std::int64_t instance = 0;
    std::size_t passed = 0;  // with the first phase of an attempt: in MachineRows::passed
};

// A pool that the strategy would rather have used when it placed a job.
struct PassedPool {
    std::string pool;
    std::string why;  // "full", "no room", "not open yet"
};

struct MachineMark {
    std::int64_t at_s = 0;
    std::string what;      // "notice", "interruption", "failure", "machine lost"
    std::int64_t job = 0;  // its number; 0: none
};

// A rig, or a place in a rented pool, where one instance follows another. A rig that several jobs share
// has further rows.
struct MachineRow {
    std::string name;
    std::size_t pool = 0;              // in MachineRows::pools
    bool further = false;              // not its machine's first row
    std::vector<MachinePhase> phases;  // by time
    std::vector<MachineMark> marks;
};

struct MachineRows {
    std::vector<std::string> pools;
    std::vector<MachineRow> rows;                     // by pool, then machine
    std::int64_t end_s = 0;                           // when the last phase ends
    std::vector<std::vector<PassedPool>> passed{{}};  // each list once; the first one is empty
};

// `events` as timeline_events (sim/ledger/timeline.hpp) writes those of one run of the strategy. Throws
// DamagedRows.
MachineRows read_timeline(const std::string& events, const std::string& strategy);

}  // namespace trainyard
