#include "sim/scenario/reader.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "sim/core/printable.hpp"
#include "sim/scenario/read_model.hpp"
#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

// Names of one section, in the order of the tree, which is the order of the vectors they end up in.
Names names_in(const Node& tree, std::string_view section, Context& context) {
    Names names;
    const Entry* at = tree.find(section);
    if (at == nullptr || !at->value.is_mapping()) {
        return names;
    }
    for (const Entry& entry : at->value.entries) {
        check_name(entry.key, entry.place, fmt::format("{}.{}", section, entry.key), context);
        names.emplace(entry.key, names.size());
    }
    return names;
}

// Pools share one space of names, whatever sort they are.
Names pool_names(const Node& tree, Context& context) {
    Names names;
    std::map<std::string, Place> places;
    const Entry* fleet = tree.find("fleet");
    if (fleet == nullptr || !fleet->value.is_mapping()) {
        return names;
    }
    std::size_t position = 0;
    for (const Entry& sort : fleet->value.entries) {
        if (find_key("fleet", sort.key) == nullptr) {
            continue;
        }
        for (const Entry& pool : sort.value.entries) {
            const std::string path = fmt::format("fleet.{}.{}", sort.key, pool.key);
            check_name(pool.key, pool.place, path, context);
            const auto [first, fresh] = places.emplace(pool.key, pool.place);
            if (!fresh) {
                context.report.error(pool.place, path,
                                     fmt::format("a second pool named `{}`", shortened(pool.key)),
                                     first->second, "the first is here");
            }
            names.emplace(pool.key, position++);
        }
    }
    return names;
}

void declare_names(const Node& tree, Context& context) {
    auto& declared = context.declared;
    declared["GPU type"] = names_in(tree, "gpus", context);
    declared["profile"] = names_in(tree, "profiles", context);
    declared["job kind"] = names_in(tree, "jobs", context);
    declared["strategy"] = names_in(tree, "strategies", context);
    declared["pool"] = pool_names(tree, context);
    declared["stream"] = names_in(tree, "workload", context);
    declared["stream or job kind"] = declared["stream"];
    const Names kinds = declared["job kind"];
    declared["stream or job kind"].insert(kinds.begin(), kinds.end());
}

std::optional<std::uint64_t> read_seed(const Value& value, Context& context) {
    const auto seed = read_whole(value, context);
    return seed ? std::optional{static_cast<std::uint64_t>(*seed)} : std::nullopt;
}

void read_head(const Block& block, Scenario& scenario) {
    std::int64_t version = 1;
    read(block, "trainyard", version, read_whole);
    read(block, "name", scenario.name, read_text);
    read(block, "question", scenario.question, read_text);
    read(block, "start", scenario.start_unix_s, read_date);
    read(block, "horizon", scenario.horizon, read_seconds);
    std::size_t after = 0;
    read(block, "after_horizon", after, read_word);
    scenario.after_horizon = after == 0 ? AfterHorizon::drain : AfterHorizon::cut;
    scenario.drain_limit = scenario.horizon;
    read(block, "drain_limit", scenario.drain_limit, read_seconds);
    read(block, "seed", scenario.seed, read_seed);
}

}  // namespace

Scenario read_scenario(const Node& tree, const std::string& file, Context& context, Loaded& loaded) {
    declare_names(tree, context);
    const Value top{&tree, tree.place, {}, nullptr, Quantity::none, {}};
    const Block block{top, context};
    Scenario scenario;
    scenario.name = printable(std::filesystem::path{file}.stem().string());
    scenario.start_unix_s = 1'767'571'200;  // 2026-01-05, a Monday
    read_head(block, scenario);
    read_profiles(block);
    scenario.gpus = read_gpus(block);
    const JobKinds kinds = read_job_kinds(block, scenario.gpus);
    scenario.streams =
        read_workload(block, StreamSurroundings{block, kinds, scenario.gpus, scenario.horizon, loaded.notes});
    scenario.pools = read_fleet(block, scenario.horizon, loaded.notes);
    ReadStrategies strategies = read_strategies(block, scenario);
    scenario.strategies = std::move(strategies.strategies);
    check_utilisations(scenario, context);
    loaded.pools_places = std::move(strategies.places);
    ReadStudy study = read_study(block);
    scenario.study = std::move(study.study);
    loaded.axes = std::move(study.axes);
    loaded.axes_notes = std::move(study.notes);
    scenario.expectations = read_expectations(block);
    return scenario;
}

}  // namespace trainyard
