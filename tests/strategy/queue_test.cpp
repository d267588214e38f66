#include "sim/strategy/queue.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace trainyard;

namespace {

JobRequest job(std::size_t number) {
    JobRequest request;
    request.job = JobIndex{number - 1};
    request.gpus = Gpus{1};
    return request;
}

JobRequest sized(std::size_t number, Gpus gpus, double estimate_gpu_s) {
    JobRequest request = job(number);
    request.gpus = gpus;
    request.estimate_gpu_s = estimate_gpu_s;
    return request;
}

JobRequest important(std::size_t number, int priority) {
    JobRequest request = job(number);
    request.priority = priority;
    return request;
}

JobRequest urgent(std::size_t number, std::optional<std::int64_t> deadline) {
    JobRequest request = job(number);
    if (deadline) {
        request.deadline = at_second(*deadline);
    }
    return request;
}

// Job numbers in the order in which a discipline looks at them.
std::vector<std::size_t> order(QueueDiscipline discipline, const std::vector<JobRequest>& requests) {
    WaitingQueue queue{discipline};
    for (const JobRequest& request : requests) {
        queue.push(request);
    }
    std::vector<std::size_t> numbers;
    for (const JobRequest& request : queue.in_order()) {
        numbers.push_back(request.job.value + 1);
    }
    return numbers;
}

using Numbers = std::vector<std::size_t>;

}  // namespace

TEST_CASE("fifo and first-fit look at jobs by number, so an interrupted one keeps its place") {
    JobRequest back = job(1);
    back.queued_since = at_second(900);
    CHECK(order(QueueDiscipline::fifo, {job(3), job(2), back}) == Numbers{1, 2, 3});
    CHECK(order(QueueDiscipline::first_fit, {job(3), job(2), back}) == Numbers{1, 2, 3});
}

TEST_CASE("sjf goes by the estimated work per GPU of the gang") {
    const auto wide = sized(1, Gpus{8}, 8000);  // 1000 each
    const auto small = sized(2, Gpus{1}, 2000);
    const auto smaller = sized(3, Gpus{2}, 1998);  // 999 each
    CHECK(order(QueueDiscipline::sjf, {wide, small, smaller}) == Numbers{3, 1, 2});
}

TEST_CASE("priority looks at the highest first") {
    CHECK(order(QueueDiscipline::priority, {important(1, -5), important(2, 0), important(3, 7)}) ==
          Numbers{3, 2, 1});
}

TEST_CASE("edf looks at jobs without a deadline last") {
    CHECK(order(QueueDiscipline::edf, {urgent(1, std::nullopt), urgent(2, 500), urgent(3, 400)}) ==
          Numbers{3, 2, 1});
}

TEST_CASE("ties go to the smaller job number") {
    CHECK(order(QueueDiscipline::sjf, {sized(2, Gpus{1}, 5), sized(1, Gpus{2}, 10)}) == Numbers{1, 2});
    CHECK(order(QueueDiscipline::priority, {important(4, 1), important(3, 1)}) == Numbers{3, 4});
    CHECK(order(QueueDiscipline::edf, {urgent(2, 9), urgent(1, 9), urgent(4, {}), urgent(3, {})}) ==
          Numbers{1, 2, 3, 4});
}

TEST_CASE("fair-share looks at the lines of the team that has used least, by number where it is the same") {
    JobRequest first = job(1), second = job(2), third = job(3);
    second.shape = 1;
    third.shape = 2;
    WaitingQueue queue{QueueDiscipline::fair_share};
    for (const JobRequest& request : {first, second, third}) {
        queue.push(request);
    }
    const auto numbers = [&queue] {
        std::vector<std::size_t> all;
        for (const JobRequest& request : queue.in_order()) {
            all.push_back(request.job.value + 1);
        }
        return all;
    };
    CHECK(numbers() == Numbers{1, 2, 3});
    queue.set_ranks({500, 20, 20});
    CHECK(numbers() == Numbers{2, 3, 1});
    queue.set_ranks({500, 800, 700});
    CHECK(numbers() == Numbers{1, 3, 2});
}

TEST_CASE("every discipline but first-fit and the backfilling ones lets a waiting job block later ones") {
    CHECK_FALSE(blocks(QueueDiscipline::first_fit));
    CHECK_FALSE(blocks(QueueDiscipline::easy));
    CHECK_FALSE(blocks(QueueDiscipline::conservative));
    CHECK(blocks(QueueDiscipline::fair_share));
    for (const auto discipline :
         {QueueDiscipline::fifo, QueueDiscipline::sjf, QueueDiscipline::priority, QueueDiscipline::edf}) {
        CHECK(blocks(discipline));
    }
}

TEST_CASE("a line knows who is first of those that have waited so long") {
    WaitingQueue queue{QueueDiscipline::priority};
    JobRequest early = important(1, 0), late = important(2, 9), late_too = important(3, 9);
    early.queued_since = at_second(10);
    late.queued_since = late_too.queued_since = at_second(20);
    queue.push(late_too);
    queue.push(late);
    queue.push(early);
    const auto first_since = [&queue](std::int64_t second) {
        return queue.lines()[0].head_since(at_second(second))->request.job.value + 1;
    };
    CHECK(queue.lines()[0].head_since(at_second(9)) == nullptr);
    CHECK(first_since(10) == 1);
    CHECK(first_since(19) == 1);
    CHECK(first_since(20) == 2);
    queue.remove(queue.lines()[0].head());
    CHECK(first_since(20) == 3);
    queue.remove(queue.lines()[0].head());
    CHECK(first_since(20) == 1);
    queue.remove(queue.lines()[0].head());
    CHECK(queue.empty());
    CHECK(queue.lines()[0].head_since(at_second(20)) == nullptr);
}

TEST_CASE("jobs of different shapes stand in different lines and in one order") {
    JobRequest other = job(2);
    other.shape = 1;
    WaitingQueue queue{QueueDiscipline::fifo};
    for (const JobRequest& request : {job(3), other, job(1)}) {
        queue.push(request);
    }
    CHECK(queue.size() == 3);
    CHECK(queue.lines()[0].head().request.job.value + 1 == 1);
    CHECK(queue.lines()[1].head().request.job.value + 1 == 2);
    CHECK(order(QueueDiscipline::fifo, queue.in_order()) == Numbers{1, 2, 3});
}
