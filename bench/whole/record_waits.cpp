// record_waits SCENARIO: simulates its first strategy and writes to standard output what it waited for.
#include <iostream>

#include "bench/whole/waits.hpp"
#include "sim/engine/engine.hpp"
#include "sim/scenario/reader.hpp"

int main(int argc, char** argv) {
    using namespace trainyard;
    if (argc != 2) {
        std::cerr << "usage: record_waits SCENARIO\n";
        return 2;
    }
    const Loaded loaded = load_scenario(argv[1]);
    if (!loaded.scenario) {
        std::cerr << argv[1] << ": not a scenario\n";
        return 2;
    }
    const Scenario& scenario = *loaded.scenario;
    const Trace trace = simulate(scenario, scenario.strategies.front(), {scenario.seed, 1});
    bench::Waits waits;
    for (const AttemptFact& attempt : trace.attempts) {
        const MachineFact& machine = trace.machines[trace.members[attempt.first_member].machine.value];
        waits.resize(std::max<std::size_t>(waits.size(), machine.place));
        if (attempt.end > attempt.allocated) {
            waits[machine.place - 1].push_back((attempt.end - attempt.allocated).count());
        }
    }
    bench::write_waits(waits, std::cout);
    return 0;
}
