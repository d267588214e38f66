// The price of a rented instance: one, steps, or the series of a trace.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/scenario/read_market.hpp"

namespace trainyard {

namespace {

constexpr double nano_per_usd = 1e9;
constexpr std::int64_t seconds_of_price = 3600;

std::optional<std::int64_t> nano_usd_at(const SpotStep& step) {
    return step.usd_per_h ? std::optional{round_half_up(*step.usd_per_h * nano_per_usd)} : std::nullopt;
}

// Over the time that the series is known, or over `least` if that is longer.
Price mean_price(const ChangingPrice& price, Seconds least) {
    const Seconds length = std::max(price.nano_usd.length, least);
    double sum = 0;
    SeriesWalk walk{price.nano_usd, Seconds{0}};
    for (SimTime reached{}; reached < SimTime{length};) {
        const SimTime next = std::min(walk.until(), SimTime{length});
        sum += static_cast<double>(walk.value()) * static_cast<double>((next - reached).count());
        reached = next;
        if (reached < SimTime{length}) {
            walk.advance();
        }
    }
    const double mean =
        length > Seconds{0} ? sum / static_cast<double>(length.count()) : static_cast<double>(walk.value());
    return {round_half_up(mean), price.per};
}

std::optional<ChangingPrice> read_price_trace(const Value& value, Context& context,
                                              const SeriesSurroundings& around) {
    const Block block{value, context};
    auto series =
        read_series(block, SpotFormat::trainyard,
                    {nano_usd_at, "a price from its beginning on", "a price = USD an instance-hour"}, around);
    if (!series) {
        return std::nullopt;
    }
    return ChangingPrice{.nano_usd = *std::move(series), .per = seconds_of_price, .traced = true};
}

struct PriceStep {
    Seconds from{0};
    Price price;
};

// Complains of a step that does not follow the one before it.
bool follows(const Value& item, const PriceStep& step, const std::vector<PriceStep>& before,
             Context& context) {
    if (before.empty() && step.from > Seconds{0}) {
        complain(context, item, "the first price must be `from: 0 d`");
        return false;
    }
    if (!before.empty() && step.from <= before.back().from) {
        complain(context, item, "must be `from` a later time than the price before it");
        return false;
    }
    return true;
}

std::vector<PriceStep> read_steps(const Value& value, Gpus gpus, Context& context) {
    std::vector<PriceStep> steps;
    bool fine = true;
    for (const Value& item : items_of(value, context)) {
        const Block block{item, context};
        std::optional<Seconds> from;
        std::optional<Price> price;
        read(block, "from", from, read_seconds);
        read(block, "price", price,
             [gpus](const Value& at, Context& all) { return read_price(at, gpus.count, all); });
        fine = fine && from && price && follows(item, {*from, *price}, steps, context);
        if (fine) {
            steps.push_back({*from, *price});
        }
    }
    if (value.is_list() && value.node->items.empty()) {
        complain(context, value, "the list is empty: there is no price");
    }
    return fine ? steps : std::vector<PriceStep>{};
}

// All steps for the same unit of time, which every unit is a whole part of.
std::optional<ChangingPrice> read_price_steps(const Value& value, Gpus gpus, Context& context) {
    const std::vector<PriceStep> steps = read_steps(value, gpus, context);
    if (steps.empty()) {
        return std::nullopt;
    }
    ChangingPrice price;
    for (const PriceStep& step : steps) {
        price.per = std::lcm(price.per, step.price.per);
    }
    auto series = std::make_shared<std::vector<SeriesStep>>();
    for (const PriceStep& step : steps) {
        std::int64_t nano_usd = 0;
        if (__builtin_mul_overflow(step.price.nano_usd, price.per / step.price.per, &nano_usd)) {
            complain(context, value, "prices this high must all be for the same unit of time");
            return std::nullopt;
        }
        series->push_back({step.from, nano_usd});
    }
    price.nano_usd.length = series->back().at;
    price.nano_usd.steps = std::move(series);
    return price;
}

void read_max_price(const Value& value, RentedTerms& terms, Gpus gpus, Context& context) {
    const auto most = read_price(value, gpus.count, context);
    if (!terms.changing_price) {
        complain_at_key(context, value, "`max_price` goes with a price that changes only");
        return;
    }
    if (!most) {
        return;
    }
    ChangingPrice& price = *terms.changing_price;
    price.affordable = changed(price.nano_usd, [&](std::int64_t nano_usd) {
        const auto asked = static_cast<int128>(nano_usd) * most->per;
        return static_cast<std::int64_t>(asked <= static_cast<int128>(most->nano_usd) * price.per);
    });
    if (trainyard::most(*price.affordable) == 0) {
        complain(context, value, "the price is never at or below it");
    }
}

}  // namespace

void read_rent_price(const Block& pool, RentedTerms& terms, Gpus gpus, const SeriesSurroundings& around) {
    Context& context = pool.context();
    const auto value = pool.find("price");
    if (value && value->is_mapping() && terms.market == Market::spot) {
        terms.changing_price = read_price_trace(*value, context, around);
    } else if (value && value->is_list()) {
        terms.changing_price = read_price_steps(*value, gpus, context);
    } else if (value) {
        terms.price = read_price(*value, gpus.count, context).value_or(terms.price);
    }
    if (terms.changing_price) {
        terms.price = mean_price(*terms.changing_price, around.horizon);
    }
    const bool fine = !value || value->node->is_scalar() || terms.changing_price;
    if (const auto most = terms.market == Market::spot && fine ? pool.find("max_price") : std::nullopt) {
        read_max_price(*most, terms, gpus, context);
    }
}

}  // namespace trainyard
