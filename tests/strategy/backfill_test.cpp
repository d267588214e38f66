#include "sim/strategy/backfill.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <utility>
#include <vector>

using namespace trainyard;

namespace {

struct Job {
    std::int64_t arrives = 0;
    int gpus = 1;
    std::int64_t length = 1;  // known exactly
};

// One pool of rigs on which jobs take exactly as long as estimated.
class Floor : public Outlook {
public:
    Floor(std::vector<Job> jobs, int rigs, int gpus) : jobs_{std::move(jobs)}, free_(at(rigs), gpus) {}

    bool full(std::size_t /*entry*/) const override {
        return std::all_of(free_.begin(), free_.end(), [](int free) { return free == 0; });
    }
    bool place(const JobRequest& request, std::size_t entry) override {
        for (std::size_t rig = 0; rig < free_.size(); ++rig) {
            if (free_[rig] >= request.gpus.count) {
                return place_on(request, entry, request.gpus, static_cast<std::uint32_t>(rig));
            }
        }
        return false;
    }
    double expected_to_finish(const JobRequest& /*request*/, std::size_t /*entry*/) const override {
        return 0;
    }
    Timetable timetable(std::size_t /*entry*/) const override {
        std::vector<Timetable::Freed> freed;
        for (const Running& running : running_) {
            freed.push_back({at_second(running.end), running.rig, running.gpus});
        }
        return {at_second(now), free_, std::move(freed)};
    }
    Stay stay(const JobRequest& request, std::size_t /*entry*/, Gpus gang) const override {
        const Seconds length{jobs_[request.job.value].length};
        return {gang.count, length, length};
    }
    bool place_on(const JobRequest& request, std::size_t /*entry*/, Gpus gang, std::uint32_t part) override {
        free_[part] -= gang.count;
        running_.push_back({now + jobs_[request.job.value].length, part, gang.count});
        started[request.job.value] = now;
        return true;
    }

    void end_due() {
        for (const Running& running : running_) {
            free_[running.rig] += running.end == now ? running.gpus : 0;
        }
        std::erase_if(running_, [this](const Running& running) { return running.end == now; });
    }
    std::int64_t next_end(std::int64_t otherwise) const {
        for (const Running& running : running_) {
            otherwise = std::min(otherwise, running.end);
        }
        return otherwise;
    }
    // When so many GPUs of one rig are free, if nobody else starts: worked out rig by rig, end by end.
    std::int64_t promise(int gpus) const {
        std::int64_t best = INT64_MAX;
        for (std::uint32_t rig = 0; rig < free_.size(); ++rig) {
            std::vector<Running> there;
            std::copy_if(running_.begin(), running_.end(), std::back_inserter(there),
                         [rig](const Running& running) { return running.rig == rig; });
            std::sort(there.begin(), there.end(),
                      [](const Running& a, const Running& b) { return a.end < b.end; });
            int free = free_[rig];
            for (const Running& running : there) {
                free += running.gpus;
                if (free >= gpus) {
                    best = std::min(best, running.end);
                    break;
                }
            }
        }
        return best;
    }

    std::int64_t now = 0;
    std::map<std::uint32_t, std::int64_t> started;

private:
    struct Running {
        std::int64_t end = 0;
        std::uint32_t rig = 0;
        int gpus = 0;
    };
    static std::size_t at(int rigs) { return static_cast<std::size_t>(rigs); }

