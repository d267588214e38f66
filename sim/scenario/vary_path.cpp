// Where an axis is: the path held against the scenario, and against those of other axes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "sim/scenario/used_pools.hpp"
#include "sim/scenario/vary.hpp"

namespace trainyard {

namespace {

constexpr std::size_t most_named = 5;  // places in a message

std::string reasons(const std::vector<Miss>& misses) {
    std::vector<std::string> first;
    for (const Miss& miss : misses) {
        if (first.size() == most_named) {
            first.push_back(fmt::format("and {} more", misses.size() - most_named));
            break;
        }
        first.push_back(miss.reason);
    }
    return fmt::format("{}", fmt::join(first, "; "));
}

// Another axis that has the place, or one that the place lies within.
std::optional<std::size_t> owner_around(std::string_view place, std::size_t own,
                                        const std::map<std::string, std::size_t, std::less<>>& owners) {
    while (true) {
        const auto found = owners.find(place);
        if (found != owners.end() && found->second != own) {
            return found->second;
        }
        const std::size_t dot = place.rfind('.');
        if (dot == std::string_view::npos) {
            return std::nullopt;
        }
        place = place.substr(0, dot);
    }
}

// The part of a scenario that a path leads into.
Node section_of(const Node& tree, const std::string& path) {
    Node part;
    part.kind = Node::Kind::mapping;
    part.place = tree.place;
    if (const Entry* section = tree.find(path.substr(0, path.find('.')))) {
        part.entries.push_back(*section);
    }
    return part;
}

}  // namespace

bool AxisMaker::may_vary(const GivenPath& path) {
    const std::string section = path.text.substr(0, path.text.find('.'));
    const auto refuse = [&](const std::string& message) {
        report_.error(place_within(path, 0, section.size()), path.text, message);
        return false;
    };
    constexpr std::array<std::string_view, 6> fixed{"trainyard", "name",  "question",
                                                    "include",   "study", "expect"};
    if (std::find(fixed.begin(), fixed.end(), section) != fixed.end()) {
        return refuse(fmt::format("`{}` cannot be varied", section));
    }
    if (section == "seed") {
        return refuse("`seed` cannot be varied: another luck is what replications are for");
    }
    if (section == "*") {
        return refuse("a path begins with a section, such as `fleet`; `*` can stand below it");
    }
    const Key* key = find_key("", section);
    if (key != nullptr && section == path.text && (key->forms & mapping) != 0) {
        return refuse(fmt::format("`{}` as a whole cannot be varied; name what is within it", section));
    }
    for (std::size_t at = path.text.find('*'); at != std::string::npos; at = path.text.find('*', at + 1)) {
        const bool begins = at > 0 && path.text[at - 1] == '.';
        const bool ends = at + 1 == path.text.size() || path.text[at + 1] == '.';
        if (!begins || !ends) {
            report_.error(place_within(path, at, 1), path.text,
                          "`*` stands for a whole name between two dots");
            return false;
        }
    }
    return true;
}

// If the table knows the path nowhere, it is mistyped; else it is a matter of form.
void AxisMaker::complain_of_misses(const GivenPath& path, const std::vector<Miss>& misses) {
    const Miss& first = misses.front();
    if (!path.pattern || misses.size() == 1) {
        report_.error(place_within(path, first.from, first.width), first.path, first.message);
        return;
    }
    const bool alike = std::all_of(misses.begin(), misses.end(), [&](const Miss& miss) {
        return miss.from == first.from && miss.message.starts_with(miss.reason + "; did you mean");
    });
    report_.error(place_within(path, first.from, first.width), path.text,
                  alike ? first.message : "no place fits: " + reasons(misses));
}

// Of pools that no strategy uses nobody wants to hear.
void AxisMaker::tell_of_misses(const GivenPath& path, std::vector<Miss> misses) {
    const std::set<std::string> used = used_pools(tree_);
    std::erase_if(misses, [&used](const Miss& miss) { return leads_into_unused_pool(miss.path, used); });
    if (!misses.empty()) {
        notes_.push_back(fmt::format("{} passes over {} place{}: {}", path.text, misses.size(),
                                     misses.size() == 1 ? "" : "s", reasons(misses)));
    }
}

std::optional<AxisMaker::Found> AxisMaker::find(GivenPath path) {
    if (!may_vary(path)) {
        return std::nullopt;
    }
    path.pattern = has_star(path.text);
    Node copy = section_of(tree_, path.text);
    const Walked walked = put_at(copy, path, Node{});
    if (walked.targets.empty()) {
        complain_of_misses(path, walked.misses);
        return std::nullopt;
    }
    tell_of_misses(path, walked.misses);
    Found found{{}, walked.targets.front().key, walked.targets.front().quantity};
    for (const PathEnd& target : walked.targets) {
        found.axis.places.push_back(target.path);
    }
    found.axis.where = report_.located(place_within(path, 0, path.text.size()), path.text, {});
    found.axis.path = std::move(path);
    return found;
}

void refuse_overlaps(const std::vector<Axis>& axes, Report& report) {
    std::map<std::string, std::size_t, std::less<>> owners;  // of places: the first axis
    for (std::size_t i = 0; i < axes.size(); ++i) {
        for (const std::string& place : axes[i].places) {
            owners.emplace(place, i);
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> told;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        for (const std::string& place : axes[i].places) {
            const auto owner = owner_around(place, i, owners);
            if (owner && told.emplace(std::min(i, *owner), std::max(i, *owner)).second) {
                const Axis& later = axes[std::max(i, *owner)];
                const Axis& earlier = axes[std::min(i, *owner)];
                report.error(place_within(later.path, 0, later.path.text.size()), later.path.text,
                             fmt::format("`{}` is varied already, by `{}`", place, earlier.path.text));
            }
        }
    }
}

bool within_most_axes(std::size_t number, const GivenPath& path, Report& report) {
    if (number == most_axes) {
        report.error(place_within(path, 0, path.text.size()), path.text,
                     fmt::format("at most {} paths can be varied at once", most_axes));
    }
    return number < most_axes;
}

}  // namespace trainyard
