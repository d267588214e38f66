// Keys of the top level, of GPU types, and of what is expected of a run; keys_study.cpp has those of a study.
#include "sim/scenario/keys_parts.hpp"

namespace trainyard::table {

namespace {

std::vector<Key> head() {
    return {
        {.path = "trainyard",
         .quantity = Quantity::whole,
         .need = Need::required,
         .range = {1, 1},
         .doc = "Version of the format."},
        {.path = "name",
         .quantity = Quantity::text,
         .fallback = "the file's name",
         .doc = "What reports call the scenario."},
        {.path = "question",
         .quantity = Quantity::text,
         .doc = "What the scenario is to answer; shown in reports."},
        {.path = "start",
         .quantity = Quantity::date,
         .fallback = "2026-01-05",
         .doc = "What second 0 is, in UTC: a date, or a time such as `2026-01-05T08:00:00Z`. Weekly profiles "
                "and "
                "months follow from it."},
        {.path = "horizon",
         .quantity = Quantity::duration,
         .range = century,
         .fallback = "365 d",
         .doc = "Jobs arrive from second 0 until here."},
        {.path = "after_horizon",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "drain",
         .options = "drain cut",
         .doc = "`drain`: go on until every job has ended; `cut`: stop at the horizon."},
        {.path = "drain_limit",
         .quantity = Quantity::duration,
         .range = century,
         .fallback = "the horizon",
         .doc = "At most this long after the horizon; jobs that are still open then are unfinished."},
        {.path = "seed",
         .quantity = Quantity::whole,
         .range = {0, 9007199254740992.0},
         .fallback = "1",
         .doc = "Another seed is another luck."},
        {.path = "include",
         .forms = list,
         .doc =
             "Files to take keys from: `catalogue:NAME`, or a file beside this one. Keys of this file win."},
        {.path = "include.[]", .quantity = Quantity::text, .doc = "`catalogue:NAME` or a file."},
    };
}

std::vector<Key> sections() {
    return {
        {.path = "gpus", .forms = mapping, .doc = "GPU types by name."},
        {.path = "gpus.*", .forms = mapping, .doc = "A GPU type."},
        {.path = "gpus.*.memory",
         .quantity = Quantity::bytes,
         .need = Need::required,
         .range = some_bytes,
         .doc = "Memory of one GPU."},
        {.path = "gpus.*.speed",
         .quantity = Quantity::number,
         .need = Need::required,
         .range = {0.001, 1000},
         .doc = "Training speed relative to the reference, a100-80gb = 1."},
        {.path = "gpus.*.watts",
         .quantity = Quantity::power,
         .range = positive,
         .doc = "Board power, for information."},
        {.path = "gpus.*.bf16",
         .quantity = Quantity::flops,
         .range = positive,
         .doc =
             "Dense bf16 peak of one GPU. With it, `model` jobs have their speed from FLOPs; without, from "
             "`speed`."},
        {.path = "gpus.*.measured",
         .quantity = Quantity::flops,
         .range = positive,
         .doc = "The largest rate of matrix products that somebody measured; a job's stated `mfu` must stay "
                "below."},
        {.path = "gpus.*.mfu",
         .forms = mapping,
         .doc = "Model FLOPs utilisation of `model` jobs: useful FLOPs / time / bf16 peak."},
        {.path = "gpus.*.mfu.full",
         .quantity = Quantity::share,
         .range = {0.001, 1},
         .fallback = "38 %",
         .doc = "When all weights are trained."},
        {.path = "gpus.*.mfu.lora",
         .quantity = Quantity::share,
         .range = {0.001, 1},
         .fallback = "as `full`",
         .doc = "With LoRA and QLoRA."},
        {.path = "gpus.*.mfu.many",
         .quantity = Quantity::share,
         .range = {0.001, 1},
         .fallback = "as `full`",
         .doc = "When all weights are trained on more than 8 GPUs."},
        {.path = "gpus.*.mfu.fp8",
         .quantity = Quantity::share,
         .range = {0.001, 1},
         .fallback = "as in bf16",
         .doc = "In fp8, still of the bf16 peak."},
        {.path = "jobs", .forms = mapping, .doc = "Job kinds by name, for streams to use."},
        {.path = "workload", .forms = mapping, .need = Need::required, .doc = "Streams of jobs by name."},
        {.path = "fleet", .forms = mapping, .need = Need::required, .doc = "Pools of machines."},
        {.path = "strategies",
         .forms = mapping,
         .need = Need::required,
         .doc = "Ways to use the pools, by name; each is simulated on its own."},
        {.path = "profiles",
         .forms = mapping,
         .doc = "Weekly profiles by name, for arrivals, `linger` and electricity."},
        {.path = "profiles.*",
         .forms = list,
         .doc = "168 hourly weights of mean 1 from Monday 00:00 UTC. A name other than the built-in ones."},
        {.path = "profiles.*.[]",
         .quantity = Quantity::number,
         .range = not_negative,
         .doc = "Weight of an hour."},
    };
}

std::vector<Key> expectations() {
    return {
        {.path = "expect",
         .forms = mapping,
         .doc = "`run` exits with 1 when a mean is outside of these, by strategy."},
        {.path = "expect.*", .forms = mapping, .doc = "What is expected of one strategy, by metric."},
        {.path = "expect.*.*", .forms = mapping, .doc = "Bounds of a metric's mean; at least one."},
        {.path = "expect.*.*.below", .quantity = Quantity::bound, .doc = "The mean is less than this."},
        {.path = "expect.*.*.above", .quantity = Quantity::bound, .doc = "The mean is more than this."},
        {.path = "expect.*.*.between", .forms = list, .doc = "`[low, high]`, both included."},
        {.path = "expect.*.*.between.[]", .quantity = Quantity::bound, .doc = "A bound."},
        {.path = "expect.*.*.relative_to",
         .forms = reference,
         .quantity = Quantity::name,
         .names = "strategy",
         .doc = "The bounds are shares of this strategy's mean."},
    };
}

}  // namespace

std::vector<Key> top_level() {
    std::vector<Key> keys = head();
    for (const std::vector<Key>& more : {sections(), study(), expectations()}) {
        keys.insert(keys.end(), more.begin(), more.end());
    }
    return keys;
}

}  // namespace trainyard::table
