#include <cmath>

#include "tests/validation/systems.hpp"
#include "tests/validation/theory.hpp"

namespace trainyard::theory {

namespace {

constexpr double hour_s = 3600;

Quantity mean_wait(const std::string& formula, double expected_h) {
    return {"mean wait, h", "queue_time_mean_s", "", hour_s, formula, expected_h};
}

System single_server(const std::string& file, double rate, Service service) {
    return {file,
            {mean_wait("λ E[S²] / (2 (1 − ρ)), Pollaczek–Khinchine", pollaczek_khinchine(rate, service))}};
}

System one_server_exponential() {
    const double rate = 2, done = 4;  // an hour
    return {"mm1.yaml",
            {mean_wait("ρ / (μ − λ), Erlang", rate / done / (done - rate)),
             {"95th percentile of the wait, h", "queue_time_p95_s", "", hour_s, "ln(20 ρ) / (μ − λ), Erlang",
              std::log(20 * rate / done) / (done - rate)},
             {"utilisation", "utilization", "", 1, "ρ", rate / done}},
            {"horizon=365 d"}};
}

System two_priorities() {
    // The mean rest of the service under way, over what is left of the server.
    const double high = 1.2 * 0.25, both = 2.8 * 0.25;
    const double residual = 2.8 * 0.25 * 0.25;
    return {"priorities.yaml",
            {{"mean wait of the high, h", "team.high.queue_time_mean_s", "", hour_s, "R / (1 − ρ₁), Cobham",
              residual / (1 - high)},
             {"mean wait of the low, h", "team.low.queue_time_mean_s", "", hour_s,
              "R / ((1 − ρ₁)(1 − ρ)), Cobham", residual / ((1 - high) * (1 - both))}}};
}

System batches(const std::string& file, double rate, BatchSize size, Service service) {
    return {file,
            {mean_wait("λ E[B²] / (2 (1 − ρ)) + E[X(X − 1)] E[S] / (2 E[X]), Burke",
                       batch_wait(rate, size, service))}};
}

}  // namespace

std::vector<System> queue_systems() {
    return {
        one_server_exponential(),
        {"mm3.yaml", {mean_wait("C(3, λ/μ) / (3μ − λ), Erlang", erlang_c(3, 4.8 * 0.5) / (3 / 0.5 - 4.8))}},
        single_server("md1.yaml", 1.4, {0.5, 0}),
        single_server("mg1.yaml", 2.4, {0.25, 1.5}),
        single_server("mg1-lognormal.yaml", 2.6, {0.25, 1}),
        two_priorities(),
        {"overflow.yaml",
         {{"share that overflows", "pool.cloud.attempts", "attempts", 1, "B(4, λ E[S]), Erlang",
           erlang_b(4, 6 * 0.5)}}},
        // Of four batches two are of 1, one is of 2, one of 6.
        batches("batches-exponential.yaml", 1.25, {10.0 / 4, 42.0 / 4}, {0.2, 1}),
        batches("batches-constant.yaml", 1.5, {4, 16}, {0.1, 0}),
        {"closed.yaml",
         {{"mean turnaround, h", "turnaround_mean_s", "", hour_s, "mean value analysis, Palm",
           finite_source_response(5, 4, 1)}}},
    };
}

}  // namespace trainyard::theory
