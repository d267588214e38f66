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
         .options = "in-order",
         .doc = "Which of the open pools a job takes: the first in the list that has room."},
        {.path = "strategies.*.queue",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "fifo",
         .options = "fifo first-fit sjf priority edf",
         .doc = "Order of the waiting jobs: by submission, the same without keeping later ones back, "
                "shortest work "
                "per GPU first, highest priority first, earliest deadline first."},
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
    return keys;
}

}  // namespace trainyard::table
