// Keys of the streams of jobs.
#include "sim/scenario/keys_parts.hpp"

namespace trainyard::table {

namespace {

std::vector<Key> arrivals() {
    return {
        {.path = "workload.*.arrivals",
         .forms = mapping,
         .need = Need::one_of,
         .doc = "When jobs are submitted."},
        {.path = "workload.*.arrivals.poisson",
         .quantity = Quantity::rate,
         .need = Need::one_of,
         .range = positive,
         .doc = "At random, at this rate."},
        {.path = "workload.*.arrivals.profile",
         .forms = words | reference | list,
         .quantity = Quantity::word,
         .fallback = "flat",
         .options = "office-hours flat",
         .names = "profile",
         .doc = "With `poisson`: how the rate goes over the week. A built-in name, one of `profiles`, or 168 "
                "hourly weights of mean 1 from Monday 00:00 UTC. `office-hours`: Monday to Friday "
                "09:00-17:00."},
        {.path = "workload.*.arrivals.profile.[]",
         .quantity = Quantity::number,
         .range = not_negative,
         .doc = "Weight of an hour."},
        {.path = "workload.*.arrivals.every",
         .forms = distribution,
         .quantity = Quantity::duration,
         .need = Need::one_of,
         .range = some_time,
         .doc = "One after another, with this gap."},
        {.path = "workload.*.arrivals.first",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "one gap",
         .doc = "With `every`: when the first job arrives."},
        {.path = "workload.*.arrivals.at", .forms = list, .need = Need::one_of, .doc = "At these times."},
        {.path = "workload.*.arrivals.at.[]",
         .quantity = Quantity::duration,
         .range = any_time,
         .doc = "Since second 0; before the horizon."},
        {.path = "workload.*.arrivals.batch",
         .forms = distribution,
         .quantity = Quantity::whole,
         .range = {1, 1'000'000},
         .fallback = "1",
         .doc = "Jobs an arrival; not with `users`."},
        {.path = "workload.*.arrivals.users",
         .quantity = Quantity::whole,
         .need = Need::one_of,
         .range = {1, 100'000},
         .doc = "So many people, each of whom submits, waits for the job to end, thinks, submits again."},
        {.path = "workload.*.arrivals.think",
         .forms = distribution,
         .quantity = Quantity::duration,
         .range = some_time,
         .doc = "With `users`, and needed there: how long they think."},
    };
}

std::vector<Key> trace() {
    return {
        {.path = "workload.*.trace",
         .forms = mapping,
         .need = Need::one_of,
         .doc = "Real jobs from a file, instead of `arrivals`."},
        {.path = "workload.*.trace.file",
         .quantity = Quantity::text,
         .need = Need::required,
         .doc = "CSV, plain or gzip, beside the scenario file."},
        {.path = "workload.*.trace.format",
         .forms = words,
         .quantity = Quantity::word,
         .need = Need::required,
         .options = "trainyard csv sacct philly helios swf",
         .doc = "`trainyard`: `submit_s,gpus,work_gpu_h` and optionally "
                "`kind,team,deadline_s,priority,memory_gb,"
                "checkpoint_gb,status,start_s,end_s`; `csv`: any comma-separated log, see `columns`; "
                "`sacct`: what "
                "Slurm's sacct prints with `--parsable2`; `philly`: "
                "`timestamp,duration,num_gpus,gpu_time,cluster`; `helios`: the columns of the Helios logs; "
                "`swf`: "
                "the Standard Workload Format, processors as GPUs. Durations are on the reference GPU, and "
                "second "
                "0 is the first submission where the log has dates."},
        {.path = "workload.*.trace.columns",
         .forms = mapping,
         .doc = "With `csv`, and needed there: the column of each thing. Others are passed over."},
        {.path = "workload.*.trace.columns.submit",
         .quantity = Quantity::text,
         .need = Need::required,
         .doc = "Submission: a date and time (UTC unless it says its offset), Unix time, or seconds."},
        {.path = "workload.*.trace.columns.gpus",
         .quantity = Quantity::text,
         .fallback = "1 in every row",
         .doc = "GPUs of the job; rows with 0 are dropped."},
        {.path = "workload.*.trace.columns.duration",
         .quantity = Quantity::text,
         .fallback = "from start to end",
         .doc = "How long it ran: seconds, or `[days-]hours:minutes:seconds`."},
        {.path = "workload.*.trace.columns.work",
         .quantity = Quantity::text,
         .fallback = "duration x gpus",
         .doc = "Its work in GPU-hours of the reference GPU."},
        {.path = "workload.*.trace.columns.start",
         .quantity = Quantity::text,
         .doc = "When it started, written like `submit`."},
        {.path = "workload.*.trace.columns.end",
         .quantity = Quantity::text,
         .doc = "When it ended, written like `submit`."},
        {.path = "workload.*.trace.columns.kind",
         .quantity = Quantity::text,
         .doc = "The job kind, a name of `jobs:`."},
        {.path = "workload.*.trace.columns.team", .quantity = Quantity::text, .doc = "Whose job it was."},
        {.path = "workload.*.trace.columns.status",
         .quantity = Quantity::text,
         .doc = "How it ended, as Slurm says it (COMPLETED, FAILED, CANCELLED, TIMEOUT, …); rows with "
                "other words are dropped."},
        {.path = "workload.*.trace.keep",
         .forms = list,
         .fallback = "all",
         .doc = "How the jobs ended that are replayed; what they ran is their work, whichever way."},
        {.path = "workload.*.trace.keep.[]",
         .forms = words,
         .quantity = Quantity::word,
         .options = "completed failed cancelled",
         .doc = "An end."},
        {.path = "workload.*.trace.from",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "Where in the trace second 0 is."},
        {.path = "workload.*.trace.length",
         .quantity = Quantity::duration,
         .range = some_time,
         .fallback = "up to its end",
         .doc = "How much of the trace is used."},
        {.path = "workload.*.trace.scale",
         .quantity = Quantity::number,
         .range = {1e-6, 1e6},
         .fallback = "1",
         .doc = "Factor of the arrival times: 0.5 is twice as many jobs a week."},
        {.path = "workload.*.trace.repeat",
         .quantity = Quantity::flag,
         .fallback = "false",
         .doc = "Begin again at its end, until the horizon."},
    };
}

}  // namespace

std::vector<Key> workload() {
    std::vector<Key> keys{
        {.path = "workload.*", .forms = mapping, .doc = "A stream of jobs."},
        {.path = "workload.*.job",
         .forms = reference | mapping,
         .quantity = Quantity::name,
         .names = "job kind",
         .same_as = "jobs.*",
         .doc =
             "The name of a job kind, a mapping of its own, or `{like: KIND, …}` with changes. May be absent "
             "with a trace."},
    };
    for (const std::vector<Key>& part : {arrivals(), trace()}) {
        keys.insert(keys.end(), part.begin(), part.end());
    }
    const std::vector<Key> rest{
        {.path = "workload.*.deadline",
         .quantity = Quantity::duration,
         .range = some_time,
         .doc = "After submission."},
        {.path = "workload.*.priority",
         .quantity = Quantity::whole,
         .range = {-1e9, 1e9},
         .fallback = "0",
         .doc = "Higher first, where the queue looks at it."},
        {.path = "workload.*.team",
         .quantity = Quantity::name,
         .fallback = "the stream's name",
         .doc = "Whose jobs these are."},
        {.path = "workload.*.waiting_cost",
         .quantity = Quantity::rent,
         .range = not_negative,
         .doc = "What an hour of a job's turnaround is worth."},
    };
    keys.insert(keys.end(), rest.begin(), rest.end());
    return keys;
}

}  // namespace trainyard::table
