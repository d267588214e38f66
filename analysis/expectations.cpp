#include "analysis/expectations.hpp"

#include <fmt/format.h>

#include <optional>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

std::string amount(const Expectation& expected, double value) {
    return expected.relative_to ? fmt::format("{:.6g} %", value * 100) : fmt::format("{:.10g}", value);
}

std::string bounds(const Expectation& expected) {
    std::string text;
    const auto add = [&text](const std::string& bound) { text += (text.empty() ? "" : " and ") + bound; };
    if (expected.above) {
        add("above " + amount(expected, *expected.above));
    }
    if (expected.below) {
        add("below " + amount(expected, *expected.below));
    }
    if (expected.between) {
        add(fmt::format("between {} and {}", amount(expected, expected.between->first),
                        amount(expected, expected.between->second)));
    }
    return text;
}

bool within(const Expectation& expected, double value) {
    return (!expected.above || value > *expected.above) && (!expected.below || value < *expected.below) &&
           (!expected.between || (value >= expected.between->first && value <= expected.between->second));
}

std::string failure(const Expectation& expected, const std::string& what_came_out) {
    const std::string of = expected.relative_to ? " of " + printable(*expected.relative_to) + "'s" : "";
    return fmt::format("{}: expected {} of {} {}{}, but {}", printable(expected.where),
                       printable(expected.metric), printable(expected.strategy), bounds(expected), of,
                       what_came_out);
}

// Absent: it has been run.
std::optional<std::string> not_run(const ScenarioRuns& runs, const std::string& strategy) {
    const StrategyRuns* found = runs.find(strategy);
    if (found != nullptr && found->finished() > 0) {
        return std::nullopt;
    }
    return printable(strategy) + (found == nullptr ? " was not run" : " has no finished run");
}

class Checker {
public:
    explicit Checker(const ScenarioRuns& runs) : runs_{runs} {}

    void check(const Expectation& expected) {
        auto missing = not_run(runs_, expected.strategy);
        if (!missing && expected.relative_to) {
            missing = not_run(runs_, *expected.relative_to);
        }
        if (missing) {
            report.skipped.push_back(fmt::format("{}: expectation on {} skipped: {}",
                                                 printable(expected.where), printable(expected.metric),
                                                 *missing));
            return;
        }
        const Summary own = summary_of(*runs_.find(expected.strategy), expected.metric);
        if (!own.mean) {
            report.failures.push_back(failure(expected, "it has no value"));
        } else if (expected.relative_to) {
            check_ratio(expected, own);
        } else {
            check_value(expected, *own.mean, own.count);
        }
    }

    ExpectationReport report;

private:
    void check_ratio(const Expectation& expected, const Summary& own) {
        const Summary other = summary_of(*runs_.find(*expected.relative_to), expected.metric);
        if (!other.mean || *other.mean == 0) {
            report.failures.push_back(failure(
                expected, printable(*expected.relative_to) + (other.mean ? "'s is 0" : "'s has no value")));
            return;
        }
        check_value(expected, *own.mean / *other.mean, own.count);
    }

    void check_value(const Expectation& expected, double value, std::size_t replications) {
        if (within(expected, value)) {
            ++report.met;
            return;
        }
        const std::string over =
            replications == 1 ? "" : fmt::format(" (mean of {} replications)", replications);
        report.failures.push_back(
            failure(expected, fmt::format("it is {}{}", amount(expected, value), over)));
    }

    const ScenarioRuns& runs_;
};

}  // namespace

ExpectationReport check_expectations(const ScenarioRuns& runs) {
    Checker checker{runs};
    for (const Expectation& expected : runs.scenario.expectations) {
        checker.check(expected);
    }
    return checker.report;
}

}  // namespace trainyard
