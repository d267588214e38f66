#include "analysis/study/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

std::string seconds_text(const Distribution& distribution) {
    const bool fixed = std::holds_alternative<Constant>(distribution);
    return (fixed ? "" : "about ") + readable_duration(mean(distribution));
}

std::string rig_terms(const RigTerms& rigs) {
    std::string text =
        fmt::format("owned for {:.0f} months",
                    static_cast<double>(rigs.life.count()) / static_cast<double>(seconds_per_month.count()));
    text += rigs.resale_ppm == 0
                ? ", then worth nothing"
                : fmt::format(", then resold for {:.4g} %", static_cast<double>(rigs.resale_ppm) / 1e4);
    if (rigs.upkeep.nano_usd != 0) {
        text += fmt::format(", upkeep {} a month", readable_usd(cost_of(rigs.upkeep, 730 * 3600).in_usd()));
    }
    if (rigs.power) {
        const Power& power = *rigs.power;
        text += fmt::format(
            ", {:.4g} kW busy and {:.4g} kW idle at {:.3g} USD/kWh × {:.3g} for cooling",
            static_cast<double>(power.busy_milliwatt) / 1e6, static_cast<double>(power.idle_milliwatt) / 1e6,
            cost_of(power.electricity, 3'600'000).in_usd(), static_cast<double>(power.cooling_ppm) / 1e6);
    }
    return text;
}

std::string interruption_text(const Interruptions& interruptions) {
    return std::visit(
        Overloaded{[](const NoInterruptions&) { return std::string{"never interrupted"}; },
                   [](const InterruptionRate& rate) {
                       return rate.per_s <= 0 ? "never interrupted"
                                              : "interrupted once in " + readable_duration(1 / rate.per_s) +
                                                    " of running, on average";
                   },
                   [](const InstanceLife& life) { return "an instance lives " + seconds_text(life.life_s); }},
        interruptions);
}

std::string rented_terms(const RentedTerms& rented) {
    std::vector<std::string> parts;
    if (rented.market == Market::spot) {
        parts.push_back(interruption_text(rented.interruptions));
        parts.push_back("notice " + readable_duration(static_cast<double>(rented.notice.count())));
    }
    if (mean(rented.boot_s) > 0) {
        parts.push_back("boot " + seconds_text(rented.boot_s));
    }
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ", ") + part;
    }
    return text;
}

PoolFacts facts_of(const Scenario& scenario, const Pool& pool) {
    PoolFacts facts;
    facts.name = pool.name;
    facts.gpu = scenario.gpus[pool.gpu.value].name;
    facts.gpus = pool.gpus_per_machine.count;
    facts.source = pool.source;
    facts.as_of = pool.as_of;
    if (const RigTerms* rigs = pool.rigs()) {
        facts.kind = "rigs";
        facts.price_usd = rigs->price.in_usd();
        facts.price_unit = "USD a rig";
        facts.terms = rig_terms(*rigs);
    } else if (const RentedTerms* rented = pool.rented()) {
        facts.kind = rented->market == Market::spot ? "spot" : "on demand";
        facts.price_usd = cost_of(rented->price, 3600).in_usd() / facts.gpus;
        facts.price_unit = "USD/gpu-h";
        facts.terms = rented_terms(*rented);
    }
    return facts;
}

// Streams and kinds of them that an entry does not serve make it say which it does.
std::string only_text(const Scenario& scenario, const PoolUse& use) {
    std::string streams;
    bool all = true;
    for (std::size_t i = 0; i < use.serves.size(); ++i) {
        const std::vector<bool>& kinds = use.serves[i];
        const bool whole = std::all_of(kinds.begin(), kinds.end(), [](bool serves) { return serves; });
        all = all && whole;
        if (std::any_of(kinds.begin(), kinds.end(), [](bool serves) { return serves; })) {
            streams += (streams.empty() ? "" : ", ") + scenario.streams[i].name + (whole ? "" : " (in part)");
        }
    }
    std::string text = all ? "" : "for " + streams;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (use.min_gpus) {
        add(fmt::format("from {} GPUs on", *use.min_gpus));
    }
    if (use.max_gpus) {
        add(fmt::format("up to {} GPUs", *use.max_gpus));
    }
    return text;
}

PoolUseFacts facts_of(const Scenario& scenario, const PoolUse& use) {
    const Pool& pool = scenario.pool(use.pool);
    PoolUseFacts facts{pool.name, use.after.count(), {}, only_text(scenario, use)};
    if (const RigTerms* rigs = pool.rigs()) {
        facts.machines = use.count.value_or(rigs->count);
    } else if (const RentedTerms* rented = pool.rented()) {
        facts.machines = rented->max_instances;
    }
    return facts;
}

