#include "sim/scenario/path_walk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "sim/scenario/nearest.hpp"

namespace trainyard {

namespace {

constexpr std::string_view off_the_table = "?";  // a path that no row has
constexpr std::string_view any = "*";

bool is_alternative(std::string_view row, const std::string& name) {
    const Key* key = find_key(row, name);
    return key != nullptr && (key->need == Need::one_of || key->need == Need::at_most_one);
}

// The first entry that a key of that name would exclude.
const Entry* alternative_in(const Node& node, const std::string& name, std::string_view row) {
    if (!is_alternative(row, name)) {
        return nullptr;
    }
    const auto at = std::find_if(node.entries.begin(), node.entries.end(), [&](const Entry& each) {
        return each.key != name && is_alternative(row, each.key);
    });
    return at == node.entries.end() ? nullptr : &*at;
}

// Where the keys of a value are listed: those of a distribution where it may be one, unless it has a
// key of its own (`until`).
std::string_view row_below(const Key* key, const Node& value) {
    if (key == nullptr) {
        return off_the_table;
    }
    const std::string_view own = children_of(*key);
    const bool has_own = std::any_of(value.entries.begin(), value.entries.end(),
                                     [&](const Entry& each) { return find_key(own, each.key) != nullptr; });
    return (key->forms & distribution) != 0 && value.is_mapping() && !has_own ? "D" : own;
}

class Walk {
public:
    Walk(const GivenPath& path, const Node& value) : path_{path}, value_{value} {}

    Walked result() { return std::move(walked_); }

    // A node on the way, what of the path led to it, and its row of the table.
    struct Stop {
        Node& node;
        std::string done;
        std::size_t from = 0;  // where the rest of the path begins
        std::string_view row;
        Quantity quantity = Quantity::none;
    };

    void descend(const Stop& at) {
        if (at.node.is_mapping()) {
            next_segment(at) == any&& path_.pattern ? into_every_entry(at) : into_mapping(at);
        } else if (at.node.is_list()) {
            next_segment(at) == any&& path_.pattern ? into_every_item(at) : into_list(at);
        } else {
            const std::string is = fmt::format("`{}` is {}", at.done, described(at.node));
            miss(at, next_segment(at), is + ", which has nothing below it; set all of it", is);
        }
    }

private:
    std::string_view left(const Stop& at) const { return std::string_view{path_.text}.substr(at.from); }
    std::string next_segment(const Stop& at) const {
        return std::string{left(at).substr(0, left(at).find('.'))};
    }
    static std::string joined(const std::string& done, std::string_view segment) {
        return done.empty() ? std::string{segment} : fmt::format("{}.{}", done, segment);
    }
    static std::string where(const Stop& at) {
        return at.done.empty() ? "the scenario" : fmt::format("`{}`", at.done);
    }

    void miss(const Stop& at, const std::string& segment, std::string message, std::string reason) {
        walked_.misses.push_back(
            {at.from, segment.size(), joined(at.done, segment), std::move(message), std::move(reason)});
    }
    void miss_unknown(const Stop& at, const std::string& segment) {
        miss(at, segment, unknown_message(at, segment),
             fmt::format("{} has no `{}`", where(at), shortened(segment)));
    }

    void into_every_entry(const Stop& at) {
        if (at.node.entries.empty()) {
            miss(at, std::string{any}, where(at) + " is empty", where(at) + " is empty");
        }
        for (Entry& entry : at.node.entries) {
            step(at, entry, any.size());
        }
    }

    void into_mapping(const Stop& at) {
        Entry* entry = longest_match(at);
        if (entry == nullptr) {
            entry = create(at, next_segment(at));
        }
        if (entry == nullptr) {
            return;
        }
        const std::string name = entry->key;
        if (name.size() == left(at).size()) {
            drop_alternatives(at.node, name, at.row);
        }
        step(at, *at.node.find(name), name.size());
    }

    // Into an entry whose name, or `*`, takes up so many bytes of the path.
    void step(const Stop& at, Entry& entry, std::size_t width) {
        const Key* key = find_key(at.row, entry.key);
        const Stop below{entry.value, joined(at.done, entry.key), at.from + width + 1,
                         row_below(key, entry.value), quantity_of(key, at)};
        if (below.from > path_.text.size()) {
            put(entry.value, below.done, key, below.quantity);
            entry.place = place_within(path_, at.from, width);
        } else {
            descend(below);
        }
    }

