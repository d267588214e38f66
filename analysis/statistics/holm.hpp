// Several comparisons at once: how to keep the chance of even one false alarm at 5 %.
#pragma once

#include <optional>
#include <vector>

namespace trainyard {

// p-values adjusted by Holm's step-down method (S. Holm, "A simple sequentially rejective multiple test
// procedure", Scandinavian Journal of Statistics 6, 1979): the i-th smallest of m times m - i + 1, at
// least the one before it, at most 1. A comparison is decided at 5 % if its adjusted p is at most 0.05.
// Comparisons without a p-value are none: they stay absent and do not count.
std::vector<std::optional<double>> holm_adjusted(const std::vector<std::optional<double>>& p_values);

}  // namespace trainyard
