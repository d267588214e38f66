#include "analysis/compare/sparkline.hpp"

#include <algorithm>
#include <array>

#include "analysis/statistics/summary.hpp"

namespace trainyard {
namespace {

constexpr std::array<const char*, 8> blocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<const char*, 8> letters{"_", ".", ":", "-", "=", "+", "*", "#"};

}  // namespace

std::string sparkline(const Sample& values, bool ascii, double least_span) {
    std::vector<double> known;
    for (const auto& value : values) {
        if (present(value)) {
            known.push_back(*value);
        }
    }
    if (known.empty()) {
        return std::string(values.size(), ' ');
    }
    const auto [low, high] = std::minmax_element(known.begin(), known.end());
    const double span = std::max(*high - *low, least_span);
    const double base = (*low + *high - span) / 2;
    std::string out;
    for (const auto& value : values) {
        if (!present(value)) {
            out += ' ';
            continue;
        }
        const double share = *high > *low ? (*value - base) / span : 0.45;
        const auto level = std::min<std::size_t>(static_cast<std::size_t>(share * 8), 7);
        out += (ascii ? letters : blocks)[level];
    }
    return out;
}

Sample condensed(const Sample& values, std::size_t most) {
    const std::size_t stretch = (values.size() + most - 1) / std::max<std::size_t>(most, 1);
    Sample result;
    for (std::size_t at = 0; at < values.size(); at += stretch) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(at);
        const auto last = values.begin() + static_cast<std::ptrdiff_t>(std::min(at + stretch, values.size()));
        result.push_back(summarize(Sample(first, last)).mean);
    }
    return result;
}

}  // namespace trainyard