    // A fresh entry of that name, where there may be one.
    Entry* create(const Stop& at, const std::string& segment) {
        const Key* key = find_key(at.row, segment);
        const bool last = segment.size() == left(at).size();
        const bool part_of_new_name = !last && key != nullptr && key->own_name() == any;
        if (segment.empty() || key == nullptr || part_of_new_name) {
            miss_unknown(at, segment);
            return nullptr;
        }
        const Entry* other = alternative_in(at.node, segment, at.row);
        if (path_.pattern && other != nullptr) {
            const std::string has = fmt::format("{} has `{}`", where(at), other->key);
            miss(at, segment, fmt::format("{} instead of `{}`", has, segment), has);
            return nullptr;
        }
        if (path_.pattern && !last) {
            const std::string has = fmt::format("{} has no `{}`", where(at), segment);
            miss(at, segment, has + " to set something in; set all of it", has);
            return nullptr;
        }
        Node fresh;
        fresh.kind = Node::Kind::mapping;
        fresh.place = place_within(path_, at.from, segment.size());
        at.node.entries.push_back(Entry{segment, fresh.place, fresh});
        return &at.node.entries.back();
    }

    // `per_month` set where `rate` was given means instead of it.
    static void drop_alternatives(Node& node, const std::string& segment, std::string_view row) {
        if (is_alternative(row, segment)) {
            std::erase_if(node.entries, [&](const Entry& each) {
                return each.key != segment && is_alternative(row, each.key);
            });
        }
    }

    void into_every_item(const Stop& at) {
        if (at.node.items.empty()) {
            miss(at, std::string{any}, where(at) + " is empty", where(at) + " is empty");
        }
        for (std::size_t i = 0; i < at.node.items.size(); ++i) {
            step_into_item(at, i, any.size());
        }
    }

    void into_list(const Stop& at) {
        const std::string segment = next_segment(at);
        const std::size_t count = at.node.items.size();
        std::size_t index = 0;
        const auto result = std::from_chars(segment.data(), segment.data() + segment.size(), index);
        const bool number = result.ec == std::errc{} && result.ptr == segment.data() + segment.size();
        if (!number || index >= count) {
            const std::string last = count == 0 ? "it is empty" : fmt::format("0 to {}", count - 1);
            miss(at, segment, fmt::format("`{}` is a list; expected an item's number: {}", at.done, last),
                 fmt::format("`{}` has no item {}", at.done, shortened(segment)));
            return;
        }
        step_into_item(at, index, segment.size());
    }

    void step_into_item(const Stop& at, std::size_t index, std::size_t width) {
        Node& item = at.node.items[index];
        const Key* key = find_key(at.row, "[]");
        const Stop below{item, joined(at.done, std::to_string(index)), at.from + width + 1,
                         row_below(key, item), quantity_of(key, at)};
        below.from > path_.text.size() ? put(item, below.done, key, below.quantity) : descend(below);
    }

    void put(Node& node, const std::string& done, const Key* key, Quantity quantity) {
        node = value_;
        walked_.targets.push_back({done, key, quantity});
    }

    // What has no quantity of its own is of what the distribution around it is of.
    static Quantity quantity_of(const Key* key, const Stop& parent) {
        const bool own = key != nullptr && key->quantity != Quantity::same && key->quantity != Quantity::none;
        return own ? key->quantity : parent.quantity;
    }

    Entry* longest_match(const Stop& at) const {
        Entry* best = nullptr;
        for (Entry& entry : at.node.entries) {
            const bool fits = !entry.key.empty() && left(at).starts_with(entry.key) &&
                              (left(at).size() == entry.key.size() || left(at)[entry.key.size()] == '.');
            if (fits && (best == nullptr || entry.key.size() > best->key.size())) {
                best = &entry;
            }
        }
        return best;
    }

    static std::string unknown_message(const Stop& at, const std::string& segment) {
        std::vector<std::string> known;
        for (const Key* key : keys_below(at.row)) {
            if (key->own_name() != any) {
                known.emplace_back(key->own_name());
            }
        }
        for (const Entry& entry : at.node.entries) {
            if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
                known.push_back(entry.key);
            }
        }
        return fmt::format("{} has no `{}`{}", where(at), shortened(segment), did_you_mean(segment, known));
    }

    const GivenPath& path_;
    const Node& value_;
    Walked walked_;
};

}  // namespace

Walked put_at(Node& tree, const GivenPath& path, const Node& value) {
    Walk walk{path, value};
    walk.descend(Walk::Stop{tree, {}, 0, {}, Quantity::none});
    return walk.result();
}

}  // namespace trainyard
