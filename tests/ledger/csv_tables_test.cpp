// jobs.csv and ledger.csv, as text.
#include <catch2/catch.hpp>
#include <limits>

#include "sim/ledger/tables.hpp"
#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

// A job on two GPUs of the rig for 100 s, then on the cloud for 50; another never starts.
Facts two_pools() {
    Facts facts{3600};
    const auto job = facts.job(7);
    const auto owned = facts.machine(rig, 0, 0);
    const auto instance = facts.machine(cloud, 120, 130, 180);
    facts.attempt(job, rig, 10, {.legs = {compute(100)}, .rework = 60}, AttemptEnd::failed, {{owned, 1}});
    facts.attempt(job, cloud, 120, {.boot = 10, .legs = {rounds(30, 10, 1)}}, AttemptEnd::finished,
                  {{instance, 1}});
    facts.finish(job);
    facts.job(3500, 2);
    return facts;
}

std::string jobs_csv(const Scenario& scenario, const Facts& facts) {
    const Strategy strategy = everything(scenario);
    return jobs_csv_rows(scenario, strategy, 3, facts.trace, fold(scenario, strategy, facts.trace));
}

}  // namespace

// The rig costs 1.50 USD an hour, half of it a GPU: 100 s are 20,833.3 micro-dollars, and 5,000 of
// energy; of the 60 s of the instance 50 are its own.
TEST_CASE("jobs.csv has a row a job") {
    CHECK(
        jobs_csv_header() ==
        "strategy,replication,job,stream,kind,team,submit_s,first_start_s,end_s,status,gpus,queued_s,boot_s,"
        "setup_s,restore_s,load_s,compute_s,rework_s,checkpoint_s,interruptions,attempts,pools,cost_usd\n");
    CHECK(jobs_csv(fleet(), two_pools()) ==
          "everything,3,1,nlp,lora,nlp,7,10,170,finished,1,13,10,0,0,0,70,60,10,0,2,rig;cloud,0.075833\n"
          "everything,3,2,nlp,lora,nlp,3500,,,unfinished,2,100,0,0,0,0,0,0,0,0,0,,0.000000\n");
}

// Busy: 100 GPU-seconds at 50 micro-dollars; the other 7100 at 5.
TEST_CASE("ledger.csv has the accrual lines and then the cash lines") {
    const Scenario scenario = fleet();
    const Strategy strategy = everything(scenario);
    const Facts facts = two_pools();
    CHECK(ledger_csv_header() == "strategy,replication,when_s,pool,machine,job,category,amount_usd,basis\n");
    CHECK(ledger_csv_rows(scenario, strategy, 1, facts.trace, fold(scenario, strategy, facts.trace)) ==
          "everything,1,180,cloud,1,,on_demand,0.060000,accrual\n"
          "everything,1,3600,rig,1,,depreciation,1.000000,accrual\n"
          "everything,1,3600,rig,1,,energy,0.040500,accrual\n"
          "everything,1,3600,rig,1,,upkeep,0.500000,accrual\n"
          "everything,1,0,rig,1,,purchase,1200.000000,cash\n"
          "everything,1,180,cloud,1,,on_demand,0.060000,cash\n"
          "everything,1,3600,rig,1,,energy,0.040500,cash\n"
          "everything,1,3600,rig,1,,upkeep,0.500000,cash\n");
}

TEST_CASE("names are quoted where CSV needs it") {
    CHECK(csv_field("plain name") == "plain name");
    CHECK(csv_field("a,b") == "\"a,b\"");
    CHECK(csv_field("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(csv_field("two\nlines") == "\"two\nlines\"");
    Scenario scenario = fleet();
    scenario.streams[0].name = "q&a, legal";
    CHECK_THAT(jobs_csv(scenario, two_pools()), Catch::Contains("everything,3,1,\"q&a, legal\",lora,nlp,7,"));
}

TEST_CASE("amounts are printed exactly") {
    CHECK(usd_text(Money::micro_usd(0)) == "0.000000");
    CHECK(usd_text(Money::micro_usd(1)) == "0.000001");
    CHECK(usd_text(Money::micro_usd(-1)) == "-0.000001");
    CHECK(usd_text(Money::micro_usd(-12'345'678)) == "-12.345678");
    CHECK(usd_text(Money::micro_usd(9'007'199'254'740'993)) == "9007199254.740993");  // 2^53 + 1
    CHECK(usd_text(Money::micro_usd(std::numeric_limits<std::int64_t>::min())) == "-9223372036854.775808");
}
