#include "tests/ledger/fixture.hpp"

#include <algorithm>

namespace trainyard::ledger_test {
namespace {

Stream stream_of(const std::string& name) {
    Stream stream;
    stream.name = name;
    stream.team = name;
    JobSpec spec;
    spec.kind = "lora";
    stream.kinds.push_back(spec);
    return stream;
}

Pool rented_pool(const std::string& name, int gpus, Market market, std::int64_t nano_usd_per_h) {
    RentedTerms terms;
    terms.market = market;
    terms.price = Price{nano_usd_per_h, 3600};
    Pool pool;
    pool.name = name;
    pool.gpus_per_machine = Gpus{gpus};
    pool.terms = terms;
    return pool;
}

Pool rig_pool() {
    RigTerms terms;
    terms.price = Money::usd(1200);
    terms.life = 1200 * seconds_per_hour;
    terms.upkeep = Price{500'000'000, 3600};
    terms.power = Power{1'000'000, 100'000, Price{360'000'000, 3'600'000}, 1'000'000};
    Pool pool;
    pool.name = "rig";
    pool.gpus_per_machine = Gpus{2};
    pool.terms = terms;
    return pool;
}

const Metric& metric(const Outcome& outcome, const std::string& name) {
    const auto found = std::find_if(outcome.metrics.begin(), outcome.metrics.end(),
                                    [&name](const Metric& candidate) { return candidate.name == name; });
    if (found == outcome.metrics.end()) {
        throw std::out_of_range{"no metric " + name};
    }
    return *found;
}

}  // namespace

Scenario fleet() {
    Scenario scenario;
    scenario.name = "hand-written";
    scenario.start_unix_s = 1767225600;  // 2026-01-01T00:00:00Z
    scenario.gpus = {GpuType{"a100-80gb", 80'000'000'000, 1, std::nullopt}};
    scenario.streams = {stream_of("nlp"), stream_of("vision")};
    scenario.pools = {rig_pool(), rented_pool("cloud", 1, Market::on_demand, 3'600'000'000),
                      rented_pool("spot", 4, Market::spot, 7'200'000'000)};
    return scenario;
}

Strategy everything(const Scenario& scenario) {
    Strategy strategy;
    strategy.name = "everything";
    for (std::size_t i = 0; i < scenario.pools.size(); ++i) {
        PoolUse use;
        use.pool = PoolIndex{i};
        strategy.pools.push_back(use);
    }
    return strategy;
}

RentedTerms& rented(Scenario& scenario, std::size_t pool) {
    return std::get<RentedTerms>(scenario.pools[pool].terms);
}

RigTerms& rigs(Scenario& scenario) { return std::get<RigTerms>(scenario.pools[rig].terms); }

Facts::Facts(std::int64_t end) {
    trace.end = at_second(end);
    trace.teams = {"nlp", "vision"};
}

std::size_t Facts::job(std::int64_t submit, int gpus) {
    JobFact fact;
    fact.gpus = Gpus{gpus};
    fact.work_gpu_s = 3600;
    fact.submit = at_second(submit);
    trace.jobs.push_back(fact);
    return trace.jobs.size() - 1;
}

std::size_t Facts::machine(std::size_t pool, std::int64_t launched, std::int64_t ready,
                           std::optional<std::int64_t> released) {
    MachineFact fact;
    fact.pool = PoolIndex{pool};
    const auto same_pool = [&fact](const MachineFact& other) { return other.pool == fact.pool; };
    fact.number = 1 + static_cast<std::uint32_t>(
                          std::count_if(trace.machines.begin(), trace.machines.end(), same_pool));
    fact.place = fact.number;
    fact.launched = at_second(launched);
    fact.ready = at_second(ready);
    if (released) {
        fact.released = at_second(*released);
    }
    trace.machines.push_back(fact);
    return trace.machines.size() - 1;
}

std::size_t Facts::attempt(std::size_t job, std::size_t pool, std::int64_t allocated, const Phases& phases,
                           AttemptEnd how,
                           std::initializer_list<std::pair<std::size_t, int>> machine_and_gpus) {
    AttemptFact fact;
    fact.job = JobIndex{job};
    fact.pool = PoolIndex{pool};
    fact.allocated = at_second(allocated);
    fact.boot = Seconds{phases.boot};
    fact.setup = Seconds{phases.setup};
    fact.restore = Seconds{phases.restore};
    fact.load = Seconds{phases.load};
    fact.rework = Seconds{phases.rework};
    fact.how = how;
    fact.first_leg = static_cast<std::uint32_t>(trace.legs.size());
    fact.legs = static_cast<std::uint32_t>(phases.legs.size());
    for (const Leg& leg : phases.legs) {
        fact.compute += leg.compute * leg.times;
        fact.write += leg.write * leg.times;
        trace.legs.push_back(leg);
    }
    fact.end = fact.training() + fact.compute + fact.write;
    fact.first_member = static_cast<std::uint32_t>(trace.members.size());
    fact.members = static_cast<std::uint32_t>(machine_and_gpus.size());
    for (const auto& [machine, gpus] : machine_and_gpus) {
        trace.members.push_back({MachineIndex{machine}, Gpus{gpus}, Gpus{0}, fact.end});
    }
    trace.attempts.push_back(fact);
    return trace.attempts.size() - 1;
}

void Facts::finish(std::size_t job) {
    const auto last = std::find_if(trace.attempts.rbegin(), trace.attempts.rend(),
                                   [job](const AttemptFact& fact) { return fact.job.value == job; });
    trace.jobs[job].end = last->end;
    trace.jobs[job].status = last->how == AttemptEnd::failed ? JobStatus::failed : JobStatus::finished;
}

Leg compute(std::int64_t seconds) { return {Seconds{seconds}, Seconds{0}, 1}; }

Leg rounds(std::int64_t compute, std::int64_t write, std::int64_t times) {
    return {Seconds{compute}, Seconds{write}, times};
}

Outcome fold_all(const Scenario& scenario, const Facts& facts) {
    return fold(scenario, everything(scenario), facts.trace);
}

double value(const Outcome& outcome, const std::string& name) { return metric(outcome, name).value.value(); }

bool is_null(const Outcome& outcome, const std::string& name) {
    return !metric(outcome, name).value.has_value();
}

Money total(const std::vector<LedgerLine>& lines, CostCategory category) {
    Money sum;
    for (const LedgerLine& line : lines) {
        sum += line.category == category ? line.amount : Money{};
    }
    return sum;
}

std::int64_t seconds(const Outcome& outcome, std::size_t job, JobState state) {
    return outcome.jobs[job].seconds[static_cast<std::size_t>(state)].count();
}

}  // namespace trainyard::ledger_test
