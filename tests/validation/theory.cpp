#include "tests/validation/theory.hpp"

#include "analysis/verify/formulas.hpp"

namespace trainyard::theory {

double erlang_b(int servers, double offered) { return formulas::lost_share(servers, offered); }

double erlang_c(int servers, double offered) { return formulas::delayed_share(servers, offered); }

double pollaczek_khinchine(double rate, Service service) {
    return formulas::wait_of_one(rate, service.mean,
                                 service.mean * service.mean * (1 + service.cv * service.cv));
}

double batch_wait(double rate, BatchSize size, Service service) {
    const double variance = service.mean * service.mean * service.cv * service.cv;
    // A batch as one service: a sum of independent ones.
    const double mean = size.mean * service.mean;
    const double mean_square = size.mean * variance + size.mean_square * service.mean * service.mean;
    const double until_first = rate * mean_square / (2 * (1 - rate * mean));
    const double ahead_in_batch = (size.mean_square - size.mean) / (2 * size.mean);
    return until_first + ahead_in_batch * service.mean;
}

double finite_source_response(int users, double think, double service) {
    double response = 0, at_the_server = 0;
    for (int n = 1; n <= users; ++n) {
        response = service * (1 + at_the_server);
        at_the_server = n / (response + think) * response;
    }
    return response;
}

double makespan(const Checkpointing& job) {
    return formulas::makespan({job.rate, job.work, job.every, job.write, job.first, job.later});
}

}  // namespace trainyard::theory
