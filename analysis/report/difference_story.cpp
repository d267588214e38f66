#include "analysis/report/difference_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "analysis/compare/layout.hpp"
#include "analysis/compare/metric_words.hpp"
#include "analysis/report/run_tables.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_jobs = 12;

// Of a part of the costs.
struct PartOfDifference {
    std::string name;
    double one = 0;
    double other = 0;
    std::int64_t queued_s = 0;  // other - one; of jobs

    double usd() const { return other - one; }
};

std::string signed_time(std::int64_t seconds) {
    const auto value = static_cast<double>(seconds);
    return seconds == 0 ? "" : signed_text(difference_scale(MetricKind::duration, value), value);
}

void sort_by_size(std::vector<PartOfDifference>& parts) {
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.usd()) > std::abs(b.usd()); });
}

std::vector<PartOfDifference> by_category(const RunRows& one, const RunRows& other) {
    std::map<std::string, PartOfDifference> sums;
    const auto add = [&sums](const RunRows& rows, double PartOfDifference::*side) {
        for (const MoneyLine& line : read_ledger(rows.ledger)) {
            if (!line.cash) {
                sums[line.category].*side += line.usd;
            }
        }
    };
    add(one, &PartOfDifference::one);
    add(other, &PartOfDifference::other);
    std::vector<PartOfDifference> list;
    for (auto& [name, sum] : sums) {
        sum.name = name;
        std::replace(sum.name.begin(), sum.name.end(), '_', ' ');
        list.push_back(sum);
    }
    sort_by_size(list);
    return list;
}

// A replication has the same jobs under every strategy.
std::vector<PartOfDifference> by_job(const RunRows& one, const RunRows& other) {
    std::map<std::int64_t, PartOfDifference> jobs;
    const auto add = [&jobs](const RunRows& rows, double PartOfDifference::*side, int sign) {
        for (const JobLine& job : read_jobs(rows.jobs)) {
            PartOfDifference& part = jobs[job.job];
            part.name = fmt::format("job {}, {}", job.job, printable(job.stream));
            part.*side = job.cost_usd;
            part.queued_s += sign * job.in(JobState::queued);
        }
    };
    add(one, &PartOfDifference::one, -1);
    add(other, &PartOfDifference::other, 1);
    std::vector<PartOfDifference> list;
    for (const auto& [number, part] : jobs) {
        list.push_back(part);
    }
    sort_by_size(list);
    return list;
}

PartOfDifference sum_of(const std::vector<PartOfDifference>& list, std::size_t from,
                        const std::string& name) {
    PartOfDifference sum{name};
    for (std::size_t i = from; i < list.size(); ++i) {
        sum.one += list[i].one;
        sum.other += list[i].other;
        sum.queued_s += list[i].queued_s;
    }
    return sum;
}

void add_row(Columns& columns, const PartOfDifference& part) {
    columns.add({"  " + part.name, readable_usd(part.one), readable_usd(part.other), signed_usd(part.usd()),
                 signed_time(part.queued_s)});
}

}  // namespace

std::string difference_story(const NamedRun& one, const NamedRun& other, int replication, std::size_t width) {
    const std::vector<PartOfDifference> categories = by_category(one.rows, other.rows);
    const std::vector<PartOfDifference> jobs = by_job(one.rows, other.rows);
    const PartOfDifference total = sum_of(categories, 0, "total");
    const std::string text =
        paragraph(fmt::format("In replication {}, {} costs {} and {} {}: {}.", replication,
                              printable(one.strategy), readable_usd(total.one), printable(other.strategy),
                              readable_usd(total.other), signed_usd(total.usd())),
                  width);
    Columns columns{{Align::left, Align::right, Align::right, Align::right, Align::right}};
    const auto head = [&](const char* name, const char* last) {
        columns.add({name, shortened(printable(one.strategy), 16), shortened(printable(other.strategy), 16),
                     "difference", last});
    };
    head("By category", "");
    for (const PartOfDifference& each : categories) {
        add_row(columns, each);
    }
    head("By job", "in the queue");
    const std::size_t shown = std::min(jobs.size(), most_jobs);
    for (std::size_t i = 0; i < shown; ++i) {
        add_row(columns, jobs[i]);
    }
    if (shown < jobs.size()) {
        add_row(columns, sum_of(jobs, shown, fmt::format("the other {} jobs", jobs.size() - shown)));
    }
    const PartOfDifference charged = sum_of(jobs, 0, "");
    add_row(columns,
            {"no job's: idle machines, repairs", total.one - charged.one, total.other - charged.other});
    return text + columns.text();
}

}  // namespace trainyard
