// From a path as --set and --vary take it to the places in the tree that it names.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/given_path.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/node.hpp"

namespace trainyard {

// Where a value was put.
struct PathEnd {
    std::string path;          // without `*`
    const Key* key = nullptr;  // its row of the table; absent where the table does not tell
    Quantity quantity = Quantity::none;
};

// Where none could be put, and why.
struct Miss {
    std::size_t from = 0;   // the segment of the path that does not fit
    std::size_t width = 0;  // in bytes
    std::string path;       // up to that segment
    std::string message;    // with what is known there
    std::string reason;     // in short: "`fleet.spot.calm.interruptions` is `none`"
};

struct Walked {
    std::vector<PathEnd> targets;
    std::vector<Miss> misses;
};

// Puts the value at the path. What the table knows is created where it is absent, a named entry only as a
// whole; alternatives to it (`per_month` where `rate` is set) go. A pattern is more careful, since it means
// what is alike: it creates the last key only, and passes over what has an alternative to it.
Walked put_at(Node& tree, const GivenPath& path, const Node& value);

}  // namespace trainyard
