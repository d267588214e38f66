// A YAML document as a tree that knows where each key and value stands. Aliases are resolved: what
// an anchor names is copied to where it is used.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/source.hpp"

namespace trainyard {

struct Entry;

struct Node {
    enum class Kind { nothing, scalar, list, mapping };

    Kind kind = Kind::nothing;
    Place place;
    bool quoted = false;  // of a scalar: it stands in quotes, so it is text
    std::string text;     // of a scalar
    std::vector<Node> items;
    std::vector<Entry> entries;

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_list() const { return kind == Kind::list; }
    bool is_mapping() const { return kind == Kind::mapping; }
    const Entry* find(std::string_view key) const;
    Entry* find(std::string_view key);
};

struct Entry {
    std::string key;
    Place place;  // of the key
    Node value;
};

// "a mapping", "a list", "nothing", "`text`": for "found …".
std::string described(const Node& node);

// The node on one line, as YAML would read it: `{rate: 0.05/h}`.
std::string flow_text(const Node& node);

// A name or value as messages show it: shortened, control characters as text.
std::string shortened(std::string_view text);

}  // namespace trainyard
