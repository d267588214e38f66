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
        case QueueDiscipline::fair_share:
        case QueueDiscipline::easy:
        case QueueDiscipline::conservative:
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

bool backfills(QueueDiscipline discipline) {
    return discipline == QueueDiscipline::easy || discipline == QueueDiscipline::conservative;
}

bool blocks(QueueDiscipline discipline) {
    return discipline != QueueDiscipline::first_fit && !backfills(discipline);
}

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

void WaitingQueue::set_ranks(const std::vector<double>& ranks) {
    for (std::size_t shape = 0; shape < std::min(ranks.size(), lines_.size()); ++shape) {
        lines_[shape].rank_ = ranks[shape];
    }
}

std::vector<JobRequest> WaitingQueue::in_order() const {
    std::vector<std::pair<double, const Entry*>> entries;
    for (const Line& line : lines_) {
        for (const Entry& entry : line.entries_) {
            entries.emplace_back(line.rank_, &entry);
        }
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : *a.second < *b.second;
    });
    std::vector<JobRequest> requests;
    for (const auto& [rank, entry] : entries) {
        requests.push_back(entry->request);
    }
    return requests;
}

}  // namespace trainyard
