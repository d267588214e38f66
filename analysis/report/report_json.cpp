#include "analysis/report/report_json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace trainyard::report {

double brief(double value) {
    return std::abs(value) < 1e15 ? std::strtod(fmt::format("{:.9g}", value).c_str(), nullptr) : value;
}

json number(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? json(brief(*value)) : json(nullptr);
}

json interval(const Summary& summary) {
    if (!summary.mean) {
        return nullptr;
    }
    return json::array({number(summary.mean), number(summary.ci_low), number(summary.ci_high)});
}

}  // namespace trainyard::report
