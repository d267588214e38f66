#include "sim/scenario/read_market.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/units.hpp"

namespace trainyard {

namespace {

std::optional<std::int64_t> available_at(const SpotStep& step) { return step.available; }

// A companion key that stands without the one that it goes with.
void check_companion(const Block& block, const char* key, const char* with) {
    if (block.has(key) && !block.has(with)) {
        complain_at_key(block.context(), *block.find(key),
                        fmt::format("`{}` goes with `{}` only", key, with));
    }
}

UpAndDown read_phases(const Block& block) {
    UpAndDown phases;
    read(block, "up", phases.up_s, read_distribution);
    read(block, "down", phases.down_s, read_distribution);
    if (!block.has("down")) {
        complain_at_key(block.context(), block.value(), "missing key `down`: how long the pool is gone");
    }
    return phases;
}

Availability read_availability(const Value& value, Context& context, const SeriesSurroundings& around) {
    const Block block{value, context};
    const std::string_view form = block.alternative();
    check_companion(block, "down", "up");
    for (const char* const key : {"format", "offset", "repeat"}) {
        check_companion(block, key, "trace");
    }
    if (form == "up") {
        return read_phases(block);
    }
    if (form != "trace") {
        return {};
    }
    if (!block.has("format")) {
        complain_at_key(
            context, value,
            fmt::format("missing key `format`: {}; it is never guessed, for some look alike and "
                        "say the opposite",
                        expected_at(*find_key(children_of(*value.key), "format"), Quantity::word)));
        return {};
    }
    auto series = read_series(block, SpotFormat::trainyard,
                              {available_at, "how many instances can be had", nullptr}, around);
    return series ? Availability{*std::move(series)} : Availability{};
}

std::optional<Shocks> read_shocks(const Value& value, Context& context) {
    const Block block{value, context};
    Shocks shocks;
    read(block, "rate", shocks.rate_per_s, read_number);
    read(block, "reclaim", shocks.reclaim, read_number);
    read(block, "drought", shocks.drought_s, read_distribution);
    return shocks.rate_per_s > 0 ? std::optional{shocks} : std::nullopt;
}

std::optional<StartFailure> read_start_failure(const Value& value, Context& context) {
    const Block block{value, context};
    StartFailure failure;
    read(block, "probability", failure.probability, read_number);
    read(block, "retry", failure.retry_s, read_distribution);
    return failure;
}

}  // namespace

void read_market(const Block& pool, RentedTerms& terms, const SeriesSurroundings& around) {
    read(pool, "start_failure", terms.start_failure, read_start_failure);
    if (terms.market != Market::spot) {
        return;
    }
    read(pool, "shocks", terms.shocks, read_shocks);
    if (const auto availability = pool.find("availability")) {
        terms.availability = read_availability(*availability, pool.context(), around);
    }
}

}  // namespace trainyard
