// The table that a person reads at a glance: a column a strategy.
#pragma once

#include <cstddef>
#include <string>

#include "analysis/runs/batch.hpp"

namespace trainyard {

struct TableStyle {
    std::size_t width = 80;  // columns; strategies that do not fit beside each other go below
    bool bold = false;       // the best of a row, by terminal escapes
};

// Heading, verdict, table, legend. With several replications a cell is the mean and half the width
// of its 95 % interval. Names are made printable.
std::string table_of(const ScenarioRuns& runs, const TableStyle& style);

}  // namespace trainyard
