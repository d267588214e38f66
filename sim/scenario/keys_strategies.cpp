// Keys of the strategies.
#include "sim/scenario/keys_parts.hpp"

namespace trainyard::table {

namespace {

std::vector<Key> pools() {
    return {
        {.path = "strategies.*.pools",
         .forms = list,
         .need = Need::required,
         .doc = "In order of preference; the strategy owns and pays for exactly these, each named once."},
        {.path = "strategies.*.pools.[]",
         .forms = reference | mapping,
         .quantity = Quantity::name,
         .names = "pool",
         .doc = "A pool's name, or a mapping with its name and terms of use."},
        {.path = "strategies.*.pools.[].pool",
         .forms = reference,
         .quantity = Quantity::name,
         .need = Need::required,
         .names = "pool",
         .doc = "The pool."},
        {.path = "strategies.*.pools.[].after",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc =
             "How long a job must have queued (since submission or its last return to the queue) before the "
             "pool is open to it."},
        {.path = "strategies.*.pools.[].for",
         .forms = list,
         .fallback = "all",
         .doc = "The only streams or job kinds that it serves."},
        {.path = "strategies.*.pools.[].for.[]",
         .forms = reference,
         .quantity = Quantity::name,
         .names = "stream or job kind",
         .doc = "A stream or a job kind."},
        {.path = "strategies.*.pools.[].gpus",
         .forms = mapping,
         .doc = "The only sizes of gang that it serves."},
        {.path = "strategies.*.pools.[].gpus.min",
         .quantity = Quantity::whole,
         .range = {1, 100'000},
         .doc = "At least so many GPUs."},
        {.path = "strategies.*.pools.[].gpus.max",
         .quantity = Quantity::whole,
         .range = {1, 100'000},
         .doc = "At most so many GPUs."},
        {.path = "strategies.*.pools.[].count",
         .quantity = Quantity::whole,
         .range = {0, 100'000},
         .fallback = "the pool's own",
         .doc = "Of rigs and reserved instances: how many of them this strategy has."},
        {.path = "strategies.*.pools.[].warm",
         .quantity = Quantity::flag,
         .fallback = "false",
         .doc = "Of rented pools: warm machines are open at once, to a gang if they suffice; launches, and "
                "keeping later jobs back, wait for `after`."},
    };
}

std::vector<Key> guard_and_budget() {
    return {
        {.path = "strategies.*.deadline",
         .forms = mapping,
         .doc = "For jobs with deadlines: when they go to a pool that is sure to have machines."},
        {.path = "strategies.*.deadline.guard",
         .forms = words,
         .quantity = Quantity::word,
         .need = Need::required,
         .options = "none safety-net uniform-progress",
         .doc = "`safety-net`: once the time left is less than the estimated time to finish there and two "
                "changeovers, for good. `uniform-progress`: also whenever a job is behind an even pace, "
                "until it "
                "is ahead again (Wu et al., NSDI 2024)."},
        {.path = "strategies.*.deadline.fallback",
         .forms = reference,
         .quantity = Quantity::name,
         .names = "pool",
         .doc = "That pool, one of the strategy's. To jobs with deadlines the guard opens it, whatever its "
                "`after`."},
        {.path = "strategies.*.budget",
         .forms = mapping,
         .doc = "What rented machines may cost in a calendar month (UTC)."},
        {.path = "strategies.*.budget.limit",
         .quantity = Quantity::rent,
         .need = Need::required,
         .range = positive,
         .doc = "In `USD/month`. Running jobs go on when it is spent."},
        {.path = "strategies.*.budget.when_spent",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "queue",
         .options = "queue",
         .doc = "No rented machine is launched or given a job until the next month."},
    };
}

}  // namespace

std::vector<Key> strategies() {
    std::vector<Key> keys{{.path = "strategies.*", .forms = mapping, .doc = "A strategy."}};
    const std::vector<Key> uses = pools();
    keys.insert(keys.end(), uses.begin(), uses.end());
    const std::vector<Key> rest{
        {.path = "strategies.*.choose",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "in-order",
         .options = "in-order cheapest fastest",
         .doc = "Which of the open pools with room a job takes: the first in the list, or that of the least "
                "expected cost, or time, to finish, interruptions included."},
        {.path = "strategies.*.queue",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "fifo",
         .options = "fifo first-fit sjf priority edf fair-share easy conservative",
         .doc =
             "Order of the waiting jobs: by submission, the same without keeping later ones back, "
             "shortest work "
             "per GPU first, highest priority first, earliest deadline first, the team that has used the "
             "fewest GPU-hours first; `easy` and `conservative`: by submission, later ones start where they "
             "leave the reservation of the first that waits alone, or those of the first 100."},
        {.path = "strategies.*.idle_timeout",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "How long a rented machine is kept after its job, for the next one."},
        {.path = "strategies.*.checkpoint",
         .forms = words | scalar,
         .quantity = Quantity::duration,
         .range = some_time,
         .fallback = "job",
         .options = "job young daly never",
         .doc = "Compute between two checkpoints: the job's own `every`, a duration, Young's or Daly's "
                "interval, or "
                "none."},
        {.path = "strategies.*.on_notice",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "checkpoint",
         .options = "checkpoint ignore",
         .doc = "What happens on the notice of an interruption; `ignore`: there is no notice, for anybody."},
    };
    keys.insert(keys.end(), rest.begin(), rest.end());
    const std::vector<Key> limits = guard_and_budget();
    keys.insert(keys.end(), limits.begin(), limits.end());
    return keys;
}

}  // namespace trainyard::table
