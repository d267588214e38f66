#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <utility>

#include "sim/scenario/reader.hpp"

namespace trainyard {

std::optional<std::vector<Input>> load_inputs(const std::vector<std::string>& files,
                                              const std::vector<std::string>& sets) {
    std::vector<Input> inputs;
    for (const std::string& file : files) {
        Loaded loaded = load_scenario(file, LoadOptions{.sets = sets});
        if (loaded.scenario) {
            inputs.push_back({file, std::move(*loaded.scenario)});
        } else {
            fmt::print(stderr, "{}", render(loaded.errors));
        }
    }
    return inputs.size() == files.size() ? std::optional{std::move(inputs)} : std::nullopt;
}

}  // namespace trainyard
