#include <nlohmann/json.hpp>

#include "analysis/study/facts.hpp"
#include "analysis/study/plan.hpp"

namespace trainyard {
namespace {

using nlohmann::json;

template <class Number>
json number(const std::optional<Number>& value) {
    return value ? json(*value) : json(nullptr);
}

template <class Number>
void read(const json& from, std::optional<Number>& value) {
    if (!from.is_null()) {
        value = from.get<Number>();
    }
}

json json_of(const PoolFacts& pool) {
    return {{"name", pool.name},   {"kind", pool.kind},           {"gpu", pool.gpu},
            {"gpus", pool.gpus},   {"price_usd", pool.price_usd}, {"price_unit", pool.price_unit},
            {"terms", pool.terms}, {"source", pool.source},       {"as_of", pool.as_of}};
}

PoolFacts pool_of(const json& from) {
    return {from.at("name"),       from.at("kind"),  from.at("gpu"),    from.at("gpus"), from.at("price_usd"),
            from.at("price_unit"), from.at("terms"), from.at("source"), from.at("as_of")};
}

json json_of(const StrategyFacts& strategy) {
    json uses = json::array();
    for (const PoolUseFacts& use : strategy.pools) {
        uses.push_back({{"pool", use.pool},
                        {"after_s", use.after_s},
                        {"machines", number(use.machines)},
                        {"only", use.only}});
    }
    return {{"name", strategy.name},
            {"pools", uses},
            {"queue", strategy.queue},
            {"checkpoint", strategy.checkpoint},
            {"idle_timeout_s", strategy.idle_timeout_s},
            {"rigs_usd", strategy.rigs_usd}};
}

StrategyFacts strategy_of(const json& from) {
    StrategyFacts strategy{from.at("name"),           {},
                           from.at("queue"),          from.at("checkpoint"),
                           from.at("idle_timeout_s"), from.at("rigs_usd")};
    for (const json& each : from.at("pools")) {
        PoolUseFacts use{each.at("pool"), each.at("after_s"), {}, each.at("only")};
        read(each.at("machines"), use.machines);
        strategy.pools.push_back(std::move(use));
    }
    return strategy;
}

json json_of(const StreamFacts& stream) {
    return {{"name", stream.name},
            {"kind", stream.kind},
            {"team", stream.team},
            {"arrivals", stream.arrivals},
            {"deadline_s", number(stream.deadline_s)}};
}

StreamFacts stream_of(const json& from) {
    StreamFacts stream{from.at("name"), from.at("kind"), from.at("team"), from.at("arrivals"), {}};
    read(from.at("deadline_s"), stream.deadline_s);
    return stream;
}

template <class Fact>
json list_of(const std::vector<Fact>& facts) {
    json list = json::array();
    for (const Fact& each : facts) {
        list.push_back(json_of(each));
    }
    return list;
}

}  // namespace

std::string facts_json(const ScenarioFacts& facts) {
    const json document{{"question", facts.question},        {"start_unix_s", facts.start_unix_s},
                        {"horizon_s", facts.horizon_s},      {"baseline", facts.baseline},
                        {"pools", list_of(facts.pools)},     {"strategies", list_of(facts.strategies)},
                        {"streams", list_of(facts.streams)}, {"text", facts.text}};
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

ScenarioFacts read_facts(const std::string& text) {
    try {
        const json from = json::parse(text);
        ScenarioFacts facts;
        facts.question = from.at("question");
        facts.start_unix_s = from.at("start_unix_s");
        facts.horizon_s = from.at("horizon_s");
        facts.baseline = from.at("baseline");
        facts.text = from.at("text");
        for (const json& each : from.at("pools")) {
            facts.pools.push_back(pool_of(each));
        }
        for (const json& each : from.at("strategies")) {
            facts.strategies.push_back(strategy_of(each));
        }
        for (const json& each : from.at("streams")) {
            facts.streams.push_back(stream_of(each));
        }
        return facts;
    } catch (const json::exception&) {
        throw DamagedPlan{"what its scenario assumes cannot be read"};
    }
}

}  // namespace trainyard
