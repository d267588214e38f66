#include <fmt/format.h>

#include <cstdio>
#include <set>

#include "analysis/offered_load.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"

namespace trainyard {
namespace {

std::string counted(std::size_t count, const char* one, const char* several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

// Pools that a strategy uses: a catalogue brings many more.
std::size_t pools_in_use(const Scenario& scenario) {
    std::set<PoolIndex> used;
    for (const Strategy& strategy : scenario.strategies) {
        for (const PoolUse& use : strategy.pools) {
            used.insert(use.pool);
        }
    }
    return used.size();
}

std::string title(const Input& input) {
    const Scenario& scenario = input.scenario();
    return fmt::format("{}: {}: {}, {}, {}; offered load, of what the pools can carry:\n",
                       printable(input.file), printable(scenario.name),
                       counted(scenario.streams.size(), "stream", "streams"),
                       counted(pools_in_use(scenario), "pool", "pools"),
                       counted(scenario.strategies.size(), "strategy", "strategies"));
}

std::string report(const Input& input) {
    std::string text = title(input);
    for (const Strategy& strategy : input.scenario().strategies) {
        const std::string line =
            infeasibilities(input.loaded, {strategy.name}).empty()
                ? describe(input.scenario(), strategy, offered_load(input.scenario(), strategy))
                : printable(strategy.name) + ": infeasible";
        text += "  " + line + "\n";
    }
    return text;
}

}  // namespace

int check_command(const CheckArguments& arguments) {
    const auto inputs = load_inputs(arguments.files, arguments.sets);
    if (!inputs) {
        return exit_bad_input;
    }
    int code = exit_fine;
    for (const Input& input : *inputs) {
        const auto errors = infeasibilities(input.loaded);
        fmt::print(stderr, "{}", render(errors));
        print_result(report(input));
        code = errors.empty() ? code : exit_bad_input;
    }
    return code;
}

}  // namespace trainyard
