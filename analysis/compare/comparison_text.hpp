// A comparison as text for a terminal: the verdicts in sentences, a table, what makes up the differences in
// cost, when what was bought has paid for itself, who meets the targets, what the pairing gained.
#pragma once

#include <string>

#include "analysis/compare/comparison.hpp"

namespace trainyard {

// Lines of at most `width` columns, at least 72. Names are made printable.
std::string comparison_text(const Comparison& comparison, std::size_t width);

// Its parts, without blank lines around them; empty where there is nothing to say.
std::string comparison_sentence(const Comparison& comparison, const StrategyComparison& strategy);
std::string comparison_table(const Comparison& comparison, std::size_t width);
std::string cost_parts_text(const Comparison& comparison, std::size_t width);

}  // namespace trainyard
