#include "analysis/compare/cost_parts.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/compare/samples.hpp"
#include "analysis/statistics/paired.hpp"
#include "sim/ledger/outcome.hpp"

namespace trainyard {
namespace {

// Less than that, of a sum of amounts in whole micro-dollars, is the rounding of doubles.
constexpr double least_usd = 5e-7;

void add_part(std::vector<CostPart>& parts, const std::string& name, const Sample& of_pairs) {
    const bool some = std::any_of(of_pairs.begin(), of_pairs.end(),
                                  [](const auto& usd) { return usd && std::abs(*usd) >= least_usd; });
    if (some) {
        parts.push_back({name, summarize(of_pairs)});
    }
}

void sort_parts(std::vector<CostPart>& parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const CostPart& a, const CostPart& b) {
        return std::abs(*a.difference.mean) > std::abs(*b.difference.mean);
    });
}

}  // namespace

std::vector<CostPart> parts_by_category(const StrategyRuns& baseline, const StrategyRuns& other) {
    std::vector<CostPart> parts;
    for (std::size_t i = 0; i < cost_category_count; ++i) {
        std::string name = name_of(static_cast<CostCategory>(i));
        const std::string metric = "cost_" + name + "_usd";
        std::replace(name.begin(), name.end(), '_', ' ');
        add_part(parts, name, differences(sample_of(baseline, metric), sample_of(other, metric)));
    }
    sort_parts(parts);
    return parts;
}

std::vector<CostPart> parts_by_stream(const Scenario& scenario, const StrategyRuns& baseline,
                                      const StrategyRuns& other) {
    std::vector<CostPart> parts;
    Sample rest = differences(sample_of(baseline, "total_cost_usd"), sample_of(other, "total_cost_usd"));
    for (const Stream& stream : scenario.streams) {
        const std::string metric = "stream." + stream.name + ".total_cost_usd";
        const Sample of_stream = differences(sample_of(baseline, metric), sample_of(other, metric));
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (rest[i]) {
                *rest[i] -= of_stream[i].value_or(0);
            }
        }
        add_part(parts, stream.name, of_stream);
    }
    add_part(parts, "machines without a job", rest);
    sort_parts(parts);
    return parts;
}

}  // namespace trainyard
