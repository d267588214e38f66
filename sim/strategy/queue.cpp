#include "sim/strategy/queue.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trainyard {

QueueKey queue_key(QueueDiscipline discipline, const JobRequest& request) {
    double order = 0;
    switch (discipline) {
        case QueueDiscipline::fifo:
        case QueueDiscipline::first_fit:
            break;
        case QueueDiscipline::sjf:
            // To the microsecond, so that equal work ties, however its decimals are written.
            order = std::round(request.estimate_gpu_s / request.gpus.count * 1e6);
            break;
        case QueueDiscipline::priority:
            order = -static_cast<double>(request.priority);
            break;
        case QueueDiscipline::edf:
            order = request.deadline ? static_cast<double>(second_of(*request.deadline))
                                     : std::numeric_limits<double>::infinity();
            break;
    }
    return {order, request.job};
}

bool blocks(QueueDiscipline discipline) { return discipline != QueueDiscipline::first_fit; }

const WaitingQueue::Entry* WaitingQueue::Line::head_since(SimTime since) const {
    const QueueKey* first = nullptr;
    for (const auto& [came, key] : ages_) {
        if (came > since) {
            break;
        }
        if (first == nullptr || key < *first) {
            first = &key;
        }
    }
    return first == nullptr ? nullptr : &*entries_.find(Entry{*first, {}});
}

void WaitingQueue::push(const JobRequest& request) {
    if (request.shape >= lines_.size()) {
        lines_.resize(request.shape + std::size_t{1});
    }
    Line& line = lines_[request.shape];
    const QueueKey key = queue_key(discipline_, request);
    line.entries_.insert({key, request});
    if (with_ages_) {
        line.ages_.insert({request.queued_since, key});
    }
    ++size_;
}

void WaitingQueue::remove(const Entry& entry) {
    Line& line = lines_[entry.request.shape];
    if (with_ages_) {
        line.ages_.erase({entry.request.queued_since, entry.key});
    }
    line.entries_.erase(line.entries_.find(entry));
    --size_;
}

std::vector<JobRequest> WaitingQueue::in_order() const {
    std::vector<Entry> entries;
    for (const Line& line : lines_) {
        entries.insert(entries.end(), line.entries_.begin(), line.entries_.end());
    }
    std::sort(entries.begin(), entries.end());
    std::vector<JobRequest> requests;
    for (const Entry& entry : entries) {
        requests.push_back(entry.request);
    }
    return requests;
}

}  // namespace trainyard
