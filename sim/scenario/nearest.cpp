#include "sim/scenario/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <limits>

namespace trainyard {

namespace {

constexpr std::size_t longest_compared = 100;
constexpr std::size_t most_listed = 20;

std::string lower(std::string_view text) {
    std::string result{text.substr(0, longest_compared)};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::size_t edit_distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& known) {
    if (known.size() > most_compared) {
        return std::nullopt;
    }
    const std::string wanted = lower(name);
    std::optional<std::string> best;
    std::size_t smallest = std::numeric_limits<std::size_t>::max();
    for (const std::string& each : known) {
        const std::string candidate = lower(each);
        const std::size_t distance = edit_distance(wanted, candidate);
        const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), candidate.size()) / 3);
        if (distance <= allowed && distance < std::max(wanted.size(), candidate.size()) &&
            distance < smallest) {
            smallest = distance;
            best = each;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known) {
    if (const auto near = nearest(name, known)) {
        return fmt::format("; did you mean `{}`?", *near);
    }
    if (known.empty() || known.size() > most_listed) {
        return {};
    }
    return fmt::format("; known: {}", fmt::join(known, ", "));
}

}  // namespace trainyard
