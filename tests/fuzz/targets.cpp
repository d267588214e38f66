#include "tests/fuzz/targets.hpp"

namespace trainyard::fuzz {

const std::vector<Target>& targets() {
    static const std::vector<Target> all{
        {"scenario", run_scenario},   {"paths", run_paths},   {"units", run_units},
        {"trainyard", run_trainyard}, {"csv", run_csv},       {"sacct", run_sacct},
        {"philly", run_philly},       {"helios", run_helios}, {"swf", run_swf},
        {"spot", run_spot},           {"prices", run_prices},
    };
    return all;
}

}  // namespace trainyard::fuzz
