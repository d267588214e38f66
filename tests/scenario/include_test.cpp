#include <catch2/catch.hpp>
#include <cstdlib>

#include "sim/scenario/catalogue_path.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

TEST_CASE("keys of the including file win, field by field") {
    const Folder folder;
    folder.write("base.yaml", Small{.more = "name: base\nseed: 7\n"}.text());
    const Loaded loaded = load_scenario(folder.write("mine.yaml",
                                                     "trainyard: 1\ninclude: [base.yaml]\n"
                                                     "workload: {first: {job: kind, arrivals: {at: [1 s]}}}\n"
                                                     "fleet: {spot: {cloud: {price: 3 USD/h}}}\n"));
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    const Scenario& s = *loaded.scenario;
    CHECK(s.name == "mine");
    CHECK(s.seed == 7);
    CHECK(s.pools[0].rented()->price == Price{3'000'000'000, 3600});
    CHECK(s.pools[0].gpus_per_machine.count == 2);
    REQUIRE(s.streams.size() == 2);
    CHECK(s.streams[0].name == "first");
    CHECK(s.streams[1].name == "stream");
}

TEST_CASE("a field drops the alternatives that an included file has") {
    const Folder folder;
    folder.write("base.yaml", Small{}.text());
    const Loaded loaded = load_scenario(folder.write(
        "mine.yaml", "trainyard: 1\ninclude: [base.yaml]\njobs: {kind: {duration: {gpu: a, time: 2 h}}}\n"));
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    CHECK(mean(loaded.scenario->streams[0].kinds[0].work_gpu_s) == 7200);
}

TEST_CASE("an error in an included file names that file") {
    const Folder folder;
    const std::string base = folder.write("base.yaml", Small{.more = "horizon: 3\n"}.text());
    const Loaded loaded = load_scenario(folder.write("mine.yaml", "trainyard: 1\ninclude: [base.yaml]\n"));
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].file == base);
    CHECK(loaded.errors[0].line == 7);
}

TEST_CASE("a file that includes itself is an error") {
    const Folder folder;
    const Loaded self = load_scenario(folder.write("self.yaml", "include: [self.yaml]\n"));
    CHECK(complaints(self).find("includes itself") != std::string::npos);
    folder.write("b.yaml", "include: [a.yaml]\n");
    const Loaded cycle = load_scenario(folder.write("a.yaml", "include: [b.yaml]\n"));
    CHECK(complaints(cycle).find("includes itself in the end") != std::string::npos);
    CHECK(complaints(load("include: [nope.yaml]\n")).find("nope.yaml` does not exist") != std::string::npos);
    CHECK(complaints(load("include: base.yaml\n")).find("expected a list") != std::string::npos);
}

TEST_CASE("the catalogue is found where the environment says") {
    const Folder folder;
    folder.write("catalogue/own.yaml", Small{}.text());
    ::setenv("TRAINYARD_SCENARIOS", folder.path().c_str(), 1);
    const Loaded found = load("trainyard: 1\ninclude: [catalogue:own]\n");
    const Loaded missing = load("trainyard: 1\ninclude: [catalogue:onw]\n");
    ::unsetenv("TRAINYARD_SCENARIOS");
    CHECK(found.scenario.has_value());
    CHECK(complaints(missing).find("the catalogue has no `onw`; did you mean `own`?") != std::string::npos);
}

TEST_CASE("--set changes, creates and replaces alternatives") {
    const auto with = [](const std::string& set) { return load(Small{}.text(), {set}); };
    CHECK(with("horizon=30 d").scenario->horizon == Seconds{30 * 86400});
    CHECK(with("jobs.kind.failure.probability=5 %").scenario->streams[0].kinds[0].failure->probability ==
          0.05);
    CHECK(with("workload.stream.arrivals.at.0=5 s").scenario.has_value());
    CHECK(with("workload.stream.arrivals.poisson=1/h").scenario.has_value());
    CHECK(with("workload.other={job: kind, arrivals: {at: [1 s]}}").scenario->streams.size() == 2);
}

TEST_CASE("--set is checked like the file") {
    const auto with = [](const std::string& set) { return complaints(load(Small{}.text(), {set})); };
    CHECK(with("horizon=30") ==
          "1:9 horizon: `30` has no unit; expected a duration such as `30 min` (units: s, "
          "min, h, d, week, month, year)\n");
    CHECK(with("horizn=30 d").find("did you mean `horizon`?") != std::string::npos);
    CHECK(with("fleet.spot.clod.price=1 USD/h").find("did you mean `cloud`?") != std::string::npos);
    CHECK(with("strategies.plan.pools.1=rig").find("expected an item's number: 0 to 0") != std::string::npos);
    CHECK(with("strategies.plan.pools.0.after=1 h").find("nothing below it") != std::string::npos);
    CHECK(with("seed").find("expected PATH=VALUE") != std::string::npos);
    CHECK(with("seed=").find("no value after") != std::string::npos);
    CHECK(with("include=[x]").find("cannot be set") != std::string::npos);
    CHECK(load(Small{}.text(), {"horizon=30"}).errors[0].file == "--set");
}

TEST_CASE("--set finds names with dots in them") {
    const Loaded loaded = load(Small{.job = "work: 1 gpu-h}, llama-3.1: {work: 2 gpu-h"}.text(),
                               {"jobs.llama-3.1.gpus=2", "workload.stream.job=llama-3.1"});
    INFO(complaints(loaded));
    REQUIRE(loaded.scenario);
    CHECK(loaded.scenario->streams[0].kinds[0].gpus.count == 2);
}
