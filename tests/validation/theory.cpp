#include "tests/validation/theory.hpp"

#include <cmath>

namespace trainyard::theory {

double erlang_b(int servers, double offered) {
    double blocked = 1;
    for (int n = 1; n <= servers; ++n) {
        blocked = offered * blocked / (n + offered * blocked);
    }
    return blocked;
}

double erlang_c(int servers, double offered) {
    const double blocked = erlang_b(servers, offered);
    return servers * blocked / (servers - offered * (1 - blocked));
}

double pollaczek_khinchine(double rate, Service service) {
    const double load = rate * service.mean;
    return rate * service.mean * service.mean * (1 + service.cv * service.cv) / (2 * (1 - load));
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
    const auto until_done = [&job](double length) { return std::expm1(job.rate * length) / job.rate; };
    const double saved = std::ceil(job.work / job.every) - 1;  // stretches that end with a write
    if (saved == 0) {
        return until_done(job.first + job.work);
    }
    const double again = std::exp(job.rate * job.later);
    return until_done(job.first + job.every + job.write) +
           (saved - 1) * again * until_done(job.every + job.write) +
           again * until_done(job.work - saved * job.every);
}

}  // namespace trainyard::theory
