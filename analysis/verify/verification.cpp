#include "analysis/verify/verification.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/verify/chance_checks.hpp"
#include "analysis/verify/closed_forms.hpp"
#include "analysis/verify/exact_checks.hpp"
#include "sim/engine/engine.hpp"

namespace trainyard {
namespace {

const std::string simulated_name = "verify.simulated.";
const std::string expected_name = "verify.expected.";

// In the child: the run's own metrics, and what the checks say of it. Contradictions go as warnings.
RunResult examine(const RunRequest& request) {
    const Trace trace = simulate(request.scenario, request.strategy, request.seed);
    const Outcome outcome = fold(request.scenario, request.strategy, trace);
    const ExaminedRun run{request.scenario, request.strategy, trace, outcome};
    std::vector<Metric> metrics = outcome.metrics;
    RunResult result;
    for (const ExactCheck& check : exact_checks()) {
        result.warnings.push_back(check.contradiction(run));
    }
    for (const auto& sums : {workload_sums(run), reclaim_sums(run)}) {
        for (const ChanceSum& sum : sums) {
            metrics.push_back({simulated_name + sum.what, sum.simulated});
            metrics.push_back({expected_name + sum.what, sum.expected});
        }
    }
    result.metrics = MetricValues{metrics};
    result.digest = outcome.digest;
    return result;
}

ScenarioRuns emptied(ScenarioRuns runs) {
    for (StrategyRuns& strategy : runs.strategies) {
        std::fill(strategy.replications.begin(), strategy.replications.end(), std::nullopt);
    }
    return runs;
}

// Rented machines a tenth dearer, exactly.
ScenarioRuns dearer(ScenarioRuns runs) {
    for (Pool& pool : runs.scenario.pools) {
        if (RentedTerms* rented = std::get_if<RentedTerms>(&pool.terms)) {
            rented->price = Price{rented->price.nano_usd * 11, rented->price.per * 10};
            if (rented->reservation) {
                rented->reservation->monthly.nano_usd *= 11;
                rented->reservation->monthly.per *= 10;
            }
        }
    }
    return runs;
}

class Verifier {
public:
    Verifier(const ScenarioRuns& runs, const PoolLimits& limits, Progress& progress)
        : batch_{emptied(runs), emptied(runs), emptied(dearer(runs))} {
        RunnerHooks hooks;
        hooks.simulate = examine;
        hooks.failed = [this](const RunKey& key, const std::string& reason) {
            failures_.push_back(fmt::format("{}: {}", run_text(key.strategy, key.replication), reason));
        };
        result_.runs = count_runs(batch_);
        const BatchEnd end = run_batch(batch_, all_runs(batch_), limits, hooks, progress);
        result_.interrupted = end.stopped_by.has_value();
    }

    Verification result() && {
        if (result_.interrupted) {
            return std::move(result_);
        }
        exact("every run comes to its end", failures_);
        for (std::size_t i = 0; i < exact_checks().size(); ++i) {
            exact(exact_checks()[i].what, contradictions(i));
        }
        exact("the same run twice has the same digest", other_digests());
        if (const std::string why = why_prices_decide(); why.empty()) {
            exact("with rent a tenth dearer nothing costs less", cheaper());
        } else {
            result_.unchecked.push_back({"", "what dearer rent costs", Verdict::unchecked, why});
        }
        for (std::size_t i = 0; i < base().strategies.size(); ++i) {
            chance(i);
            form(i);
        }
        for (const std::string& reason : unchecked_workload(base().scenario)) {
            result_.unchecked.push_back({"", reason, Verdict::unchecked, ""});
        }
        return std::move(result_);
    }

private:
    const ScenarioRuns& base() const { return batch_[0]; }

    std::string run_text(std::size_t strategy, std::size_t replication) const {
        return fmt::format("{}, replication {}", base().name_of(base().strategies[strategy]),
                           replication + 1);
    }

    // Whether prices decide what runs where: dearer ones may then cost less.
    std::string why_prices_decide() const {
        for (const StrategyRuns& runs : base().strategies) {
            const Strategy& strategy = base().scenario.strategies[runs.strategy.value];
            if (strategy.choose != PoolChoice::in_order || strategy.monthly_budget) {
                return strategy.name + " goes by prices";
            }
        }
        return "";
    }

    void exact(const char* what, const std::vector<std::string>& contradictions) {
        const Verdict verdict = contradictions.empty() ? Verdict::holds : Verdict::fails;
        result_.exact.push_back(
            {"", what, verdict,
             contradictions.empty()
                 ? ""
                 : fmt::format("not in {} runs, such as {}", contradictions.size(), contradictions.front())});
    }

    // visit(strategy, replication, run of the scenario, run of the given variant)
    template <class Visit>
    void for_pairs(std::size_t variant, Visit visit) const {
        for (std::size_t i = 0; i < base().strategies.size(); ++i) {
            const auto& runs = base().strategies[i].replications;
            for (std::size_t r = 0; r < runs.size(); ++r) {
                const auto& other = batch_[variant].strategies[i].replications[r];
                if (runs[r] && other) {
                    visit(i, r, *runs[r], *other);
                }
            }
        }
    }

