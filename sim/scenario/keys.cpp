#include "sim/scenario/keys.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "sim/scenario/keys_parts.hpp"

namespace trainyard {

namespace {

std::vector<Key> whole_table() {
    std::vector<Key> all;
    for (const std::vector<Key>& part : {table::top_level(), table::jobs(), table::workload(), table::fleet(),
                                         table::strategies(), table::distributions()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

// Rows by the path above them.
const std::map<std::string, std::vector<const Key*>, std::less<>>& rows_by_parent() {
    static const auto index = [] {
        std::map<std::string, std::vector<const Key*>, std::less<>> rows;
        for (const Key& key : key_table()) {
            rows[std::string{key.parent()}].push_back(&key);
        }
        return rows;
    }();
    return index;
}

bool has(const Key& key, unsigned form) { return (key.forms & form) != 0; }

// "a mapping of keys such as `gpu`, `time`": those that it needs, else all, unless they are names or many.
std::string mapping_form(const Key& key) {
    constexpr std::size_t most_named = 6;
    std::vector<std::string> needed;
    std::vector<std::string> all;
    for (const Key* each : keys_below(children_of(key))) {
        all.push_back(fmt::format("`{}`", each->own_name()));
        if (each->need == Need::required || each->need == Need::one_of) {
            needed.push_back(all.back());
        }
    }
    const std::vector<std::string>& named = needed.empty() ? all : needed;
    const bool telling = !named.empty() && named.size() <= most_named && named.front() != "`*`";
    return telling ? fmt::format("a mapping of keys such as {}", fmt::join(named, ", ")) : "a mapping";
}

}  // namespace

std::string_view Key::own_name() const {
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? std::string_view{path} : std::string_view{path}.substr(dot + 1);
}

std::string_view Key::parent() const {
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos ? std::string_view{} : std::string_view{path}.substr(0, dot);
}

const std::vector<Key>& key_table() {
    static const std::vector<Key> table = whole_table();
    return table;
}

const std::vector<const Key*>& keys_below(std::string_view path) {
    static const std::vector<const Key*> none;
    const auto found = rows_by_parent().find(path);
    return found == rows_by_parent().end() ? none : found->second;
}

const Key* find_key(std::string_view path, std::string_view name) {
    const Key* any = nullptr;
    for (const Key* key : keys_below(path)) {
        if (key->own_name() == name) {
            return key;
        }
        any = key->own_name() == "*" ? key : any;
    }
    return any;
}

std::string_view children_of(const Key& key) {
    return key.same_as.empty() ? std::string_view{key.path} : key.same_as;
}

std::vector<std::string> split_words(std::string_view words_text) {
    std::vector<std::string> result;
    while (!words_text.empty()) {
        const std::size_t blank = words_text.find(' ');
        result.emplace_back(words_text.substr(0, blank));
        words_text.remove_prefix(blank == std::string_view::npos ? words_text.size() : blank + 1);
    }
    return result;
}

std::string expected_at(const Key& key, Quantity quantity) {
    std::vector<std::string> forms;
    if (has(key, words)) {
        const std::vector<std::string> options = split_words(key.options);
        forms.push_back(options.size() == 1 ? fmt::format("`{}`", options.front())
                                            : fmt::format("one of {}", fmt::join(options, ", ")));
    }
    if (has(key, reference)) {
        forms.push_back(fmt::format("the name of a {}", key.names));
    }
    if (key.range.least == key.range.most) {
        forms.push_back(fmt::format("`{}`", written(quantity, key.range.least)));
    } else if (has(key, scalar | distribution)) {
        forms.push_back(described(quantity));
    }
    if (has(key, distribution)) {
        forms.emplace_back("a distribution such as `{uniform: [low, high]}`");
    }
    if (has(key, mapping)) {
        forms.push_back(mapping_form(key));
    }
    if (has(key, list)) {
        forms.emplace_back("a list");
    }
    if (has(key, anything)) {
        forms.emplace_back("a value");
    }
    return fmt::format("{}", fmt::join(forms, ", or "));
}

std::string described(const Range& range, Quantity quantity) {
    if (range.least == range.most) {
        return written(quantity, range.least);
    }
    std::vector<std::string> parts;
    if (range.least > -std::numeric_limits<double>::infinity()) {
        parts.push_back(fmt::format("{} {}", range.more_than_least ? "more than" : "at least",
                                    written(quantity, range.least)));
    }
    if (range.most < std::numeric_limits<double>::infinity()) {
        parts.push_back(fmt::format("{} {}", range.less_than_most ? "less than" : "at most",
                                    written(quantity, range.most)));
    }
    return fmt::format("{}", fmt::join(parts, " and "));
}

std::string violated(const Range& range, double value, Quantity quantity) {
    Range side = range;
    if (range.least == range.most) {
        return fmt::format("must be {}, the only one that there is", described(range, quantity));
    }
    const bool below = range.more_than_least ? value <= range.least : value < range.least;
    if (below && range.least == 0 && !range.more_than_least) {
        return "must not be negative";
    }
    (below ? side.most : side.least) = (below ? 1 : -1) * std::numeric_limits<double>::infinity();
    return "must be " + described(side, quantity);
}

bool contains(const Range& range, double value) {
    const bool above = range.more_than_least ? value > range.least : value >= range.least;
    const bool below = range.less_than_most ? value < range.most : value <= range.most;
    return above && below;
}

}  // namespace trainyard
