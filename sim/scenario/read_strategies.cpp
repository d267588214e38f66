// Strategies: which pools, in what order, for whom.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

using Serves = std::vector<std::vector<bool>>;  // by stream, by kind of the stream

Serves serves_all(const Scenario& scenario, bool yes) {
    Serves serves;
    for (const Stream& stream : scenario.streams) {
        serves.emplace_back(stream.kinds.size(), yes);
    }
    return serves;
}

void admit(Serves& serves, const Scenario& scenario, const std::string& name) {
    for (std::size_t s = 0; s < scenario.streams.size(); ++s) {
        const Stream& stream = scenario.streams[s];
        for (std::size_t k = 0; k < stream.kinds.size(); ++k) {
            serves[s][k] = serves[s][k] || stream.name == name || stream.kinds[k].kind == name;
        }
    }
}

void read_for(const Value& value, PoolUse& use, const Scenario& scenario, Context& context) {
    use.serves = serves_all(scenario, false);
    for (const Value& item : items_of(value, context)) {
        if (read_reference(item, context)) {
            admit(use.serves, scenario, item.node->text);
        }
    }
    if (value.is_list() && value.node->items.empty()) {
        complain(context, value, "the list is empty: the pool would serve nobody");
    }
}

void read_gang_sizes(const Value& value, PoolUse& use, Context& context) {
    const Block block{value, context};
    read(block, "min", use.min_gpus, read_count);
    read(block, "max", use.max_gpus, read_count);
    if (use.min_gpus && use.max_gpus && *use.min_gpus > *use.max_gpus) {
        complain(context, *block.find("min"), "is more than `max`");
    }
    if (block.readable() && value.node->entries.empty()) {
        complain(context, value, "expected `min`, `max` or both");
    }
}

std::optional<PoolUse> read_use_mapping(const Value& value, const Scenario& scenario, Context& context) {
    const Block block{value, context};
    PoolUse use;
    use.serves = serves_all(scenario, true);
    std::optional<std::size_t> pool;
    read(block, "pool", pool, read_reference);
    read(block, "after", use.after, read_seconds);
    read(block, "count", use.count, read_count);
    read(block, "warm", use.warm, read_flag);
    if (const auto served = block.find("for")) {
        read_for(*served, use, scenario, context);
    }
    if (const auto gpus = block.find("gpus")) {
        read_gang_sizes(*gpus, use, context);
    }
    if (!pool) {
        return std::nullopt;
    }
    use.pool = PoolIndex{*pool};
    const RentedTerms* rented = scenario.pools[*pool].rented();
    if (use.count && rented != nullptr && !rented->reservation) {
        complain_at_key(
            context, *block.find("count"),
            fmt::format("`count` is for rigs and reserved instances; `{}` is rented and has `max_instances`",
                        scenario.pools[*pool].name));
    }
    if (use.warm && scenario.pools[*pool].rented() == nullptr) {
        complain_at_key(context, *block.find("warm"),
                        fmt::format("`warm` is for rented pools; `{}` are rigs, which do not boot",
                                    scenario.pools[*pool].name));
    }
    return use;
}

std::optional<PoolUse> read_use(const Value& value, const Scenario& scenario, Context& context) {
    if (value.is_mapping()) {
        return read_use_mapping(value, scenario, context);
    }
    const auto pool = read_reference(value, context);
    if (!pool) {
        return std::nullopt;
    }
    PoolUse use;
    use.pool = PoolIndex{*pool};
    use.serves = serves_all(scenario, true);
    return use;
}

std::vector<PoolUse> read_uses(const Value& value, const Scenario& scenario, Context& context) {
    std::vector<PoolUse> uses;
    std::set<PoolIndex> named;
    for (const Value& item : items_of(value, context)) {
        auto use = read_use(item, scenario, context);
        if (!use) {
            continue;
        }
        if (!named.insert(use->pool).second) {
            complain(context, item, fmt::format("pool `{}` is named twice", scenario.pool(use->pool).name));
        }
        uses.push_back(std::move(*use));
    }
    if (value.is_list() && value.node->items.empty()) {
        complain(context, value, "expected at least one pool");
    }
    return uses;
}

std::optional<CheckpointRule> read_checkpoint_rule(const Value& value, Context& context) {
    static constexpr std::array rules{IntervalRule::job, IntervalRule::young, IntervalRule::daly,
                                      IntervalRule::never};
    const std::vector<std::string> known = split_words(value.key->options);
    const bool word =
        value.node->is_scalar() && std::find(known.begin(), known.end(), value.node->text) != known.end();
    if (word) {
        return CheckpointRule{rules[*read_word(value, context)]};
    }
    const auto every = read_seconds(value, context);
    return every ? std::optional{CheckpointRule{*every}} : std::nullopt;
}