    std::vector<std::string> contradictions(std::size_t check) const {
        std::vector<std::string> found;
        for_pairs(0, [&](std::size_t i, std::size_t r, const RunResult& run, const RunResult&) {
            if (!run.warnings[check].empty()) {
                found.push_back(fmt::format("{}: {}", run_text(i, r), run.warnings[check]));
            }
        });
        return found;
    }

    std::vector<std::string> other_digests() const {
        std::vector<std::string> found;
        for_pairs(1, [&](std::size_t i, std::size_t r, const RunResult& run, const RunResult& again) {
            if (run.digest != again.digest) {
                found.push_back(fmt::format("{}: {} and {}", run_text(i, r), run.digest, again.digest));
            }
        });
        return found;
    }

    std::vector<std::string> cheaper() const {
        std::vector<std::string> found;
        for_pairs(2, [&](std::size_t i, std::size_t r, const RunResult& run, const RunResult& dear) {
            const double usd = run.metric("total_cost_usd").value_or(0);
            const double dear_usd = dear.metric("total_cost_usd").value_or(0);
            if (dear_usd < usd) {
                found.push_back(
                    fmt::format("{}: {} USD, and {} USD with dearer rent", run_text(i, r), usd, dear_usd));
            }
        });
        return found;
    }

    void add_chance(const std::string& strategy, const std::string& what, const Summary& difference,
                    double simulated, double expected, double slack, const std::string& formula) {
        const double error =
            difference.sd ? *difference.sd / std::sqrt(static_cast<double>(difference.count)) : 0;
        const double beyond = std::max(std::abs(*difference.mean) - slack, 0.0);
        const std::string z = error > 0 ? fmt::format(", z {:+.2f}", *difference.mean / error) : "";
        const std::string by = formula.empty() ? "" : fmt::format(" by {}", formula);
        const std::string detail =
            fmt::format("{:.6g} ± {:.2g}, expected {:.6g}{}{}", simulated, error, expected, by, z);
        if (difference.count < 2) {
            result_.unchecked.push_back({strategy, what, Verdict::unchecked, "one replication has no error"});
            return;
        }
        const bool fine = beyond <= chance_errors(difference.count) * error + 1e-9 * std::abs(expected);
        result_.chance.push_back({strategy, what, fine ? Verdict::holds : Verdict::fails, detail});
    }

    // The workload is the same for all strategies, so its first one speaks for all.
    void chance(std::size_t strategy) {
        const StrategyRuns& runs = base().strategies[strategy];
        if (runs.first() == nullptr) {
            return;
        }
        for (const MetricValues::Entry metric : runs.first()->metrics) {
            if (!metric.name.starts_with(simulated_name)) {
                continue;
            }
            const std::string what = metric.name.substr(simulated_name.size());
            const bool of_all = !what.starts_with("interruptions of ");
            if (of_all && strategy > 0) {
                continue;
            }
            std::vector<std::optional<double>> differences;
            for (const auto& run : runs.replications) {
                const auto simulated = run ? run->metric(simulated_name + what) : std::nullopt;
                const auto expected = run ? run->metric(expected_name + what) : std::nullopt;
                differences.push_back(simulated && expected ? std::optional{*simulated - *expected}
                                                            : std::nullopt);
            }
            add_chance(of_all ? "" : base().name_of(runs), what, summarize(differences),
                       *summary_of(runs, simulated_name + what).mean,
                       *summary_of(runs, expected_name + what).mean, 0, "");
        }
    }

    void form(std::size_t position) {
        const StrategyRuns& runs = base().strategies[position];
        const std::string& name = base().name_of(runs);
        const auto found = closed_form(base().scenario, base().scenario.strategies[runs.strategy.value]);
        if (const std::string* reason = std::get_if<std::string>(&found)) {
            result_.unchecked.push_back({name, "closed formula", Verdict::unchecked, *reason});
            return;
        }
        const auto& form = std::get<ClosedForm>(found);
        std::vector<std::optional<double>> differences;
        for (const auto& run : runs.replications) {
            const auto value = run ? run->metric(form.metric) : std::nullopt;
            const auto over = !run                ? std::nullopt
                              : form.over.empty() ? std::optional{1.0}
                                                  : run->metric(form.over);
            differences.push_back(value && over && *over != 0
                                      ? std::optional{*value / *over / form.unit - form.expected}
                                      : std::nullopt);
        }
        const Summary difference = summarize(differences);
        if (difference.mean) {
            add_chance(name, form.what, difference, *difference.mean + form.expected, form.expected,
                       form.slack, form.formula);
        }
    }

    Batch batch_;  // as it is, again, dearer
    std::vector<std::string> failures_;
    Verification result_;
};

}  // namespace

bool Verification::holds() const {
    const auto held = [](const VerifiedRow& row) { return row.verdict == Verdict::holds; };
    return std::all_of(exact.begin(), exact.end(), held) && std::all_of(chance.begin(), chance.end(), held);
}

std::size_t runs_to_verify(const ScenarioRuns& runs) { return 3 * count_runs({runs}); }

Verification verify(const ScenarioRuns& runs, const PoolLimits& limits, Progress& progress) {
    return Verifier{runs, limits, progress}.result();
}

}  // namespace trainyard
