// import, fit, backtest, inspect, import prices and explain job, as a user calls them.
#include <catch2/catch.hpp>

#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

// What follows is called from the project's root.
const std::string sacct = "scenarios/traces/our-sacct.txt";

const std::string a_rig =
    "gpus: {g: {memory: 80 GB, speed: 1}}\n"
    "fleet: {rigs: {rig: {count: 2, gpu: g, gpus: 4, price: 9000 USD, life: 36 month}}}\n"
    "strategies: {own: {pools: [rig]}}\n";

}  // namespace

TEST_CASE("import says what it read, dropped and assumed; the same waits come out of a backtest") {
    const std::string jobs = scratch_path("jobs.csv");
    const Ended imported = call("import sacct " + sacct + " --out " + jobs);
    CHECK(imported.code == 0);
    CHECK_THAT(imported.out, Contains("183 rows read, 90 jobs written") &&
                                 Contains("dropped: 90 rows: a step of a job") &&
                                 Contains("assumed: second 0 is Monday 2026-03-02 00:00 UTC"));
    CHECK_THAT(content_of(jobs), Contains("submit_s,gpus,work_gpu_h,kind,team,status,start_s,end_s\n32961,"));
    const Ended tested = call("backtest " + jobs + " scenarios/our-own-log.yaml --ascii");
    CHECK(tested.code == 0);
    CHECK_THAT(tested.out,
               Contains("rank correlation      1.00") && Contains("Does it match my last year? yes"));
    const Ended kept = call("import sacct " + sacct + " --keep completed --out " + jobs);
    CHECK_THAT(kept.out, Contains("the job was failed, which is not kept"));
}

TEST_CASE("what fit prints is a workload that check accepts") {
    const std::string jobs = scratch_path("fit.csv");
    CHECK(call("import sacct " + sacct + " --out " + jobs).code == 0);
    const Ended fitted = call("fit " + jobs);
    CHECK(fitted.code == 0);
    const Ended checked = call("check " + scratch_file("fitted.yaml", "trainyard: 1\n" + fitted.out + a_rig));
    CHECK(checked.err.empty());
    CHECK(checked.code == 0);
}

TEST_CASE("a log that is wrong is an error with file and line, and nothing is written") {
    const std::string log =
        scratch_file("wrong.csv", "t,n,d\n2025-01-01 00:00:00,1,60\n2025-13-01 00:00:00,1,60\n");
    const std::string out = scratch_path("never.csv");
    const Ended wrong = call("import csv " + log + " --columns submit=t,gpus=n,duration=d --out " + out);
    CHECK(wrong.code == 2);
    CHECK_THAT(wrong.err, Contains("wrong.csv:3:1: error: `t` must be a time"));
    CHECK(call("fit " + out).code == 2);
    CHECK_THAT(call("import csv " + log + " --columns submit=t --out " + out).err,
               Contains("a column must be named as `duration`"));
    CHECK_THAT(call("import csv " + log + " --columns submits=t --out " + out).err,
               Contains("did you mean `submit`?"));
}

TEST_CASE("inspect tells which way it took the numbers, and does not guess it") {
    const std::string trace =
        scratch_file("z.json", R"({"metadata": {"gap_seconds": 3600}, "data": [1, 1, 0, 1]})");
    CHECK_THAT(call("inspect " + trace + " --format skypilot").out,
               Contains("a number = instances available") && Contains("available      75.0 % of the time"));
    CHECK_THAT(call("inspect " + trace + " --format cant-be-late").out,
               Contains("1 = preempted") && Contains("available      25.0 % of the time"));
    CHECK(call("inspect " + trace).code == 2);
}

TEST_CASE("import prices writes pools to include, and says what it skipped") {
    const std::string list =
        scratch_file("vms.csv",
                     "InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice,Region\n"
                     "g.1x,H100,1,6.5,0.00,east\ng.1x,H100,1,6.5,0.00,east,x\n");
    const std::string out = scratch_path("prices.yaml");
    const Ended written = call("import prices --from skypilot " + list + " --gpu h100 --out " + out);
    CHECK(written.code == 0);
    CHECK_THAT(written.out, Contains("1 pools on demand and 0 on spot"));
    CHECK_THAT(written.err, Contains("vms.csv:3:27: too many fields"));
    CHECK_THAT(content_of(out), Contains("gpu: h100-80gb"));
    CHECK(call("import prices --from skypilot " + list + " --gpu T4 --out " + out).code == 2);
}

TEST_CASE("explain job prints the derivation, of a job that is said as a model") {
    const auto with = [](const std::string& job) {
        return scratch_file("model.yaml", "trainyard: 1\nworkload: {s: {job: {" + job +
                                              "}, arrivals: {at: [0 s]}}}\n" + a_rig);
    };
    const Ended told =
        call("explain job " + with("model: {parameters: 7 B, tokens: 100 M, method: lora}") + " s");
    CHECK(told.code == 0);
    CHECK_THAT(told.out,
               Contains("4 x 7e+09 parameters x 1e+08 tokens x 1 epochs = 2.8e+18") && Contains("rig"));
    CHECK(call("explain job " + with("work: 8 gpu-h") + " s").code == 2);
    CHECK_THAT(call("explain job " + with("work: 8 gpu-h") + " t").err, Contains("no stream named `t`"));
}
