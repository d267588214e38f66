#include "sim/ledger/job_bills.hpp"

#include <algorithm>

#include "sim/core/exact.hpp"

namespace trainyard {
namespace {

// Where a job's safe checkpoint is, and since when.
struct Stay {
    PoolIndex pool;
    SimTime since{};
};

bool bills_jobs(const Pool& pool) {
    const RentedTerms* rented = pool.rented();
    return rented != nullptr && (rented->storage.nano_usd > 0 || rented->egress.nano_usd > 0);
}

class JobBilling {
public:
    JobBilling(const Scenario& scenario, const Trace& trace)
        : scenario_{scenario}, trace_{trace}, stays_(trace.jobs.size()), last_pool_(trace.jobs.size()) {}

    std::vector<JobBill> run() {
        for (const AttemptFact& attempt : trace_.attempts) {
            last_pool_[attempt.job.value] = attempt.pool;
            if (attempt.saved) {
                move(attempt.job, {attempt.pool, *attempt.saved});
            }
        }
        for (std::size_t i = 0; i < trace_.jobs.size(); ++i) {
            close(JobIndex{i});
        }
        std::stable_sort(bills_.begin(), bills_.end(),
                         [](const JobBill& a, const JobBill& b) { return a.job < b.job; });
        return std::move(bills_);
    }

private:
    void move(JobIndex job, Stay to) {
        std::optional<Stay>& stay = stays_[job.value];
        if (stay && stay->pool == to.pool) {
            return;
        }
        if (stay) {
            bill_storage(job, *stay, to.since);
        }
        stay = to;
    }

    void close(JobIndex index) {
        const JobFact& job = trace_.jobs[index.value];
        if (const auto& stay = stays_[index.value]) {
            bill_storage(index, *stay, job.end.value_or(trace_.end));
        }
        const auto& pool = last_pool_[index.value];
        if (job.end && pool && scenario_.pool(*pool).rented() != nullptr) {
            add({index, *pool, *job.end, CostCategory::egress,
                 cost_of(scenario_.pool(*pool).rented()->egress, job.egress_bytes)});
        }
    }

    void bill_storage(JobIndex job, const Stay& stay, SimTime until) {
        if (const RentedTerms* rented = scenario_.pool(stay.pool).rented()) {
            const int128 byte_seconds =
                product(trace_.jobs[job.value].checkpoint_bytes, (until - stay.since).count());
            add({job, stay.pool, until, CostCategory::storage,
                 rounded_micro_usd(product(rented->storage.nano_usd, byte_seconds),
                                   product(rented->storage.per, 1000))});
        }
    }

    void add(const JobBill& bill) {
        if (bill.amount != Money{}) {
            bills_.push_back(bill);
        }
    }

    const Scenario& scenario_;
    const Trace& trace_;
    std::vector<std::optional<Stay>> stays_;  // by job
    std::vector<std::optional<PoolIndex>> last_pool_;
    std::vector<JobBill> bills_;
};

}  // namespace

std::vector<JobBill> job_bills(const Scenario& scenario, const Trace& trace) {
    if (std::none_of(scenario.pools.begin(), scenario.pools.end(), bills_jobs)) {
        return {};
    }
    return JobBilling{scenario, trace}.run();
}

}  // namespace trainyard
