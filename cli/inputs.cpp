#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "analysis/text/text.hpp"
#include "cli/console.hpp"

namespace trainyard {

std::optional<std::vector<Input>> load_inputs(const std::vector<std::string>& files,
                                              const std::vector<std::string>& sets) {
    std::vector<Input> inputs;
    for (const std::string& file : files) {
        Loaded loaded = load_scenario(file, LoadOptions{.sets = sets});
        for (const std::string& note : loaded.notes) {
            say(fmt::format("note: {}: {}", printable(file), printable(note)));
        }
        if (loaded.scenario) {
            inputs.push_back({file, std::move(loaded)});
        } else {
            fmt::print(stderr, "{}", render(loaded.errors));
        }
    }
    return inputs.size() == files.size() ? std::optional{std::move(inputs)} : std::nullopt;
}

}  // namespace trainyard
