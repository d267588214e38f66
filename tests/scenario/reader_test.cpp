#include <catch2/catch.hpp>

#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

const RentedTerms& cloud(const Scenario& scenario) { return *scenario.pools[0].rented(); }
const RigTerms& rig(const Scenario& scenario) { return *scenario.pools[1].rigs(); }
const JobSpec& job(const Scenario& scenario) { return scenario.streams[0].kinds[0]; }

}  // namespace

TEST_CASE("defaults are those of the format") {
    const Scenario s = good({});
    CHECK(s.name == "scenario");
    CHECK(s.start_unix_s == 1767571200);
    CHECK(s.horizon == Seconds{365 * 86400});
    CHECK(s.drain_limit == s.horizon);
    CHECK(s.after_horizon == AfterHorizon::drain);
    CHECK(s.seed == 1);
    CHECK(s.study.replications == 1);
    CHECK(s.streams[0].team == "stream");
    CHECK(job(s).kind == "kind");
    CHECK(job(s).gpus.count == 1);
    CHECK(cloud(s).billing.minimum == Seconds{60});
    CHECK(cloud(s).notice == Seconds{0});
    CHECK_FALSE(cloud(s).max_instances);
    CHECK(s.pools[0].storage_bytes_per_s == 1e9);
    CHECK(rig(s).count == 1);
    CHECK_FALSE(rig(s).power);
    CHECK(s.strategies[0].queue == QueueDiscipline::fifo);
    CHECK(s.strategies[0].heed_notice);
}

TEST_CASE("the drain limit follows the horizon") {
    CHECK(good({.more = "horizon: 30 d\n"}).drain_limit == Seconds{30 * 86400});
    CHECK(good({.more = "horizon: 30 d\ndrain_limit: 2 d\n"}).drain_limit == Seconds{2 * 86400});
}

