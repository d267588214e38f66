// Scenarios built by hand and runs of them, each in a process of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/core/random.hpp"
#include "sim/model/scenario.hpp"
#include "sim/model/trace.hpp"

namespace trainyard::fixture {

// Hands back what `work` returned in a child; throws std::runtime_error when it crashed there.
std::string in_child(const std::function<std::string()>& work);

// What `tell` says of the facts of a run, simulated in a child.
std::string simulated(const Scenario& scenario, std::size_t strategy, RunSeed seed,
                      const std::function<std::string(const Trace&)>& tell);

// A year with one GPU type of speed 1 and a drain without practical limit.
Scenario empty_scenario();

Pool rig_pool(const std::string& name, int count, int gpus_each);
Pool rented_pool(const std::string& name, Market market);

// Uses all pools in their order, open at once to everybody. Call it when the streams are complete.
Strategy strategy_over(const Scenario& scenario, QueueDiscipline queue);

struct JobToRun {
    std::int64_t submit = 0;
    int gpus = 1;
    std::int64_t work_s = 1;  // seconds of its gang at speed 1
    int priority = 0;
};

// A stream that replays these jobs.
Stream replay(const std::vector<JobToRun>& jobs);

}  // namespace trainyard::fixture
