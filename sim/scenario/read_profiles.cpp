// Weekly profiles by name: the built-in ones, and those of `profiles:`.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

bool is_built_in(const std::string& name) {
    const Key* key = find_key("workload.*.arrivals", "profile");
    const std::vector<std::string> words = split_words(key->options);
    return std::find(words.begin(), words.end(), name) != words.end();
}

}  // namespace

std::optional<WeeklyProfile> read_named_profile(const Value& value, Context& context) {
    const Names& declared = context.declared.find("profile")->second;
    const std::string& name = value.node->text;
    const auto found = declared.find(name);
    if (value.node->is_scalar() && found != declared.end()) {
        return context.profiles[found->second];
    }
    std::vector<std::string> known = split_words(value.key->options);
    for (const auto& [other, position] : declared) {
        known.push_back(other);
    }
    const auto near = value.node->is_scalar() && !is_built_in(name) ? nearest(name, known) : std::nullopt;
    if (near) {
        complain(context, value,
                 fmt::format("expected {}, found {}; did you mean `{}`?",
                             expected_at(*value.key, value.quantity), described(*value.node), *near));
        return std::nullopt;
    }
    const auto word = read_word(value, context);
    return !word ? std::nullopt : std::optional{*word == 0 ? office_hours_profile() : flat_profile()};
}

void read_profiles(const Block& scenario) {
    const auto section = scenario.find("profiles");
    if (!section) {
        return;
    }
    Context& context = scenario.context();
    const Block block{*section, context};
    for (const auto& [entry, value] : block.entries()) {
        if (is_built_in(entry->key)) {
            context.report.error(entry->place, value.path, fmt::format("`{}` is built in", entry->key));
        }
        if (!value.is_list()) {
            complain_of_form(context, value);
        }
        const auto profile = value.is_list() ? read_profile(value, context) : std::nullopt;
        context.profiles.push_back(profile.value_or(flat_profile()));
    }
}

}  // namespace trainyard
