// The textbook's list scheduler: at every second at which something ends or arrives, the waiting
// jobs in order, each on the first rig with room. Knows nothing of the simulator.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace trainyard::list_scheduler {

struct Job {
    std::int64_t submit = 0;
    int gpus = 1;
    std::int64_t time = 1;
    int priority = 0;
    std::int64_t start = -1, end = -1;  // out
    std::size_t rig = 0;                // out
};

enum class Order { fifo, first_fit, priority };

// Jobs by number, so by submission; each must fit a rig.
inline void schedule(std::vector<Job>& jobs, std::size_t rigs, int gpus_each, Order order) {
    std::vector<int> free(rigs, gpus_each);
    std::vector<std::size_t> waiting, running;
    for (std::size_t next = 0; next < jobs.size() || !running.empty();) {
        std::int64_t now = next < jobs.size() ? jobs[next].submit : std::numeric_limits<std::int64_t>::max();
        for (const std::size_t i : running) {
            now = std::min(now, jobs[i].end);
        }
        std::erase_if(running, [&](std::size_t i) {
            free[jobs[i].rig] += jobs[i].end == now ? jobs[i].gpus : 0;
            return jobs[i].end == now;
        });
        for (; next < jobs.size() && jobs[next].submit == now; ++next) {
            waiting.push_back(next);
        }
        if (order == Order::priority) {
            std::stable_sort(waiting.begin(), waiting.end(), [&](std::size_t a, std::size_t b) {
                return jobs[a].priority != jobs[b].priority ? jobs[a].priority > jobs[b].priority : a < b;
            });
        }
        bool blocked = false;
        std::erase_if(waiting, [&](std::size_t i) {
            const auto rig = std::find_if(free.begin(), free.end(), [&](int f) { return f >= jobs[i].gpus; });
            if (blocked || rig == free.end()) {
                blocked = order != Order::first_fit;
                return false;
            }
            *rig -= jobs[i].gpus;
            jobs[i].rig = static_cast<std::size_t>(rig - free.begin());
            jobs[i].start = now;
            jobs[i].end = now + jobs[i].time;
            running.push_back(i);
            return true;
        });
    }
}

}  // namespace trainyard::list_scheduler
