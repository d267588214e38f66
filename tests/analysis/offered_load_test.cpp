#include "analysis/offered_load.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

// One GPU type of speed 1; two rigs of two GPUs; rented instances of one GPU. Streams are added.
struct Yard {
    Scenario scenario;

    Yard() {
        scenario.gpus = {{"a100", 80'000'000'000, 1, {}}};
        scenario.horizon = std::chrono::hours{1000};
        Pool rigs;
        rigs.name = "rigs";
        rigs.gpus_per_machine = Gpus{2};
        RigTerms terms;
        terms.count = 2;
        rigs.terms = terms;
        Pool spot;
        spot.name = "spot";
        spot.terms = RentedTerms{};
        scenario.pools = {rigs, spot};
    }

    JobSpec job(int gpus, double work_gpu_h) const {
        JobSpec made;
        made.kind = "job";
        made.gpus = Gpus{gpus};
        made.work_gpu_s = Constant{work_gpu_h * 3600};
        made.speed.resize(1);
        made.gpu_types = {true};
        return made;
    }

    Stream& add(const JobSpec& spec, Arrivals arrivals) {
        Stream& stream = scenario.streams.emplace_back();
        stream.name = "stream";
        stream.kinds = {spec};
        stream.arrivals = std::move(arrivals);
        return stream;
    }

    RentedTerms& spot() { return std::get<RentedTerms>(scenario.pools[1].terms); }

    std::string told(const std::vector<std::size_t>& pools, CheckpointRule rule = IntervalRule::job) const {
        Strategy strategy;
        strategy.name = "s";
        strategy.checkpoint = rule;
        for (const std::size_t pool : pools) {
            PoolUse use;
            use.pool = PoolIndex{pool};
            use.serves.assign(scenario.streams.size(), {true});
            strategy.pools.push_back(use);
        }
        return describe(scenario, strategy, offered_load(scenario, strategy));
    }
};

PoissonArrivals per_hour(double rate) { return {.rate_per_s = rate / 3600, .profile = {}}; }

}  // namespace

TEST_CASE("GPU-hours an hour against GPUs") {
    Yard yard;
    yard.add(yard.job(1, 4), per_hour(0.5));  // 2 GPUs busy of 4
    CHECK(yard.told({0}) == "s: 0.50");
    yard.add(yard.job(2, 8), per_hour(0.4));  // 3.2 more
    CHECK(yard.told({0}) == "s: 1.30, never catches up");
}

TEST_CASE("what a full pool cannot carry goes to the next") {
    Yard yard;
    yard.add(yard.job(1, 4), per_hour(1.25));  // 5 GPUs
    CHECK(yard.told({0, 1}) == "s: rigs 1.25, the rest overflows to spot (no limit, 1.00 busy on average)");
    yard.spot().max_instances = 2;
    CHECK(yard.told({0, 1}) == "s: rigs 1.25, the rest overflows to spot 0.50");
    yard.spot().max_instances = 1;
    CHECK(yard.told({0, 1}) == "s: rigs 1.25, the rest overflows to spot 1.00, never catches up");
    CHECK(yard.told({1}) == "s: 5.00, never catches up");
}

TEST_CASE("a pool that carries all leaves nothing to the next") {
    Yard yard;
    yard.add(yard.job(1, 4), per_hour(0.5));
    CHECK(yard.told({0, 1}) == "s: rigs 0.50");
    CHECK(yard.told({1}) == "s: no limit, 2.00 busy on average");
}

TEST_CASE("jobs that do not fit on the rigs are the next pool's alone") {
    Yard yard;
    yard.add(yard.job(1, 4), per_hour(0.5));
    yard.add(yard.job(4, 8), per_hour(0.5));  // 2 h on 4 instances
    CHECK(yard.told({0, 1}) == "s: rigs 0.50, spot (no limit, 4.00 busy on average)");
}

TEST_CASE("load, setup, linger, boot and writes hold the gang too") {
    Yard yard;
    JobSpec job = yard.job(1, 4);
    job.load_s = Constant{600};
    job.setup_s = Constant{1200};
    job.linger = Distribution{Constant{1800}};
    Checkpoint checkpoint;
    checkpoint.write_s = Constant{1200};
    checkpoint.restore_s = Constant{0};
    checkpoint.every_s = Constant{3600};
    job.checkpoint = checkpoint;
    yard.add(job, per_hour(1));
    // 4 h + 1 h + writes after 1, 2 and 3 h: 1 h. 6 GPUs of 4.
    CHECK(yard.told({0}) == "s: 1.50, never catches up");
    CHECK(yard.told({0}, IntervalRule::never) == "s: 1.25, never catches up");
    CHECK(yard.told({0}, Seconds{7200}) == "s: 1.33, never catches up");
    yard.spot().boot_s = Constant{1800};
    CHECK(yard.told({1}) == "s: no limit, 6.50 busy on average");
}

TEST_CASE("renewal, fixed times and traces are rates too") {
    Yard yard;
    yard.add(yard.job(1, 4), RenewalArrivals{.gap_s = Constant{7200}, .first_s = {}, .batch = Constant{2}});
    CHECK(yard.told({0}) == "s: 1.00, never catches up");
    yard.scenario.streams.clear();
    yard.add(yard.job(1, 100), FixedArrivals{.at = {at_second(0), at_second(9)}, .batch = Constant{5}});
    CHECK(yard.told({0}) == "s: 0.25");  // 1,000 GPU-hours in 1,000 h on 4 GPUs
    yard.scenario.streams.clear();
    TraceJob traced;
    traced.gpus = Gpus{2};
    traced.work_gpu_s = 500 * 3600;
    yard.add(
        yard.job(1, 1),
        TraceArrivals{std::make_shared<const std::vector<TraceJob>>(std::vector<TraceJob>(4, traced)), 0});
    CHECK(yard.told({0}) == "s: 0.50");
}

TEST_CASE("closed streams are bounded by their users and never fall behind") {
    Yard yard;
    yard.add(yard.job(1, 1), ClosedArrivals{.users = 2, .think_s = Constant{3600}});
    CHECK(yard.told({0}) == "s: 0.25");  // each user's job half of the time
    yard.scenario.streams.clear();
    yard.add(yard.job(1, 1), ClosedArrivals{.users = 100, .think_s = Constant{0}});
    CHECK(yard.told({0}) == "s: 1.00");
    CHECK(yard.told({0, 1}) == "s: rigs 1.00");
}

TEST_CASE("lingering until office hours is the mean wait for them") {
    Yard yard;
    JobSpec job = yard.job(1, 4);
    WeeklyProfile one_hour;
    one_hour.weights[0] = 168;
    job.linger = LingerUntil{one_hour};
    yard.add(job, per_hour(0.01));
    // 167 hours of 168 wait 83.5 h on average: 83.003 h; and 4 h of work.
    CHECK(yard.told({1}) == "s: no limit, 0.87 busy on average");
}
