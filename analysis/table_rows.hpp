// Which metrics the table shows, in what order and how. Layout is the table's business.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/text/text.hpp"

namespace trainyard {

enum class RowQuantity { usd, gpu_hours, duration, share, count };
enum class Better { neither, lower, higher };

struct TableRow {
    std::string label;  // indented where it is a part of what stands above
    std::string metric;
    RowQuantity quantity = RowQuantity::count;
    Better better = Better::neither;
    bool only_if_some = false;  // left out when it is 0 or without a value in every strategy
};

// Groups of rows, separated by a blank line.
const std::vector<std::vector<TableRow>>& table_groups();

std::string format_cell(RowQuantity quantity, double value, std::optional<double> margin);

}  // namespace trainyard
