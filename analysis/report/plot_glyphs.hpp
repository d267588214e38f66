// The characters that a chart in a terminal is made of, and its values as text.
#pragma once

#include <string>

#include "analysis/report/plot.hpp"

namespace trainyard {

struct PlotGlyphs {
    const char* bar;
    const char* low;
    const char* high;
    const char* between;
    const char* upright;
    const char* corner;
    const char* along;
    const char* whisker;
};

inline const PlotGlyphs& glyphs_of(const PlotStyle& style) {
    static constexpr PlotGlyphs utf8{"█", "├", "┤", "─", "│", "└", "─", "│"};
    static constexpr PlotGlyphs ascii{"#", "[", "]", "-", "|", "+", "-", ":"};
    return style.ascii ? ascii : utf8;
}

// The highest mean or end of an interval of any strategy.
double highest_of(const Batch& batch, const std::string& metric);

// Charts along that axis (a position in axes_of(batch)) of a grid.
std::string line_charts(const Batch& batch, std::size_t along, const std::string& metric,
                        const PlotStyle& style);

}  // namespace trainyard
