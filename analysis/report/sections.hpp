// The sections of a report's data, each a pure function of results. docs/design.md says how the page uses
// them; the names in them are as the scenario writes them, so they are never to be trusted as markup.
#pragma once

#include "analysis/report/report_json.hpp"
#include "analysis/report/run_folds.hpp"

namespace trainyard::report {

// {"sentence", "sure", "baseline", "findings": [...], "costs": [{"strategy", "infeasible", "finished",
// "replications", "total", "categories": [{"name", "usd"}], "waterfall": [{"name", "usd", "shown_usd"}]}]}.
// `shown_usd` are the means in whole dollars (cents below 100 dollars), rounded so that they still add up to
// the total's.
json verdict_section(const ScenarioRuns& runs, const ScenarioFacts& facts);
// One of the costs.
json cost_of_strategy(const ScenarioRuns& runs, const StrategyRuns& strategy);

// {"names": [{"name", "label", "kind", "better"}], "values": {NAME: [by point [by strategy interval]]}}:
// the metrics of whole runs.
json metrics_section(const Batch& batch);

// {"choices": [{"metric", "front": [[point, strategy]], "comparable": [...]}]}: who is on the Pareto front of
// total cost and that metric.
json tradeoff_section(const Batch& batch);

// {"axes", "points", "grid", "lines": [...], "text": [...], "drivers": [...]}; null unless it is a sweep.
json sweep_section(const Batch& batch);

// How sure it is that the cheapest is cheaper than the next of those that finished as much work, and which
// categories of cost make that difference: a sentence each. Empty where there are no two.
json sure_sentences(const ScenarioRuns& runs);

// [{"strategy", "stream", "jobs", "p50_s", "p95_s", "curve": [[seconds, share]]}]; a stream of null is all.
json queue_section(const ScenarioRuns& runs, const RunFolds& folds);

// {"months", "money": [{"strategy", "cash", "accrual"}], "paybacks": [{"text", "strategy", "month"}],
// "week": [{"strategy", "share": [168]}], "busy": [{"strategy", "bin_s", "pools": [{"pool", "used",
// "there"}]}]}
json year_section(const ScenarioRuns& runs, const ScenarioFacts& facts, const RunFolds& folds);

// [{"strategy", "replication", "end_s", "pools", "states", "streams", "reasons", "rows", "jobs", "heat"}]
json machines_section(const ScenarioRuns& runs, const ScenarioFacts& facts, const RunFolds& folds);

}  // namespace trainyard::report
