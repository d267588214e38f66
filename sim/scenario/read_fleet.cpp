// Pools: what machines there are and what they cost.
#include <fmt/format.h>

#include <algorithm>

#include "sim/core/portable_math.hpp"
#include "sim/scenario/read_market.hpp"
#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

// The number of GPUs that a key of `scaling` is; 0 when it is none.
int gang_of(const std::string& key) {
    const DecimalPrefix number = read_decimal(key);
    if (!number.number || number.length != key.size()) {
        return 0;
    }
    const std::int64_t gang = fixed_point(*number.number, 0).value_or(0);
    return gang >= 1 && gang <= 100'000 ? static_cast<int>(gang) : 0;
}

std::optional<Scaling> read_scaling(const Value& value, Context& context) {
    const Block block{value, context};
    Scaling scaling;
    for (const auto& [entry, point] : block.entries()) {
        const int gang = gang_of(entry->key);
        const auto efficiency = read_number(point, context);
        if (gang == 0) {
            context.report.error(
                entry->place, point.path,
                fmt::format("expected a number of GPUs as the key, as in `{{2: 0.88}}`, found `{}`",
                            shortened(entry->key)));
        } else if (gang == 1 && efficiency && *efficiency != 1) {
            complain(context, point, "one GPU has an efficiency of 1; leave the key out");
        } else if (efficiency) {
            scaling.points.emplace_back(gang, *efficiency);
        }
    }
    std::sort(scaling.points.begin(), scaling.points.end());
    return scaling;
}

// An amount, or the sum of amounts by part.
std::optional<Money> read_rig_price(const Value& value, Context& context) {
    if (!value.is_mapping()) {
        return read_money(value, context);
    }
    const Block block{value, context};
    Money sum;
    for (const auto& [entry, part] : block.entries()) {
        check_name(entry->key, entry->place, part.path, context);
        sum += read_money(part, context).value_or(Money{});
    }
    if (value.node->entries.empty()) {
        complain(context, value, "expected at least one part and its price");
    }
    return sum;
}

std::optional<std::int64_t> read_milli(const Value& value, Context& context) {
    return read_scaled(value, 3, context);
}

std::optional<std::int64_t> read_ppm(const Value& value, Context& context) {
    return read_scaled(value, 6, context);
}

std::optional<Price> read_plain_price(const Value& value, Context& context) {
    return read_price(value, 1, context);
}

// 168 prices, in billionths of a dollar a kWh.
std::optional<std::vector<std::int64_t>> read_hours(const Value& value, Context& context) {
    std::vector<std::int64_t> hours;
    for (const Value& item : items_of(value, context)) {
        if (const auto price = read_plain_price(item, context)) {
            hours.push_back(price->nano_usd);
        }
    }
    if (value.is_list() && value.node->items.size() != WeeklyProfile{}.weights.size()) {
        complain(context, value,
                 fmt::format("a week has {} hours, each with its price; found {}",
                             WeeklyProfile{}.weights.size(), value.node->items.size()));
    }
    return hours;
}

std::vector<std::int64_t> hours_of(const WeeklyProfile& profile, const Block& block) {
    std::optional<Price> average;
    Price peak;
    Price off_peak;
    read(block, "average", average, read_plain_price);
    read(block, "peak", peak, read_plain_price);
    read(block, "off_peak", off_peak, read_plain_price);
    std::vector<std::int64_t> hours;
    for (const double weight : profile.weights) {
        hours.push_back(average ? round_half_up(static_cast<double>(average->nano_usd) * weight)
                                : (weight >= 1 ? peak : off_peak).nano_usd);
    }
    return hours;
}