std::string queue_text(QueueDiscipline queue) {
    switch (queue) {
        case QueueDiscipline::fifo:
            return "fifo";
        case QueueDiscipline::first_fit:
            return "first-fit";
        case QueueDiscipline::sjf:
            return "sjf";
        case QueueDiscipline::priority:
            return "priority";
        case QueueDiscipline::edf:
            return "edf";
    }
    return "";
}

std::string checkpoint_text(const CheckpointRule& rule) {
    if (const Seconds* every = std::get_if<Seconds>(&rule)) {
        return "every " + readable_duration(static_cast<double>(every->count()));
    }
    switch (std::get<IntervalRule>(rule)) {
        case IntervalRule::job:
            return "as the job says";
        case IntervalRule::young:
            return "young";
        case IntervalRule::daly:
            return "daly";
        case IntervalRule::never:
            return "never";
    }
    return "";
}

StrategyFacts facts_of(const Scenario& scenario, const Strategy& strategy) {
    StrategyFacts facts{strategy.name,
                        {},
                        queue_text(strategy.queue),
                        checkpoint_text(strategy.checkpoint),
                        strategy.idle_timeout.count()};
    Money spent;
    for (const PoolUse& use : strategy.pools) {
        facts.pools.push_back(facts_of(scenario, use));
        if (const RigTerms* rigs = scenario.pool(use.pool).rigs()) {
            for (int i = 0; i < *facts.pools.back().machines; ++i) {
                spent += rigs->price;
            }
        }
    }
    facts.rigs_usd = spent.in_usd();
    return facts;
}

std::string arrivals_text(const Arrivals& arrivals) {
    return std::visit(
        Overloaded{
            [](const PoissonArrivals& poisson) {
                return fmt::format("{:.3g} a week at random{}", poisson.rate_per_s * 7 * 86400,
                                   poisson.profile ? ", by the hour of the week" : "");
            },
            [](const RenewalArrivals& renewal) {
                return "one every " + readable_duration(mean(renewal.gap_s));
            },
            [](const FixedArrivals& fixed) { return fmt::format("{} at fixed times", fixed.at.size()); },
            [](const ClosedArrivals& closed) {
                return fmt::format("{} users, one job each at a time", closed.users);
            },
            [](const TraceArrivals& trace) {
                return fmt::format("{} jobs of a trace", trace.jobs ? trace.jobs->size() : 0);
            }},
        arrivals);
}

StreamFacts facts_of(const Stream& stream) {
    StreamFacts facts{stream.name,
                      stream.kinds.empty() ? "" : stream.kinds.front().kind,
                      stream.team,
                      arrivals_text(stream.arrivals),
                      {}};
    if (stream.deadline) {
        facts.deadline_s = stream.deadline->count();
    }
    return facts;
}

bool is_used(const Scenario& scenario, const ScenarioRuns& runs, std::size_t pool) {
    return std::any_of(runs.strategies.begin(), runs.strategies.end(), [&](const StrategyRuns& each) {
        const auto& uses = scenario.strategies[each.strategy.value].pools;
        return std::any_of(uses.begin(), uses.end(),
                           [pool](const PoolUse& use) { return use.pool == PoolIndex{pool}; });
    });
}

}  // namespace

const PoolFacts* ScenarioFacts::pool(const std::string& name) const {
    const auto found =
        std::find_if(pools.begin(), pools.end(), [&](const PoolFacts& each) { return each.name == name; });
    return found == pools.end() ? nullptr : &*found;
}

const StrategyFacts* ScenarioFacts::strategy(const std::string& name) const {
    const auto found = std::find_if(strategies.begin(), strategies.end(),
                                    [&](const StrategyFacts& each) { return each.name == name; });
    return found == strategies.end() ? nullptr : &*found;
}

ScenarioFacts facts_of(const ScenarioRuns& runs) {
    const Scenario& scenario = runs.scenario;
    ScenarioFacts facts;
    facts.question = scenario.question;
    facts.start_unix_s = scenario.start_unix_s;
    facts.horizon_s = scenario.horizon.count();
    facts.baseline = scenario.study.baseline.value_or("");
    facts.text = runs.text;
    for (std::size_t i = 0; i < scenario.pools.size(); ++i) {
        if (is_used(scenario, runs, i)) {
            facts.pools.push_back(facts_of(scenario, scenario.pools[i]));
        }
    }
    for (const StrategyRuns& each : runs.strategies) {
        facts.strategies.push_back(facts_of(scenario, scenario.strategies[each.strategy.value]));
    }
    for (const Stream& stream : scenario.streams) {
        facts.streams.push_back(facts_of(stream));
    }
    return facts;
}

}  // namespace trainyard
