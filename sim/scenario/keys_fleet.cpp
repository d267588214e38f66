// Keys of the pools: rigs, spot, on demand, reserved.
#include "sim/scenario/keys_parts.hpp"

namespace trainyard::table {

namespace {

std::vector<Key> rigs() {
    return {
        {.path = "fleet.rigs", .forms = mapping, .doc = "Pools of machines that the team owns, by name."},
        {.path = "fleet.rigs.*", .forms = mapping, .doc = "A pool of rigs."},
        {.path = "fleet.rigs.*.count",
         .quantity = Quantity::whole,
         .range = {0, 100'000},
         .fallback = "1",
         .doc = "How many rigs."},
        {.path = "fleet.rigs.*.gpu",
         .forms = reference,
         .quantity = Quantity::name,
         .need = Need::required,
         .names = "GPU type",
         .doc = "Type of the GPUs."},
        {.path = "fleet.rigs.*.gpus",
         .quantity = Quantity::whole,
         .range = {1, 1024},
         .fallback = "1",
         .doc = "GPUs per rig. Several jobs share a rig, whole GPUs each."},
        {.path = "fleet.rigs.*.price",
         .forms = scalar | mapping,
         .quantity = Quantity::money,
         .need = Need::required,
         .range = {0, 1e9},
         .doc = "Of one rig: an amount, or amounts by part."},
        {.path = "fleet.rigs.*.price.*",
         .quantity = Quantity::money,
         .range = {0, 1e9},
         .doc = "Price of a part; the parts may have any name."},
        {.path = "fleet.rigs.*.life",
         .quantity = Quantity::duration,
         .need = Need::required,
         .range = century,
         .doc = "Over which price - resale is spread evenly."},
        {.path = "fleet.rigs.*.resale",
         .quantity = Quantity::share,
         .range = from_0_to_1,
         .fallback = "0 %",
         .doc = "Share of the price that it brings at the end of its life."},
        {.path = "fleet.rigs.*.power", .forms = mapping, .doc = "Absent: no energy is billed."},
        {.path = "fleet.rigs.*.power.busy",
         .quantity = Quantity::power,
         .need = Need::required,
         .range = {0, 1e6},
         .doc = "Draw of the whole rig with all GPUs at work."},
        {.path = "fleet.rigs.*.power.idle",
         .quantity = Quantity::power,
         .need = Need::required,
         .range = {0, 1e6},
         .doc = "Draw of the whole rig without work."},
        {.path = "fleet.rigs.*.power.electricity",
         .forms = scalar | mapping,
         .quantity = Quantity::tariff,
         .need = Need::required,
         .range = not_negative,
         .doc = "Price of electricity, always the same or by the hour of the week."},
        {.path = "fleet.rigs.*.power.electricity.average",
         .quantity = Quantity::tariff,
         .need = Need::one_of,
         .range = not_negative,
         .doc = "Of the week; with `profile`, whose weights times this are the prices of the hours."},
        {.path = "fleet.rigs.*.power.electricity.peak",
         .quantity = Quantity::tariff,
         .need = Need::one_of,
         .range = not_negative,
         .doc = "In the hours whose weight in `profile` is at least 1."},
        {.path = "fleet.rigs.*.power.electricity.hours",
         .forms = list,
         .need = Need::one_of,
         .doc = "168 prices, from Monday 00:00 UTC."},
        {.path = "fleet.rigs.*.power.electricity.hours.[]",
         .quantity = Quantity::tariff,
         .range = not_negative,
         .doc = "Price in an hour of the week."},
        {.path = "fleet.rigs.*.power.electricity.off_peak",
         .quantity = Quantity::tariff,
         .range = not_negative,
         .doc = "With `peak`, and needed there: in the other hours."},
        {.path = "fleet.rigs.*.power.electricity.profile",
         .forms = words | reference | list,
         .quantity = Quantity::word,
         .fallback = "office-hours",
         .options = "office-hours flat",
         .names = "profile",
         .doc =
             "With `average` and `peak`: a built-in name, one of `profiles`, or 168 hourly weights of mean 1 "
             "from Monday 00:00 UTC."},
        {.path = "fleet.rigs.*.power.electricity.profile.[]",
         .quantity = Quantity::number,
         .range = not_negative,
         .doc = "Weight of an hour."},
        {.path = "fleet.rigs.*.power.cooling",
         .quantity = Quantity::number,
         .range = {1, 10},
         .fallback = "1",
         .doc = "Energy drawn in all / energy of the rig (PUE)."},
        {.path = "fleet.rigs.*.power.grid",
         .quantity = Quantity::emission,
         .range = not_negative,
         .doc = "CO2 of a kWh of the grid, for `co2_kg`. Absent: it is not counted."},
        {.path = "fleet.rigs.*.upkeep",
         .quantity = Quantity::rent,
         .range = not_negative,
         .fallback = "0 USD/month",
         .doc = "Of one rig: space, network, somebody's time."},
        {.path = "fleet.rigs.*.available",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "When they are bought, after second 0: they are there, and cost something, from then on."},
        {.path = "fleet.rigs.*.failures",
         .forms = mapping,
         .doc = "How rigs break and are mended. Absent: never."},
        {.path = "fleet.rigs.*.failures.mtbf",
         .forms = distribution,
         .quantity = Quantity::duration,
         .need = Need::required,
         .range = some_time,
         .doc = "From when a rig comes up until it fails, busy or not: exactly so long, or drawn, as in "
                "`{exponential: 4000 h}`."},
        {.path = "fleet.rigs.*.failures.repair",
         .forms = distribution,
         .quantity = Quantity::duration,
         .need = Need::required,
         .range = any_time,
         .doc = "From the failure until the rig is up again, its part ordered, delivered and fitted."},
        {.path = "fleet.rigs.*.failures.part",
         .quantity = Quantity::money,
         .range = {0, 1e9},
         .fallback = "0 USD",
         .doc = "Price of the part that a failure uses up."},
        {.path = "fleet.rigs.*.failures.spares",
         .quantity = Quantity::whole,
         .range = {0, 100'000},
         .fallback = "0",
         .doc = "Parts on the shelf, bought with the rigs. A failure that finds one takes `swap` instead of "
                "`repair`; what it used is on the shelf again after `repair`."},
        {.path = "fleet.rigs.*.failures.swap",
         .forms = distribution,
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "From the failure until the rig is up again, with a part from the shelf."},
        {.path = "fleet.rigs.*.multi_rig",
         .quantity = Quantity::flag,
         .fallback = "false",
         .doc = "`true`: a gang may span rigs."},
        {.path = "fleet.rigs.*.financing",
         .forms = mapping,
         .doc = "What the money in the rigs costs. Absent: nothing."},
        {.path = "fleet.rigs.*.financing.rate",
         .quantity = Quantity::share,
         .need = Need::required,
         .range = from_0_to_1,
         .doc = "Interest a year (8760 h) on what is not yet written off: price - depreciation so far."},
    };
}

std::vector<Key> spot() {
    return {
        {.path = "fleet.spot",
         .forms = mapping,
         .doc = "Pools of instances that the provider may take back, by name."},
        {.path = "fleet.spot.*", .forms = mapping, .doc = "A pool of spot instances."},
        {.path = "fleet.spot.*.interruptions",
         .forms = words | mapping,
         .quantity = Quantity::word,
         .need = Need::required,
         .options = "none",
         .doc = "How instances are taken back; `none`: never."},
        {.path = "fleet.spot.*.interruptions.rate",
         .quantity = Quantity::rate,
         .need = Need::one_of,
         .range = {0, 1},
         .doc = "Per running instance, from launch; exponential."},
        {.path = "fleet.spot.*.interruptions.per_month",
         .quantity = Quantity::share,
         .need = Need::one_of,
         .range = {0, 1, false, true},
         .doc = "Share of instances that a month of running loses; the rate is -ln(1 - p) / 730 h."},
        {.path = "fleet.spot.*.interruptions.life",
         .forms = distribution,
         .quantity = Quantity::duration,
         .need = Need::one_of,
         .range = some_time,
         .doc = "Of an instance, from launch."},
        {.path = "fleet.spot.*.notice",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "From the warning of an interruption to the interruption."},
    };
}

std::vector<Key> on_demand() {
    return {
        {.path = "fleet.on_demand", .forms = mapping, .doc = "Pools of instances that stay, by name."},
        {.path = "fleet.on_demand.*", .forms = mapping, .doc = "A pool of on-demand instances."},
    };
}

std::vector<Key> reserved() {
    return {
        {.path = "fleet.reserved",
         .forms = mapping,
         .doc = "Pools of instances that are paid for during a term, used or not, by name."},
        {.path = "fleet.reserved.*", .forms = mapping, .doc = "A pool of reserved instances."},
        {.path = "fleet.reserved.*.count",
         .quantity = Quantity::whole,
         .range = {0, 100'000},
         .fallback = "1",
         .doc = "How many instances. They are on all the time: none boots."},
        {.path = "fleet.reserved.*.gpu",
         .forms = reference,
         .quantity = Quantity::name,
         .need = Need::required,
         .names = "GPU type",
         .doc = "Type of the GPUs."},
        {.path = "fleet.reserved.*.gpus",
         .quantity = Quantity::whole,
         .range = {1, 1024},
         .fallback = "1",
         .doc = "GPUs per instance. An instance runs one job at a time."},
        {.path = "fleet.reserved.*.available",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "When the term begins, after second 0."},
        {.path = "fleet.reserved.*.term",
         .quantity = Quantity::duration,
         .need = Need::required,
         .range = century,
         .doc = "How long they are reserved and paid for. A job that is on one at its end is interrupted."},
        {.path = "fleet.reserved.*.upfront",
         .quantity = Quantity::money,
         .range = {0, 1e9},
         .fallback = "0 USD",
         .doc = "Of one instance, paid when the term begins; its cost is spread evenly over the term."},
        {.path = "fleet.reserved.*.monthly",
         .quantity = Quantity::rent,
         .range = not_negative,
         .fallback = "0 USD/month",
         .doc = "Of one instance, all through the term."},
        {.path = "fleet.reserved.*.source",
         .quantity = Quantity::text,
         .doc = "Where the price is from; shown in reports."},
        {.path = "fleet.reserved.*.as_of",
         .quantity = Quantity::date,
         .doc = "When the price was that; shown in reports."},
    };
}

// What is paid for data; `pool` is the path of a rented one.
std::vector<Key> data(const std::string& pool) {
    return {
        {.path = pool + ".egress",
         .quantity = Quantity::volume_price,
         .range = not_negative,
         .fallback = "0 USD/GB",
         .doc = "Of a job's `egress`, once, when it ends here."},
        {.path = pool + ".storage",
         .quantity = Quantity::storage_price,
         .range = not_negative,
         .fallback = "0 USD/GB-month",
         .doc = "Of a job's safe checkpoint, while it was last written here and until the job ends."},
    };
}

// What spot and on-demand pools have in common; `pool` is the path of one.
std::vector<Key> rented(const std::string& pool, unsigned price_forms) {
    return {
        {.path = pool + ".gpu",
         .forms = reference,
         .quantity = Quantity::name,
         .need = Need::required,
         .names = "GPU type",
         .doc = "Type of the GPUs."},
        {.path = pool + ".gpus",
         .quantity = Quantity::whole,
         .range = {1, 1024},
         .fallback = "1",
         .doc = "GPUs per instance. An instance runs one job at a time."},
        {.path = pool + ".price",
         .forms = price_forms,
         .quantity = Quantity::machine_price,
         .need = Need::required,
         .range = not_negative,
         .doc = "Of a GPU, `2.49 USD/gpu-h`, or of a whole instance, `19.92 USD/h`; also as steps, `[{from: "
                "0 d, price: …}, …]`, billed by the second at the price in force."},
        {.path = pool + ".boot",
         .forms = distribution,
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "0 s",
         .doc = "From launch to ready."},
        {.path = pool + ".max_instances",
         .quantity = Quantity::whole,
         .range = {1, 1'000'000},
         .fallback = "no limit",
         .doc = "At most so many at once."},
        {.path = pool + ".billing", .forms = mapping, .doc = "How the paid time is counted."},
        {.path = pool + ".billing.per",
         .quantity = Quantity::duration,
         .range = some_time,
         .fallback = "1 s",
         .doc = "Rounded up to whole multiples of this."},
        {.path = pool + ".billing.minimum",
         .quantity = Quantity::duration,
         .range = any_time,
         .fallback = "60 s",
         .doc = "At least this, for each launch."},
        {.path = pool + ".billing.boot",
         .quantity = Quantity::flag,
         .fallback = "true",
         .doc = "`false`: the bill begins when the instance is ready."},
        {.path = pool + ".source",
         .quantity = Quantity::text,
         .doc = "Where the price is from; shown in reports."},
        {.path = pool + ".as_of",
         .quantity = Quantity::date,
         .doc = "When the price was that; shown in reports."},
    };
}

// What all pools have in common.
std::vector<Key> machines(const std::string& pool) {
    return {
        {.path = pool + ".storage_bandwidth",
         .quantity = Quantity::bandwidth,
         .range = {1, 1e15},
         .fallback = "1 GB/s",
         .doc = "Of one machine, for checkpoints and restores."},
        {.path = pool + ".scaling",
         .forms = mapping,
         .doc = "Efficiency per GPU of a gang of k GPUs, by k, as in `{2: 0.88, 8: 0.7}`; linear in log k "
                "between "
                "the points, flat beyond, 1 at k = 1. Absent: 1."},
        {.path = pool + ".scaling.*",
         .quantity = Quantity::number,
         .range = ratio,
         .doc = "Efficiency of a gang of that many GPUs."},
        {.path = pool + ".shared",
         .quantity = Quantity::flag,
         .fallback = "false",
         .doc = "`true`: all machines of the pool share one storage, and `storage_bandwidth` is its. What is "
                "written and restored at once shares it evenly."},
    };
}

void append(std::vector<Key>& keys, const std::vector<Key>& more) {
    keys.insert(keys.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Key> fleet() {
    std::vector<Key> keys = rigs();
    append(keys, machines("fleet.rigs.*"));
    append(keys, spot());
    append(keys, rented("fleet.spot.*", scalar | mapping | list));
    append(keys, price_trace("fleet.spot.*"));
    append(keys, rented_market("fleet.spot.*"));
    append(keys, market());
    append(keys, machines("fleet.spot.*"));
    append(keys, data("fleet.spot.*"));
    append(keys, on_demand());
    append(keys, rented("fleet.on_demand.*", scalar | list));
    append(keys, rented_market("fleet.on_demand.*"));
    append(keys, machines("fleet.on_demand.*"));
    append(keys, data("fleet.on_demand.*"));
    append(keys, reserved());
    append(keys, machines("fleet.reserved.*"));
    append(keys, data("fleet.reserved.*"));
    return keys;
}

}  // namespace trainyard::table
