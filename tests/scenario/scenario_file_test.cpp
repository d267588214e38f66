// One file, many scenarios.
#include "sim/scenario/scenario_file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

Loaded load_at(const ScenarioFile& file, const std::vector<Axis>& axes, std::size_t position) {
    std::vector<Setting> settings;
    for (const Axis& axis : axes) {
        settings.push_back({&axis.path, &axis.values[position]});
    }
    return file.load(settings);
}

std::string fingerprint(const std::string& text, const std::vector<std::string>& sets = {}) {
    const Loaded loaded = load(text, sets);
    INFO(render(loaded.errors));
    REQUIRE(loaded.scenario);
    return loaded.fingerprint;
}

const char* const trace_rows = "submit_s,gpus,work_gpu_h,kind\n0,1,2,other\n3600,2,4,kind\n7200,2,4,other\n";

Small with_trace() {
    return {.job = "work: 8 gpu-h}, other: {memory: 10 GB",
            .stream = "trace: {file: t.csv, format: trainyard}"};
}

const TraceArrivals& trace_of(const Loaded& loaded) {
    return std::get<TraceArrivals>(loaded.scenario->streams[0].arrivals);
}

}  // namespace

TEST_CASE("a point is what --set makes of the file") {
    const Folder folder;
    const std::string path = folder.write("s.yaml", Small{}.text());
    ScenarioFile file{path};
    const ReadAxes read =
        file.parse_vary({"fleet.rigs.rig.count=3,0", "jobs.kind.work=1 gpu-h, {exponential: 2 gpu-h}",
                         "workload.stream.deadline=1 d,2 d"});
    REQUIRE(read.errors.empty());
    const Loaded first = load_at(file, read.axes, 0);
    const Loaded set = load_scenario(
        path, {{"fleet.rigs.rig.count=3", "jobs.kind.work=1 gpu-h", "workload.stream.deadline=1 d"}});
    REQUIRE(first.scenario);
    CHECK(first.scenario->pools[1].rigs()->count == 3);
    CHECK(mean(first.scenario->streams[0].kinds[0].work_gpu_s) == 3600);
    CHECK(first.fingerprint == set.fingerprint);
    const Loaded second = load_at(file, read.axes, 1);
    REQUIRE(second.scenario);
    CHECK(second.scenario->pools[1].rigs()->count == 0);
    CHECK(mean(second.scenario->streams[0].kinds[0].work_gpu_s) == 7200);
    CHECK(second.fingerprint != first.fingerprint);
    // The file itself is as it was.
    CHECK(file.load().fingerprint == load_scenario(path).fingerprint);
}

TEST_CASE("what is wrong with a value is said where it was asked for") {
    const Folder folder;
    ScenarioFile file{
        folder.write("s.yaml", Small{.more = "study: {vary: {horizon: [1 d, 5 GB]}}\n"}.text())};
    const ReadAxes read = file.parse_vary({"fleet.rigs.rig.count=1,-1"});
    const Loaded flag = load_at(file, read.axes, 1);
    REQUIRE(flag.errors.size() == 1);
    CHECK(flag.errors[0].file == "--vary");
    CHECK(flag.errors[0].column == 24);
    CHECK(flag.errors[0].source_line == "fleet.rigs.rig.count=1,-1");
    const Loaded base = file.load();
    REQUIRE(base.axes.size() == 1);
    const Loaded block = load_at(file, base.axes, 1);
    REQUIRE(block.errors.size() == 1);
    CHECK(block.errors[0].file.ends_with("s.yaml"));
    CHECK(block.errors[0].line == 7);
    CHECK(block.errors[0].column == 31);
}

TEST_CASE("a file that cannot be read is said so of every scenario") {
    ScenarioFile file{"/nowhere/at all.yaml"};
    CHECK(file.load().errors.size() == 1);
    CHECK(file.load({}).errors.size() == 1);
    CHECK(file.parse_vary({"horizon=1 d"}).errors.size() == 1);
}

