// What makes the difference between two strategies in the same replication: categories and jobs.
#pragma once

#include <string>

#include "analysis/store/result_store.hpp"

namespace trainyard {

struct NamedRun {
    std::string strategy;
    const RunRows& rows;
};

// `other` minus `one`, largest first; both tables add up to the difference in total cost. The sentences
// have lines of at most `width` columns. Throws DamagedRows.
std::string difference_story(const NamedRun& one, const NamedRun& other, int replication, std::size_t width);

}  // namespace trainyard