// Prices by the hour of the week.
std::vector<std::int64_t> read_hourly(const Block& block, Context& context) {
    std::vector<std::int64_t> hours;
    WeeklyProfile profile = office_hours_profile();
    read(block, "hours", hours, read_hours);
    read(block, "profile", profile, read_profile);
    for (const std::string_view key : {"off_peak", "profile"}) {
        if (block.has(key) && (block.has("hours") || (key == "off_peak" && !block.has("peak")))) {
            complain_at_key(context, *block.find(key),
                            fmt::format("`{}` goes with {} only", key,
                                        key == "off_peak" ? "`peak`" : "`average` and `peak`"));
        }
    }
    if (block.has("peak") && !block.has("off_peak")) {
        complain_at_key(context, *block.find("peak"), "missing key `off_peak`: the price in the other hours");
    }
    return block.has("hours") ? hours : hours_of(profile, block);
}

void read_electricity(const Value& value, Power& power, Context& context) {
    if (!value.is_mapping()) {
        power.electricity = read_plain_price(value, context).value_or(power.electricity);
        return;
    }
    const Block block{value, context};
    power.hourly_nano_usd = read_hourly(block, context);
}

std::optional<Power> read_power(const Value& value, Context& context) {
    const Block block{value, context};
    Power power;
    read(block, "busy", power.busy_milliwatt, read_milli);
    read(block, "idle", power.idle_milliwatt, read_milli);
    if (const auto electricity = block.find("electricity")) {
        read_electricity(*electricity, power, context);
    }
    read(block, "cooling", power.cooling_ppm, read_ppm);
    read(block, "grid", power.grid_kg_per_kwh, read_number);
    if (block.has("busy") && block.has("idle") && power.idle_milliwatt > power.busy_milliwatt) {
        complain(context, *block.find("idle"), "is more than the busy power");
    }
    return power;
}

std::optional<RigFailures> read_failures(const Value& value, Context& context) {
    const Block block{value, context};
    RigFailures failures;
    read(block, "mtbf", failures.time_to_failure_s, read_distribution);
    read(block, "repair", failures.repair_s, read_distribution);
    read(block, "part", failures.part, read_money);
    read(block, "spares", failures.spares, read_count);
    read(block, "swap", failures.swap_s, read_distribution);
    if (block.has("swap") && failures.spares == 0) {
        complain_at_key(context, *block.find("swap"), "`swap` goes with `spares` only");
    }
    return failures;
}

std::optional<std::int64_t> read_financing(const Value& value, Context& context) {
    const Block block{value, context};
    std::optional<std::int64_t> rate_ppm;
    read(block, "rate", rate_ppm, read_ppm);
    return rate_ppm;
}

RigTerms read_rigs(const Block& block) {
    RigTerms terms;
    read(block, "count", terms.count, read_count);
    read(block, "price", terms.price, read_rig_price);
    read(block, "life", terms.life, read_seconds);
    read(block, "resale", terms.resale_ppm, read_ppm);
    read(block, "power", terms.power, read_power);
    read(block, "upkeep", terms.upkeep, read_plain_price);
    read(block, "available", terms.available, read_seconds);
    read(block, "failures", terms.failures, read_failures);
    read(block, "multi_rig", terms.multi_rig, read_flag);
    read(block, "financing", terms.financing_ppm, read_financing);
    return terms;
}

std::optional<Billing> read_billing(const Value& value, Context& context) {
    const Block block{value, context};
    Billing billing;
    read(block, "per", billing.per, read_seconds);
    read(block, "minimum", billing.minimum, read_seconds);
    read(block, "boot", billing.boot, read_flag);
    return billing;
}

Interruptions interruptions_at(double rate_per_s) {
    return rate_per_s > 0 ? Interruptions{InterruptionRate{rate_per_s}} : Interruptions{NoInterruptions{}};
}

