#include "sim/engine/shared_storage.hpp"

#include <algorithm>
#include <simgrid/s4u.hpp>

#include "sim/engine/platform.hpp"

namespace trainyard {

SharedStorage::SharedStorage(Agenda& agenda, std::uint32_t of, double bytes_per_s)
    : agenda_{agenda},
      of_{of},
      bytes_per_s_{bytes_per_s},
      machines_{simgrid::s4u::Host::by_name(machines_host(of))},
      storage_{simgrid::s4u::Host::by_name(storage_host(of))} {}

SharedStorage::~SharedStorage() {
    for (const auto& [job, transfer] : transfers_) {
        if (transfer->get_state() == simgrid::s4u::Activity::State::STARTED) {
            transfer->cancel();
        }
    }
}

void SharedStorage::begin(JobIndex job, double bytes) {
    transfers_[job] = simgrid::s4u::Comm::sendto_async(machines_, storage_,
                                                       static_cast<std::uint64_t>(round_half_up(bytes)));
    expect_end();
}

void SharedStorage::stop(JobIndex job) {
    const auto found = transfers_.find(job);
    if (found == transfers_.end()) {
        return;
    }
    if (agenda_.now() > cancelled_at_) {
        cancelled_.clear();
        cancelled_at_ = agenda_.now();
    }
    if (found->second->get_state() == simgrid::s4u::Activity::State::STARTED) {
        // What is cancelled keeps its share until SimGrid's next step has ended; what is suspended does not.
        found->second->suspend();
        found->second->cancel();
        cancelled_.push_back(found->second);
    }
    transfers_.erase(found);
    expect_end();
}

std::vector<JobIndex> SharedStorage::take_ended() {
    constexpr double half_s = 0.5 - 1e-7;
    std::vector<JobIndex> ended;
    for (const auto& [job, transfer] : transfers_) {
        if (left_s(job) < half_s) {
            ended.push_back(job);
        }
    }
    for (const JobIndex job : ended) {
        stop(job);
    }
    expect_end();
    return ended;
}

double SharedStorage::left_s(JobIndex job) const {
    const double share = bytes_per_s_ / static_cast<double>(transfers_.size());
    return std::max(transfers_.find(job)->second->get_remaining(), 0.0) / share;
}

Seconds SharedStorage::left(JobIndex job) const { return whole_seconds(left_s(job)); }

Seconds SharedStorage::estimate(double bytes) const {
    return whole_seconds(bytes * static_cast<double>(transfers_.size() + 1) / bytes_per_s_);
}

void SharedStorage::expect_end() {
    agenda_.cancel(next_end_);
    if (transfers_.empty()) {
        return;
    }
    Seconds soonest = longest_duration;
    for (const auto& [job, transfer] : transfers_) {
        soonest = std::min(soonest, std::max(left(job), Seconds{1}));
    }
    agenda_.set(next_end_, agenda_.now() + soonest, {DueClass::transfer, of_});
}

}  // namespace trainyard
