#include "sim/strategy/queue.hpp"

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

void WaitingQueue::push(const JobRequest& request) {
    entries_.insert({queue_key(discipline_, request), request});
    since_.insert({request.queued_since, request.job});
}

WaitingQueue::Entries::const_iterator WaitingQueue::remove(Entries::const_iterator entry) {
    since_.erase({entry->request.queued_since, entry->request.job});
    return entries_.erase(entry);
}

}  // namespace trainyard