TEST_CASE("prices are exact") {
    CHECK(cloud(good({.spot = "price: 2.49 USD/gpu-h, interruptions: none"})).price ==
          Price{4'980'000'000, 3600});
    CHECK(cloud(good({.spot = "price: $19.92/h, interruptions: none"})).price == Price{19'920'000'000, 3600});
    const Scenario s = good({.rig = "price: {gpus: 3600 USD, cpu: $0.000001}, life: 36 month, resale: 25 %, "
                                    "upkeep: 15 USD/month, power: {busy: 1.05 kW, idle: 110 W, "
                                    "electricity: 0.16 USD/kWh, cooling: 1.25}"});
    CHECK(rig(s).price == Money::micro_usd(3'600'000'001));
    CHECK(rig(s).resale_ppm == 250'000);
    CHECK(rig(s).upkeep == Price{15'000'000'000, 730 * 3600});
    CHECK(rig(s).power->busy_milliwatt == 1'050'000);
    CHECK(rig(s).power->electricity == Price{160'000'000, 3'600'000});
    CHECK(rig(s).power->cooling_ppm == 1'250'000);
}

TEST_CASE("a share a month becomes a rate") {
    const Scenario s = good({.spot = "price: 1 USD/h, interruptions: {per_month: 50 %}"});
    CHECK(interruption_rate_per_s(cloud(s).interruptions) == Approx(0.693147180559945 / (730 * 3600)));
    const Scenario never = good({.spot = "price: 1 USD/h, interruptions: {rate: 0/h}"});
    CHECK(std::holds_alternative<NoInterruptions>(cloud(never).interruptions));
}

TEST_CASE("a duration is work at the gang's size and speed") {
    const Scenario s = good({.job = "gpus: 2, efficiency: 50 %, duration: {gpu: b, time: 3 h}"});
    CHECK(mean(job(s).work_gpu_s) == Approx(3 * 3600 * 2 * 0.5 * 0.5));
    const Scenario own = good({.job = "duration: {gpu: b, time: 3 h}, speed: {b: 2}"});
    CHECK(mean(job(own).work_gpu_s) == Approx(3 * 3600 * 2));
}

TEST_CASE("every distribution can be written") {
    const auto work = [](const std::string& text) { return job(good({.job = "work: " + text})).work_gpu_s; };
    CHECK(std::get<Uniform>(work("{uniform: [1 gpu-h, 2 gpu-h]}")).high == 7200);
    CHECK(std::get<Exponential>(work("{exponential: 1 gpu-h}")).mean == 3600);
    CHECK(std::get<Lognormal>(work("{lognormal: {mean: 1 gpu-h, cv: 0.5}}")).cv == 0.5);
    CHECK(std::get<Weibull>(work("{weibull: {shape: 0.7, mean: 1 gpu-h}}")).shape == 0.7);
    CHECK(std::get<Gamma>(work("{gamma: {mean: 1 gpu-h, cv: 2}}")).mean == 3600);
    CHECK(std::get<Triangular>(work("{triangular: [1 gpu-h, 2 gpu-h, 3 gpu-h]}")).mode == 7200);
    CHECK(std::get<Choice>(work("{choice: [{weight: 3, value: 1 gpu-h}, {weight: 1, value: 2 gpu-h}]}"))
              .values[1]
              .value == 7200);
}

TEST_CASE("values can come from a file whose header is their unit") {
    const Folder folder;
    folder.write("boot.csv", "min\n1\n2.5\n");
    const Small small{.spot = "price: 1 USD/h, interruptions: none, boot: {empirical: boot.csv}"};
    const Loaded loaded = load_scenario(folder.write("s.yaml", small.text()));
    REQUIRE(loaded.scenario);
    CHECK(*std::get<Empirical>(cloud(*loaded.scenario).boot_s).values == std::vector<double>{60, 150});
    folder.write("boot.csv", "GB\n1\n");
    CHECK(complaints(load_scenario((folder.path() / "s.yaml").string())).find("must be the unit") !=
          std::string::npos);
}

TEST_CASE("like goes through a chain, and replaces work by duration") {
    const std::string kinds =
        "work: 8 gpu-h, memory: 10 GB}, second: {like: kind, gpus: 2}, third: {like: second, "
        "duration: {gpu: a, time: 1 h}";
    Small small{.job = kinds};
    const auto loaded = load(small.text(), {"workload.stream.job={like: third, memory: 20 GB}"});
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    CHECK(job(*loaded.scenario).kind == "third");
    CHECK(job(*loaded.scenario).gpus.count == 2);
    CHECK(job(*loaded.scenario).memory_bytes == 20'000'000'000);
    CHECK(mean(job(*loaded.scenario).work_gpu_s) == 7200);
}

TEST_CASE("a pool's `for` names streams or kinds") {
    const auto serves_stream = [](const std::string& names) {
        return good({.strategy = "pools: [{pool: cloud, for: " + names + "}, rig]"})
            .strategies[0]
            .pools[0]
            .serves;
    };
    CHECK(serves_stream("[kind]") == std::vector<std::vector<bool>>{{true}});
    CHECK(serves_stream("[stream]") == std::vector<std::vector<bool>>{{true}});
}

TEST_CASE("expectations keep their bounds and their place") {
    const Scenario s = good({.more = "expect:\n  plan: {pool.cloud.launches: {above: 1, below: 5}}\n"});
    REQUIRE(s.expectations.size() == 1);
    CHECK(s.expectations[0].metric == "pool.cloud.launches");
    CHECK(s.expectations[0].above == 1.0);
    CHECK(s.expectations[0].below == 5.0);
    CHECK(s.expectations[0].where.find("scenario.yaml:8:10") != std::string::npos);
}

TEST_CASE("a trace brings its own kinds") {
    const Folder folder;
    folder.write("jobs.csv", "submit_s,gpus,work_gpu_h,kind\n0,1,2,\n10,2,4,other\n");
    Small small{.job = "memory: 1 GB}, other: {work: 1 gpu-h",
                .stream = "trace: {file: jobs.csv, format: trainyard}"};
    const Loaded loaded = load_scenario(folder.write("s.yaml", small.text()));
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    const Stream& stream = loaded.scenario->streams[0];
    REQUIRE(stream.kinds.size() == 2);
    CHECK(stream.kinds[1].kind == "other");
    const auto& trace = std::get<TraceArrivals>(stream.arrivals);
    CHECK(trace.jobs->at(1).kind == 1);
    CHECK(trace.mean_work_gpu_s == 3 * 3600);
    CHECK(loaded.scenario->strategies[0].pools[0].serves[0].size() == 2);
}

TEST_CASE("what fits no pool of a strategy is said of the strategies that run") {
    const Loaded loaded =
        load(Small{.job = "work: 1 gpu-h, memory: 40 GB", .strategy = "pools: [cloud]}, own: {pools: [rig]"}
                 .text());
    REQUIRE(loaded.scenario);
    CHECK(infeasibilities(loaded, {"plan"}).empty());
    const auto problems = infeasibilities(loaded);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].path == "strategies.own.pools");
    CHECK(problems[0].line == 6);
    CHECK(problems[0].message.find("rig: b has 24 GB") != std::string::npos);
}
