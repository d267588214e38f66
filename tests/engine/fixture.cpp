#include "tests/engine/fixture.hpp"

#include <cstdio>
#include <memory>
#include <stdexcept>

#include "analysis/runs/child_process.hpp"
#include "sim/engine/engine.hpp"

namespace trainyard::fixture {

std::string in_child(const std::function<std::string()>& work) {
    std::fflush(nullptr);  // or what is still to be printed is printed by the child too
    StopSignals stop;
    const ChildEnd end = run_in_child(work, stop, [] {});
    if (const auto* bytes = std::get_if<Bytes>(&end)) {
        return bytes->text;
    }
    const auto* crash = std::get_if<Crash>(&end);
    throw std::runtime_error(crash != nullptr ? crash->reason : "stopped");
}

std::string simulated(const Scenario& scenario, std::size_t strategy, RunSeed seed,
                      const std::function<std::string(const Trace&)>& tell) {
    return in_child([&] { return tell(simulate(scenario, scenario.strategies[strategy], seed)); });
}

Scenario empty_scenario() {
    Scenario scenario;
    scenario.name = "by hand";
    scenario.drain_limit = std::chrono::days{36500};
    scenario.gpus.push_back({.name = "reference", .memory_bytes = 80'000'000'000, .speed = 1, .watts = {}});
    return scenario;
}

Pool rig_pool(const std::string& name, int count, int gpus_each) {
    Pool pool;
    pool.name = name;
    pool.gpus_per_machine = Gpus{gpus_each};
    RigTerms terms;
    terms.count = count;
    terms.price = Money::usd(1000);
    terms.life = std::chrono::days{1095};
    pool.terms = terms;
    return pool;
}

Pool rented_pool(const std::string& name, Market market) {
    Pool pool;
    pool.name = name;
    RentedTerms terms;
    terms.market = market;
    terms.price = Price{1'000'000'000, 3600};
    pool.terms = terms;
    return pool;
}

Strategy strategy_over(const Scenario& scenario, QueueDiscipline queue) {
    Strategy strategy;
    strategy.name = "all pools";
    strategy.queue = queue;
    for (std::size_t i = 0; i < scenario.pools.size(); ++i) {
        PoolUse use;
        use.pool = PoolIndex{i};
        for (const Stream& stream : scenario.streams) {
            use.serves.emplace_back(stream.kinds.size(), true);
        }
        strategy.pools.push_back(use);
    }
    return strategy;
}

Stream replay(const std::vector<JobToRun>& jobs) {
    auto rows = std::make_shared<std::vector<TraceJob>>();
    for (const JobToRun& job : jobs) {
        TraceJob& row = rows->emplace_back();
        row.submit = at_second(job.submit);
        row.gpus = Gpus{job.gpus};
        row.work_gpu_s = static_cast<double>(job.work_s * job.gpus);
        row.priority = job.priority;
    }
    Stream stream;
    stream.name = stream.team = "replay";
    stream.kinds.emplace_back().kind = "replayed";
    stream.arrivals = TraceArrivals{rows, 1};
    return stream;
}

}  // namespace trainyard::fixture
