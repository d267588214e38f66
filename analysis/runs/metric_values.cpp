#include "analysis/runs/metric_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace trainyard {

class MetricNames {
public:
    explicit MetricNames(std::vector<std::string> names) : names_{std::move(names)} {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            positions_.emplace(names_[i], i);
        }
    }

    const std::vector<std::string>& list() const { return names_; }
    std::optional<std::size_t> position(std::string_view name) const {
        const auto found = positions_.find(name);
        return found == positions_.end() ? std::nullopt : std::optional{found->second};
    }

private:
    std::vector<std::string> names_;
    std::unordered_map<std::string_view, std::size_t> positions_;
};

namespace {

bool same_names(const MetricNames& names, const std::vector<Metric>& metrics) {
    return std::equal(names.list().begin(), names.list().end(), metrics.begin(), metrics.end(),
                      [](const std::string& name, const Metric& metric) { return name == metric.name; });
}

// The names of these metrics, shared with whoever has the same. There are as many lists as strategies,
// and the last one asked for is mostly the one.
std::shared_ptr<const MetricNames> shared_names(const std::vector<Metric>& metrics) {
    static std::vector<std::weak_ptr<const MetricNames>> known;
    for (std::size_t i = known.size(); i-- > 0;) {
        const auto names = known[i].lock();
        if (names && same_names(*names, metrics)) {
            return names;
        }
    }
    std::erase_if(known, [](const auto& each) { return each.expired(); });
    std::vector<std::string> names;
    for (const Metric& metric : metrics) {
        names.push_back(metric.name);
    }
    auto made = std::make_shared<const MetricNames>(std::move(names));
    known.push_back(made);
    return made;
}

}  // namespace

MetricValues::MetricValues(const std::vector<Metric>& metrics) : names_{shared_names(metrics)} {
    values_.reserve(metrics.size());
    for (const Metric& metric : metrics) {
        const double value = metric.value.value_or(std::numeric_limits<double>::quiet_NaN());
        values_.push_back(value == 0 ? 0.0 : value);
    }
}

MetricValues::Entry MetricValues::operator[](std::size_t position) const {
    const double value = values_[position];
    return {names_->list()[position], std::isnan(value) ? std::nullopt : std::optional{value}};
}

std::optional<double> MetricValues::find(std::string_view name) const {
    const auto position = names_ ? names_->position(name) : std::nullopt;
    return position ? (*this)[*position].value : std::nullopt;
}

}  // namespace trainyard