    std::vector<Job> jobs_;
    std::vector<int> free_;  // by rig
    std::vector<Running> running_;
};

struct Lived {
    std::map<std::uint32_t, std::int64_t> started;
    std::map<std::uint32_t, std::int64_t> promised;  // to each job when it was first to wait
};

JobRequest request_of(const std::vector<Job>& jobs, std::uint32_t number, std::uint32_t shape) {
    JobRequest request;
    request.job = JobIndex{number};
    request.gpus = request.least_gpus = Gpus{jobs[number].gpus};
    request.shape = shape;
    request.queued_since = at_second(jobs[number].arrives);
    request.own_estimate = true;
    return request;
}

// All jobs from their arrival to their start, under a discipline.
Lived live(const std::vector<Job>& jobs, QueueDiscipline discipline, int rigs, int gpus) {
    Strategy strategy;
    strategy.queue = discipline;
    strategy.pools.emplace_back();
    const Admission admission(9, {true});
    WaitingQueue queue{discipline, false};
    Floor floor{jobs, rigs, gpus};
    Lived lived;
    std::uint32_t arrived = 0;
    while (lived.started.size() < jobs.size()) {
        floor.end_due();
        for (; arrived < jobs.size() && jobs[arrived].arrives <= floor.now; ++arrived) {
            queue.push(request_of(jobs, arrived, static_cast<std::uint32_t>(jobs[arrived].gpus)));
        }
        backfill(strategy, admission, queue, at_second(floor.now), floor);
        lived.started = floor.started;
        if (!queue.empty()) {
            const JobRequest first = queue.in_order().front();
            lived.promised.try_emplace(first.job.value, floor.promise(first.gpus.count));
        }
        floor.now = floor.next_end(arrived < jobs.size() ? jobs[arrived].arrives : INT64_MAX);
    }
    return lived;
}

std::vector<Job> any_jobs(std::mt19937& luck, int count, int widest) {
    std::vector<Job> jobs;
    std::int64_t time = 0;
    for (int i = 0; i < count; ++i) {
        time += luck() % 40;
        jobs.push_back({time, 1 + static_cast<int>(luck() % 1000) % widest,
                        1 + static_cast<std::int64_t>(luck() % 300)});
    }
    return jobs;
}

}  // namespace

TEST_CASE("easy never delays the first that waits beyond its promise when estimates are exact") {
    std::mt19937 luck{4};
    int promises = 0;
    int backfilled = 0;
    for (int round = 0; round < 300; ++round) {
        const int rigs = 1 + static_cast<int>(luck() % 3);
        const std::vector<Job> jobs = any_jobs(luck, 60, 6);
        const Lived lived = live(jobs, QueueDiscipline::easy, rigs, 6);
        for (const auto& [job, second] : lived.promised) {
            REQUIRE(lived.started.at(job) <= second);
            ++promises;
            for (const auto& [other, start] : lived.started) {
                backfilled += other > job && start < lived.started.at(job) ? 1 : 0;
            }
        }
    }
    CHECK(promises > 3000);
    CHECK(backfilled > 1000);  // so there was something to break promises with
}

TEST_CASE("conservative lets nobody start whom an earlier job's reservation forbids") {
    // Six GPUs: 4 until 100; then 6 for 100 s are promised, then 6 more; 2 are free until 100.
    const std::vector<Job> jobs{{0, 4, 100}, {1, 6, 100}, {2, 6, 100}, {3, 2, 97}, {4, 2, 96}, {5, 1, 96}};
    const Lived lived = live(jobs, QueueDiscipline::conservative, 1, 6);
    CHECK(lived.started.at(3) == 3);  // ends at 100
    CHECK(lived.started.at(1) == 100);
    CHECK(lived.started.at(2) == 200);
    CHECK(lived.started.at(4) == 300);
    CHECK(lived.started.at(5) == 300);
}

TEST_CASE("easy promises to the first that waits alone, conservative to the first hundred") {
    // 2 of 3 GPUs until 100. The first needs all; a job of 1 GPU and 1000 s would delay the second.
    std::vector<Job> jobs{{0, 2, 100}, {1, 2, 100}, {2, 3, 100}, {3, 1, 250}};
    CHECK(live(jobs, QueueDiscipline::easy, 1, 3).started.at(3) == 3);
    CHECK(live(jobs, QueueDiscipline::conservative, 1, 3).started.at(3) == 300);
    // A hundred that wait before the one of 3 GPUs, each in turn for 2 GPUs: it has no reservation.
    jobs.assign(1, {0, 2, 100});
    jobs.insert(jobs.end(), 100, {1, 2, 100});
    jobs.push_back({2, 3, 100});
    jobs.push_back({3, 1, 20'000});
    CHECK(live(jobs, QueueDiscipline::conservative, 1, 3).started.at(102) == 3);
}

TEST_CASE("with nobody who must wait backfilling is first come, first served") {
    const std::vector<Job> jobs{{0, 2, 10}, {0, 2, 10}, {5, 1, 10}};
    const Lived lived = live(jobs, QueueDiscipline::easy, 2, 3);
    CHECK(lived.started == std::map<std::uint32_t, std::int64_t>{{0, 0}, {1, 0}, {2, 5}});
    CHECK(lived.promised.empty());
}
