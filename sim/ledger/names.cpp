#include "sim/ledger/outcome.hpp"

namespace trainyard {

const char* name_of(GpuState state) {
    static constexpr std::array<const char*, gpu_state_count> names{
        "compute", "rework", "checkpoint", "restore",  "load", "boot",
        "setup",   "linger", "idle",       "stranded", "down"};
    return names.at(static_cast<std::size_t>(state));
}

const char* name_of(JobState state) {
    static constexpr std::array<const char*, job_state_count> names{
        "queued", "boot", "setup", "restore", "load", "compute", "rework", "checkpoint"};
    return names.at(static_cast<std::size_t>(state));
}

const char* name_of(CostCategory category) {
    static constexpr std::array<const char*, cost_category_count + 1> names{
        "depreciation", "energy",   "upkeep",  "repair", "financing", "spot",
        "on_demand",    "reserved", "storage", "egress", "purchase"};
    return names.at(static_cast<std::size_t>(category));
}

}  // namespace trainyard
