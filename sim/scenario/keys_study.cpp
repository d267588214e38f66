// Keys of the study: how often to run, what to vary, what to show.
#include "sim/scenario/keys_parts.hpp"

namespace trainyard::table {

namespace {

constexpr Range points{1, 100'000};

std::vector<Key> varied() {
    return {
        {.path = "study.vary",
         .forms = mapping,
         .doc = "What `sweep` varies, by path: as `--set` takes it, or with `*` for every name at its place, "
                "as in "
                "`fleet.spot.*.interruptions.rate`. `run` takes no notice of it."},
        {.path = "study.vary.*",
         .forms = list | mapping,
         .doc = "The values, each as it would stand at the path; or two ends and how many points."},
        {.path = "study.vary.*.[]", .forms = anything, .doc = "A value."},
        {.path = "study.vary.*.lin",
         .forms = list,
         .need = Need::one_of,
         .doc = "`[low, high]`, both included: values at equal distances."},
        {.path = "study.vary.*.lin.[]", .quantity = Quantity::text, .doc = "An end."},
        {.path = "study.vary.*.log",
         .forms = list,
         .need = Need::one_of,
         .doc = "`[low, high]`, both included and above 0: values at equal ratios."},
        {.path = "study.vary.*.log.[]", .quantity = Quantity::text, .doc = "An end."},
        {.path = "study.vary.*.points",
         .quantity = Quantity::whole,
         .range = {2, 100'000},
         .doc = "How many values from end to end; needed in a grid."},
    };
}

}  // namespace

std::vector<Key> study() {
    std::vector<Key> keys{
        {.path = "study",
         .forms = mapping,
         .doc = "What `run`, `sweep` and `compare` do unless told otherwise."},
        {.path = "study.replications",
         .quantity = Quantity::whole,
         .range = {1, 100'000},
         .fallback = "1",
         .doc = "How many times each strategy runs, with another luck each time."},
    };
    const std::vector<Key> vary = varied();
    keys.insert(keys.end(), vary.begin(), vary.end());
    const std::vector<Key> rest{
        {.path = "study.design",
         .forms = words | mapping,
         .quantity = Quantity::word,
         .fallback = "grid",
         .options = "grid",
         .doc = "How the points are chosen: `grid`, every value with every other, or a sample between the "
                "ends."},
        {.path = "study.design.lhs",
         .quantity = Quantity::whole,
         .need = Need::one_of,
         .range = points,
         .doc = "So many points of a Latin hypercube."},
        {.path = "study.design.sobol",
         .quantity = Quantity::whole,
         .need = Need::one_of,
         .range = points,
         .doc = "So many points of Sobol's sequence; powers of two cover best."},
        {.path = "study.baseline",
         .forms = reference,
         .quantity = Quantity::name,
         .names = "strategy",
         .doc = "The strategy that the others are compared to."},
        {.path = "study.metrics",
         .forms = list,
         .fallback = "the usual ones",
         .doc = "The metrics that `sweep` and `compare` show."},
        {.path = "study.metrics.[]", .quantity = Quantity::text, .doc = "A metric."},
    };
    keys.insert(keys.end(), rest.begin(), rest.end());
    return keys;
}

}  // namespace trainyard::table