std::optional<QueueDiscipline> read_queue(const Value& value, Context& context) {
    static constexpr std::array disciplines{QueueDiscipline::fifo, QueueDiscipline::first_fit,
                                            QueueDiscipline::sjf,  QueueDiscipline::priority,
                                            QueueDiscipline::edf,  QueueDiscipline::fair_share,
                                            QueueDiscipline::easy, QueueDiscipline::conservative};
    const auto word = read_word(value, context);
    return word ? std::optional{disciplines[*word]} : std::nullopt;
}

std::optional<PoolChoice> read_pool_choice(const Value& value, Context& context) {
    static constexpr std::array choices{PoolChoice::in_order, PoolChoice::cheapest, PoolChoice::fastest};
    const auto word = read_word(value, context);
    return word ? std::optional{choices[*word]} : std::nullopt;
}

// The fallback is a pool that the strategy has anyway: it owns and pays for exactly those that it names.
std::optional<DeadlineGuard> read_guard(const Value& value, const std::vector<PoolUse>& pools,
                                        Context& context) {
    const Block block{value, context};
    std::optional<std::size_t> word;
    std::optional<std::size_t> pool;
    read(block, "guard", word, read_word);
    read(block, "fallback", pool, read_reference);
    if (!word || *word == 0) {
        return std::nullopt;
    }
    if (!block.has("fallback")) {
        complain_at_key(context, value, "missing key `fallback`: the pool that the guard goes to");
    }
    if (!pool) {
        return std::nullopt;
    }
    const bool named = std::any_of(pools.begin(), pools.end(),
                                   [&](const PoolUse& use) { return use.pool == PoolIndex{*pool}; });
    if (!named) {
        complain(context, *block.find("fallback"),
                 fmt::format("`{}` is none of the strategy's `pools`", block.find("fallback")->node->text));
        return std::nullopt;
    }
    return DeadlineGuard{*word == 1 ? DeadlineGuard::Kind::safety_net : DeadlineGuard::Kind::uniform_progress,
                         PoolIndex{*pool}};
}

// A calendar month's, so it is said by the month.
std::optional<Money> read_monthly(const Value& value, Context& context) {
    const auto price = read_price(value, 1, context);
    if (!price) {
        return std::nullopt;
    }
    if (price->per != seconds_per_month.count()) {
        complain(context, value,
                 fmt::format("a budget is that of a calendar month: expected an amount in `USD/month`, "
                             "found `{}`",
                             shortened(value.node->text)));
        return std::nullopt;
    }
    return Money::micro_usd(price->nano_usd / 1000);
}

std::optional<Money> read_budget(const Value& value, Context& context) {
    const Block block{value, context};
    std::optional<Money> limit;
    std::size_t when_spent = 0;
    read(block, "limit", limit, read_monthly);
    read(block, "when_spent", when_spent, read_word);
    return limit;
}

Strategy read_strategy(const Block& block, const std::string& name, const Scenario& scenario) {
    Context& context = block.context();
    Strategy strategy;
    strategy.name = name;
    if (const auto pools = block.find("pools")) {
        strategy.pools = read_uses(*pools, scenario, context);
    }
    read(block, "choose", strategy.choose, read_pool_choice);
    read(block, "queue", strategy.queue, read_queue);
    read(block, "checkpoint", strategy.checkpoint, read_checkpoint_rule);
    read(block, "idle_timeout", strategy.idle_timeout, read_seconds);
    std::size_t on_notice = 0;
    read(block, "on_notice", on_notice, read_word);
    strategy.heed_notice = on_notice == 0;
    if (const auto deadline = block.find("deadline")) {
        strategy.guard = read_guard(*deadline, strategy.pools, context);
    }
    if (const auto budget = block.find("budget")) {
        strategy.monthly_budget = read_budget(*budget, context);
    }
    return strategy;
}

}  // namespace

ReadStrategies read_strategies(const Block& scenario, const Scenario& so_far) {
    ReadStrategies result;
    const auto section = scenario.find("strategies");
    if (!section) {
        return result;
    }
    Context& context = scenario.context();
    const Block all{*section, context};
    for (const auto& [entry, value] : all.entries()) {
        const Block block{value, context};
        result.strategies.push_back(read_strategy(block, entry->key, so_far));
        const auto pools = block.find("pools");
        const Value where = pools.value_or(value);
        result.places.push_back(context.report.located(where.at, where.path, {}));
    }
    if (all.readable() && result.strategies.empty()) {
        complain_at_key(context, *section, "expected at least one strategy");
    }
    return result;
}

}  // namespace trainyard
