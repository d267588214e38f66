// Hand-written traces: a fleet with round prices, and a few facts at a time.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "sim/ledger/outcome.hpp"

namespace trainyard::ledger_test {

// The pools, by index.
//  rig:   2 GPUs; 1 USD/h of depreciation for 1200 h, 0.50 USD/h of upkeep, 1 kW busy and 0.1 kW idle
//         at 0.36 USD/kWh: a rig-second draws 100 micro-dollars busy and 10 idle
//  cloud: 1 GPU; 3.60 USD/h, that is 1000 micro-dollars a second
//  spot:  4 GPUs; 7.20 USD/h, that is 2000 micro-dollars a second
inline constexpr std::size_t rig = 0;
inline constexpr std::size_t cloud = 1;
inline constexpr std::size_t spot = 2;

Scenario fleet();
Strategy everything(const Scenario& scenario);
RentedTerms& rented(Scenario& scenario, std::size_t pool);
RigTerms& rigs(Scenario& scenario);

struct Phases {
    std::int64_t boot = 0, setup = 0, restore = 0, load = 0;
    std::vector<Leg> legs{};
    std::int64_t rework = 0;
};

// Facts in order; every function gives the position of what it added.
class Facts {
public:
    explicit Facts(std::int64_t end);

    std::size_t job(std::int64_t submit, int gpus = 1);
    std::size_t machine(std::size_t pool, std::int64_t launched, std::int64_t ready,
                        std::optional<std::int64_t> released = std::nullopt);
    // On the given machines, all used by the job; held until the attempt ends.
    std::size_t attempt(std::size_t job, std::size_t pool, std::int64_t allocated, const Phases& phases,
                        AttemptEnd how, std::initializer_list<std::pair<std::size_t, int>> machine_and_gpus);
    // Ends the job with its last attempt.
    void finish(std::size_t job);

    AttemptFact& at(std::size_t attempt) { return trace.attempts[attempt]; }
    GangMember& member(std::size_t attempt, std::size_t place = 0) {
        return trace.members[at(attempt).first_member + place];
    }

    Trace trace;
};

Leg compute(std::int64_t seconds);
Leg rounds(std::int64_t compute, std::int64_t write, std::int64_t times);

Outcome fold_all(const Scenario& scenario, const Facts& facts);
// The value of a metric; throws if there is none of that name or it is null.
double value(const Outcome& outcome, const std::string& name);
bool is_null(const Outcome& outcome, const std::string& name);
Money total(const std::vector<LedgerLine>& lines, CostCategory category);
std::int64_t seconds(const Outcome& outcome, std::size_t job, JobState state);

}  // namespace trainyard::ledger_test
