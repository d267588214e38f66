#include <fmt/format.h>

#include <cstdio>

#include "analysis/offered_load.hpp"
#include "analysis/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {
namespace {

std::string counted(std::size_t count, const char* one, const char* several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string title(const Input& input) {
    const Scenario& scenario = input.scenario;
    return fmt::format("{}: {}: {}, {}, {}; offered load, of what the pools can carry:\n", printable(input.file),
                       printable(scenario.name), counted(scenario.streams.size(), "stream", "streams"),
                       counted(scenario.pools.size(), "pool", "pools"),
                       counted(scenario.strategies.size(), "strategy", "strategies"));
}

}  // namespace

int check_command(const CheckArguments& arguments) {
    const auto inputs = load_inputs(arguments.files, arguments.sets);
    if (!inputs) {
        return exit_bad_input;
    }
    int code = exit_fine;
    for (const Input& input : *inputs) {
        std::string text = title(input);
        for (const Strategy& strategy : input.scenario.strategies) {
            const auto errors = infeasibilities(input.scenario, strategy);
            if (errors.empty()) {
                text += "  " + describe(input.scenario, strategy, offered_load(input.scenario, strategy)) + "\n";
            } else {
                text += fmt::format("  {}: infeasible\n", printable(strategy.name));
                fmt::print(stderr, "{}", render(errors));
                code = exit_bad_input;
            }
        }
        print_result(text);
    }
    return code;
}

}  // namespace trainyard