std::optional<Interruptions> read_interruptions(const Value& value, Context& context) {
    if (!value.is_mapping()) {
        return read_word(value, context) ? std::optional<Interruptions>{NoInterruptions{}} : std::nullopt;
    }
    const Block block{value, context};
    const std::string_view form = block.alternative();
    std::optional<Interruptions> result;
    if (form == "rate") {
        const auto per_s = read_number(*block.find("rate"), context);
        result = per_s ? std::optional{interruptions_at(*per_s)} : std::nullopt;
    } else if (form == "per_month") {
        const auto share = read_number(*block.find("per_month"), context);
        const auto month_s = static_cast<double>(seconds_per_month.count());
        result = share ? std::optional{interruptions_at(-portable_log(1 - *share) / month_s)} : std::nullopt;
    } else if (form == "life") {
        const auto life = read_distribution(*block.find("life"), context);
        result = life ? std::optional<Interruptions>{InstanceLife{*life}} : std::nullopt;
    }
    return result;
}

RentedTerms read_reserved(const Block& block) {
    Reservation reservation;
    read(block, "count", reservation.count, read_count);
    read(block, "available", reservation.available, read_seconds);
    read(block, "term", reservation.term, read_seconds);
    read(block, "upfront", reservation.upfront, read_money);
    read(block, "monthly", reservation.monthly, read_plain_price);
    RentedTerms terms;
    terms.market = Market::reserved;
    terms.max_instances = 0;  // until the term begins
    terms.reservation = reservation;
    if (!block.has("upfront") && !block.has("monthly") && block.readable()) {
        complain_at_key(block.context(), block.value(), "expected `upfront`, `monthly` or both");
    }
    return terms;
}

RentedTerms read_rented(const Block& block, Market market, Gpus gpus, const SeriesSurroundings& around) {
    RentedTerms terms;
    terms.market = market;
    read_rent_price(block, terms, gpus, around);
    read(block, "max_instances", terms.max_instances, read_count);
    read(block, "boot", terms.boot_s, read_distribution);
    read(block, "billing", terms.billing, read_billing);
    if (market == Market::spot) {
        read(block, "interruptions", terms.interruptions, read_interruptions);
        read(block, "notice", terms.notice, read_seconds);
    }
    read_market(block, terms, around);
    return terms;
}

Pool read_pool(const Value& value, std::string_view sort, const SeriesSurroundings& around,
               Context& context) {
    const Block block{value, context};
    Pool pool;
    pool.name = around.pool;
    std::size_t gpu = 0;
    read(block, "gpu", gpu, read_reference);
    pool.gpu = GpuTypeIndex{gpu};
    read(block, "gpus", pool.gpus_per_machine.count, read_count);
    read(block, "scaling", pool.scaling, read_scaling);
    read(block, "storage_bandwidth", pool.storage_bytes_per_s, read_number);
    read(block, "shared", pool.shared_storage, read_flag);
    if (sort == "rigs") {
        pool.terms = read_rigs(block);
        return pool;
    }
    RentedTerms terms = sort == "reserved"
                            ? read_reserved(block)
                            : read_rented(block, sort == "spot" ? Market::spot : Market::on_demand,
                                          pool.gpus_per_machine, around);
    read(block, "egress", terms.egress, read_plain_price);
    read(block, "storage", terms.storage, read_plain_price);
    pool.terms = std::move(terms);
    read(block, "source", pool.source, read_text);
    if (const auto as_of = block.find("as_of"); as_of && read_date(*as_of, context)) {
        pool.as_of = as_of->node->text;
    }
    return pool;
}

}  // namespace

std::vector<Pool> read_fleet(const Block& scenario, Seconds horizon, std::vector<std::string>& notes) {
    std::vector<Pool> pools;
    const auto section = scenario.find("fleet");
    if (!section) {
        return pools;
    }
    Context& context = scenario.context();
    const Block fleet{*section, context};
    for (const auto& [sort, value] : fleet.entries()) {
        const Block block{value, context};
        for (const auto& [entry, pool] : block.entries()) {
            pools.push_back(
                read_pool(pool, sort->key, SeriesSurroundings{entry->key, horizon, notes}, context));
        }
    }
    return pools;
}

}  // namespace trainyard
