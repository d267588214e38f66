// Keys of what the market of a rented pool does.
#include "sim/scenario/keys_parts.hpp"

namespace trainyard::table {

namespace {

constexpr std::string_view spot_formats = "skypilot cant-be-late bamboo trainyard aws-prices";

// Where and how a series goes on, below the path of what it is of.
std::vector<Key> series_place(const std::string& path) {
    return {
        {.path = path + ".offset",
         .forms = words | scalar,
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .options = "random",
         .doc = "With `trace`: where in it second 0 is; `random`: drawn for each replication."},
        {.path = path + ".repeat",
         .quantity = Quantity::flag,
         .fallback = "false",
         .doc = "With `trace`: it begins anew at its end; else its last value holds on."},
    };
}

}  // namespace

std::vector<Key> market() {
    const std::string pool = "fleet.spot.*";
    std::vector<Key> keys{
        {.path = pool + ".availability",
         .forms = mapping,
         .doc = "How many instances can be had, beside `max_instances` and `interruptions`. Absent: any "
                "number."},
        {.path = pool + ".availability.up",
         .forms = distribution,
         .quantity = Quantity::duration,
         .need = Need::one_of,
         .range = some_time,
         .doc = "The whole pool comes and goes: how long it is there. It starts up."},
        {.path = pool + ".availability.down",
         .forms = distribution,
         .quantity = Quantity::duration,
         .range = some_time,
         .doc = "With `up`, and needed there: how long it is gone."},
        {.path = pool + ".availability.trace",
         .quantity = Quantity::text,
         .need = Need::one_of,
         .doc = "A spot trace, plain or gzip, beside the scenario file. When it drops below what runs, the "
                "youngest "
                "instances go."},
        {.path = pool + ".availability.format",
         .forms = words,
         .quantity = Quantity::word,
         .options = spot_formats,
         .doc = "With `trace`, and needed there. `skypilot`: JSON of ticks, a number = instances available; "
                "`cant-be-late`: the same with 1 = preempted, 0 = runs; `bamboo`: CSV of add and remove; "
                "`trainyard`: CSV with the columns `t_s,available` and optionally `price` (USD an "
                "instance-hour), "
                "whose last row ends the series; `aws-prices`: what `aws ec2 describe-spot-price-history` "
                "prints."},
    };
    const std::vector<Key> more[] = {
        series_place(pool + ".availability"),
        {
            {.path = pool + ".shocks",
             .forms = mapping,
             .doc = "Now and then many instances of the pool go at the same second."},
            {.path = pool + ".shocks.rate",
             .quantity = Quantity::rate,
             .need = Need::required,
             .range = {0, 1},
             .doc = "How often; exponential."},
            {.path = pool + ".shocks.reclaim",
             .quantity = Quantity::share,
             .need = Need::required,
             .range = from_0_to_1,
             .doc = "The probability with which a shock takes each running instance."},
            {.path = pool + ".shocks.drought",
             .forms = distribution,
             .quantity = Quantity::duration,
             .range = any_time,
             .fallback = "0 s",
             .doc = "How long none can be launched from then on."},
            {.path = pool + ".max_price",
             .quantity = Quantity::machine_price,
             .range = not_negative,
             .doc = "With a price that changes: instances go when it passes this, and none is launched above "
                    "it."},
        }};
    for (const std::vector<Key>& part : more) {
        keys.insert(keys.end(), part.begin(), part.end());
    }
    return keys;
}

std::vector<Key> price_trace(const std::string& pool) {
    std::vector<Key> keys{
        {.path = pool + ".price.trace",
         .quantity = Quantity::text,
         .need = Need::required,
         .doc = "A series of prices in USD an instance-hour, plain or gzip, beside the scenario file."},
        {.path = pool + ".price.format",
         .forms = words,
         .quantity = Quantity::word,
         .fallback = "trainyard",
         .options = spot_formats,
         .doc = "As of `availability`; `bamboo` has no prices."},
        {.path = pool + ".price.market",
         .quantity = Quantity::text,
         .doc = "Which of the series, where the trace has several: `p3.2xlarge us-east-1a Linux/UNIX`."},
    };
    const std::vector<Key> place = series_place(pool + ".price");
    keys.insert(keys.end(), place.begin(), place.end());
    return keys;
}

std::vector<Key> rented_market(const std::string& pool) {
    return {
        {.path = pool + ".price.[]", .forms = mapping, .doc = "The price from a time on."},
        {.path = pool + ".price.[].from",
         .quantity = Quantity::duration,
         .need = Need::required,
         .range = any_time,
         .doc = "Since second 0; the first is `0 d`."},
        {.path = pool + ".price.[].price",
         .quantity = Quantity::machine_price,
         .need = Need::required,
         .range = not_negative,
         .doc = "From then on."},
        {.path = pool + ".start_failure",
         .forms = mapping,
         .doc = "The provider does not always have what is asked for. Of a gang all start or none."},
        {.path = pool + ".start_failure.probability",
         .quantity = Quantity::share,
         .need = Need::required,
         .range = from_0_to_1,
         .doc = "Of each instance that is asked for."},
        {.path = pool + ".start_failure.retry",
         .forms = distribution,
         .quantity = Quantity::duration,
         .need = Need::required,
         .range = some_time,
         .doc = "How long nobody asks again."},
    };
}

}  // namespace trainyard::table
