// The table of keys: of each key of a scenario its place, form, unit, range, default and meaning.
// The reader, the JSON Schema and docs/format.md all come from it.
#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/units.hpp"

namespace trainyard {

// What may stand at a key; several may.
enum Form : unsigned {
    scalar = 1,        // a single value of the key's quantity
    words = 2,         // one of the key's words
    distribution = 4,  // a single value of the key's quantity, or a distribution of it
    mapping = 8,       // a mapping of the keys below
    list = 16,         // a list of what stands at `path.[]`
    reference = 32,    // the name of something declared elsewhere
    anything = 64,     // whatever may stand where the value goes
};

enum class Need {
    optional,
    required,
    one_of,      // exactly one of the keys of its mapping that are marked so
    at_most_one  // at most one of them
};

// Of the value in base units.
struct Range {
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    bool more_than_least = false;  // the least itself is out
    bool less_than_most = false;   // the most itself is out
};

struct Key {
    std::string path;  // `*` stands for a name that the user chooses, `[]` for any item
    unsigned forms = scalar;
    Quantity quantity = Quantity::none;
    Need need = Need::optional;
    Range range{};
    std::string_view fallback{};  // the default in words; empty: there is none
    std::string_view options{};   // words that are allowed, separated by blanks
    std::string_view names{};     // what a reference names: "GPU type"
    std::string_view same_as{};   // the keys below are those below this path
    std::string_view doc{};

    std::string_view own_name() const;
    std::string_view parent() const;
};

// In the order of the reference.
const std::vector<Key>& key_table();

// The rows directly below a path; of the top level, "".
const std::vector<const Key*>& keys_below(std::string_view path);

// The row of `name` below a path: of that name, else of `*`; nothing if there is none.
const Key* find_key(std::string_view path, std::string_view name);

// Where the keys of a mapping at that row are listed.
std::string_view children_of(const Key& key);

// "a duration such as `30 min`, or a distribution such as …": what may stand at a key.
std::string expected_at(const Key& key, Quantity quantity);

std::vector<std::string> split_words(std::string_view words);

// "more than 0 s and at most 100 year"; empty when everything is allowed.
std::string described(const Range& range, Quantity quantity);
bool contains(const Range& range, double value);
// "must be more than 0 s": the side of the range that a value outside of it is on.
std::string violated(const Range& range, double value, Quantity quantity);

}  // namespace trainyard