TEST_CASE("the points share the jobs of a trace and the values of a file") {
    const Folder folder;
    folder.write("t.csv", trace_rows);
    folder.write("boot.csv", "min\n1\n2\n");
    Small small = with_trace();
    small.spot += ", boot: {empirical: boot.csv}";
    ScenarioFile file{folder.write("s.yaml", small.text())};
    const ReadAxes read = file.parse_vary({"fleet.rigs.rig.count=1,2"});
    const Loaded first = load_at(file, read.axes, 0);
    INFO(render(first.errors));
    REQUIRE(first.scenario);
    std::filesystem::remove(folder.path() / "t.csv");
    std::filesystem::remove(folder.path() / "boot.csv");
    const Loaded second = load_at(file, read.axes, 1);
    REQUIRE(second.scenario);
    CHECK(trace_of(first).jobs == trace_of(second).jobs);
    CHECK(second.scenario->streams[0].kinds.size() == 2);
    CHECK(second.scenario->streams[0].kinds[1].kind == "other");
    CHECK(trace_of(second).sizes->size() == 3);
    const auto boot = [](const Loaded& loaded) {
        return std::get<Empirical>(loaded.scenario->pools[0].rented()->boot_s).values;
    };
    CHECK(boot(first) == boot(second));
    CHECK(*boot(first) == std::vector<double>{60, 120});
}

TEST_CASE("points that replay a trace differently have jobs of their own") {
    const Folder folder;
    folder.write("t.csv", trace_rows);
    ScenarioFile file{folder.write("s.yaml", with_trace().text())};
    const ReadAxes read = file.parse_vary({"workload.stream.trace.scale=1,2", "horizon=1 h,1 d"});
    const Loaded first = load_at(file, read.axes, 0);
    const Loaded second = load_at(file, read.axes, 1);
    INFO(render(first.errors) << render(second.errors));
    REQUIRE(first.scenario);
    REQUIRE(second.scenario);
    CHECK(trace_of(first).jobs->size() == 1);
    REQUIRE(trace_of(second).jobs->size() == 3);
    CHECK(trace_of(second).jobs->at(1).submit == SimTime{Seconds{7200}});
}

TEST_CASE("comments, layout and what no result depends on leave the fingerprint") {
    const std::string text = Small{.more = "horizon: 30 d\n"}.text();
    const std::string same = fingerprint(text);
    CHECK(same.size() == 32);
    CHECK(fingerprint("# why\n" + text + "\n# end\n") == same);
    CHECK(fingerprint(Small{.spot = "price: '1 USD/h',   interruptions: \"none\"", .more = "horizon:   30 d"}
                          .text()) == same);
    CHECK(fingerprint(text + "name: x\nquestion: why?\nstudy: {replications: 7}\n"
                             "expect: {plan: {total_cost_usd: {below: 1}}}\n") == same);
}

TEST_CASE("all else changes the fingerprint") {
    const Small small{.more = "horizon: 30 d\n"};
    const std::string before = fingerprint(small.text());
    CHECK(fingerprint(small.text(), {"seed=2"}) != before);
    CHECK(fingerprint(small.text(), {"horizon=31 d"}) != before);
    CHECK(fingerprint(small.text(), {"fleet.spot.cloud.price=1.01 USD/h"}) != before);
    CHECK(fingerprint(small.text(), {"fleet.spot.cloud.max_instances=4"}) != before);
    const Small two{.strategy = "pools: [cloud, rig]", .more = "horizon: 30 d\n"};
    const Small other{.strategy = "pools: [rig, cloud]", .more = "horizon: 30 d\n"};
    CHECK(fingerprint(two.text()) != fingerprint(other.text()));
}

TEST_CASE("the files that a scenario draws on are part of its fingerprint") {
    const Folder folder;
    const auto loaded = [&](const std::string& rows, const std::string& price) {
        folder.write("t.csv", rows);
        folder.write("base.yaml", "fleet: {on_demand: {dear: {gpu: a,\n  price: " + price + "\n}}}\n");
        const Loaded result =
            load_scenario(folder.write("s.yaml", with_trace().text() + "include: [base.yaml]\n"));
        INFO(render(result.errors));
        REQUIRE(result.scenario);
        return result.fingerprint;
    };
    const std::string before = loaded(trace_rows, "3 USD/h");
    CHECK(loaded(trace_rows, "3 USD/h # as ever") == before);
    CHECK(loaded(trace_rows, "4 USD/h") != before);
    CHECK(loaded(std::string{trace_rows} + "9000,1,1,kind\n", "3 USD/h") != before);
}
