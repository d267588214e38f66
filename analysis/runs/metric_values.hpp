// The metrics of a run. Runs of one strategy have the same names, which are kept once.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

class MetricNames;

class MetricValues {
public:
    struct Entry {
        const std::string& name;
        std::optional<double> value;
    };
    class Iterator {
    public:
        Iterator(const MetricValues& of, std::size_t at) : of_{&of}, at_{at} {}
        Entry operator*() const { return (*of_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }

    private:
        const MetricValues* of_;
        std::size_t at_;
    };

    MetricValues() = default;
    // -0 becomes 0, which is all that a store can tell; what is no number becomes absent.
    explicit MetricValues(const std::vector<Metric>& metrics);

    std::size_t size() const { return values_.size(); }
    Entry operator[](std::size_t position) const;
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }
    // Absent where there is no such metric, or it has no value.
    std::optional<double> find(std::string_view name) const;

private:
    std::shared_ptr<const MetricNames> names_;
    std::vector<double> values_;  // NaN: without a value
};

}  // namespace trainyard
