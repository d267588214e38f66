#include <cmath>

#include "tests/validation/systems.hpp"
#include "tests/validation/theory.hpp"

namespace trainyard::theory {

namespace {

constexpr double mean_s = 1800;

// Mean bill for an exponential time that is rounded to whole seconds and then up to whole `unit_s`.
double mean_billed_s(double unit_s) {
    const double beyond = std::exp(-unit_s / mean_s);
    return unit_s * (1 + std::exp(-0.5 / mean_s) * beyond / (1 - beyond));
}

System bills_by(const std::string& unit, double unit_s) {
    return {"bills.yaml",
            {{"mean bill, s", "cost_on_demand_usd", "launches", 1, "u (1 + e^(−½λ) q / (1 − q)), q = e^(−λu)",
              mean_billed_s(unit_s)}},
            {"fleet.on_demand.cloud.billing.per=1 " + unit}};
}

System bills_of_a_minute_or_more() {
    const double beyond_s = std::exp(-60.5 / mean_s) / -std::expm1(-1 / mean_s);
    return {"bills.yaml",
            {{"mean bill, s", "cost_on_demand_usd", "launches", 1, "60 + e^(−60.5 λ) / (1 − e^(−λ))",
              60 + beyond_s}},
            {"fleet.on_demand.cloud.billing.minimum=60 s"}};
}

}  // namespace

std::vector<System> bill_systems() {
    return {bills_by("s", 1), bills_by("min", 60), bills_by("h", 3600), bills_of_a_minute_or_more()};
}

std::vector<System> paper_systems() {
    const double blocked = erlang_b(108, 0.2 / 0.002);
    return {{"waiting-game.yaml",
             {{"rented share", "pool.rented.attempts", "attempts", 1, "B(108, λ/μ), Ambati", blocked},
              {"effective price, USD/h", "total_cost_usd", "finished_work_gpu_h", 1,
               "(108 · 3.84 + 100 · B · 9.60) / 100, Ambati", (108 * 3.84 + 100 * blocked * 9.60) / 100}},
             {},
             60,
             {"horizon=60 d", "fleet.rigs.owned.life=60 d", "fleet.rigs.owned.price=5529.60 USD"}}};
}

std::vector<System> systems() {
    std::vector<System> all;
    for (const std::vector<System>& some :
         {queue_systems(), interruption_systems(), interval_systems(), bill_systems(), paper_systems()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

}  // namespace trainyard::theory
