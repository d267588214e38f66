#include <catch2/catch.hpp>

#include "analysis/report/difference_story.hpp"
#include "analysis/report/job_story.hpp"
#include "tests/report/fixture.hpp"

using namespace trainyard;

TEST_CASE("a job's story says when, where, why there, and what the interruption cost") {
    const RunRows rows{fixture::day_jobs(), "", fixture::day()};
    const auto story = job_story(rows, "mixed", "a day", fixture::facts(), 2, 1000);
    REQUIRE(story);
    CHECK(*story ==
          "a day\n"
          "Job 2 of s, \"quoted\" (k, team t) wants 1 GPU. It was submitted at 2026-01-05 00:00:00 and "
          "finished at "
          "2026-01-05 02:46:40, 2.8 h later. It queued for 2.0 h in all, and its machines cost $1.25.\n"
          "1. 2026-01-05 01:00:00: on spot[1], after 1.0 h in the queue. Why there: rig was full, and spot "
          "opened just then, after 1.0 h of waiting; a new instance. It booted for 1.7 min, loaded for "
          "1.7 min, "
          "computed for 20.0 min and computed in vain for 10.0 min. At 2026-01-05 01:33:20 came an "
          "interruption; "
          "that cost 1.2 h (10.0 min of compute to do again, 1.0 h in the queue, 1.7 min of boot and 10 s "
          "of "
          "restore).\n"
          "2. 2026-01-05 02:33:20: on spot[1], after 1.0 h in the queue. Why there: rig had no room for it, "
          "and spot opened just then, after 1.0 h of waiting; a new instance. It booted for 1.7 min, restored its "
          "checkpoint for 10 s and computed for 11.5 min. At 2026-01-05 02:46:40 its work was done.\n");
    CHECK_FALSE(job_story(rows, "mixed", "a day", fixture::facts(), 3, 100));
}

TEST_CASE("without a time line the row has to do, and says so") {
    const RunRows rows{fixture::day_jobs(), "", ""};
    const auto story = job_story(rows, "mixed", "a day", fixture::facts(), 2, 1000);
    REQUIRE(story);
    CHECK_THAT(*story, Catch::EndsWith(
                           "It had 2 attempts with 1 interruption, in spot. The time line, which has more "
                           "to tell, is kept of replication 1 alone.\n"));
}

TEST_CASE("a difference is split by category and by job, and both add up") {
    const RunRows own{
        "own,1,1,s,k,t,0,0,9,finished,1,60,0,0,0,0,9,0,0,0,1,rig,200.000000\n"
        "own,1,2,s,k,t,0,0,9,finished,1,0,0,0,0,0,9,0,0,0,1,rig,300.000000\n",
        "own,1,9,rig,1,,depreciation,600.000000,accrual\nown,1,0,rig,1,,purchase,9000.000000,cash\n", ""};
    const RunRows rent{
        "rent,1,1,s,k,t,0,0,9,finished,1,0,0,0,0,0,9,0,0,0,1,spot,250.000000\n"
        "rent,1,2,s,k,t,0,0,9,finished,1,0,0,0,0,0,9,0,0,0,1,spot,900.000000\n",
        "rent,1,9,spot,1,1,spot,250.000000,accrual\nrent,1,9,spot,2,2,spot,900.000000,accrual\n", ""};
    CHECK(difference_story({"own", own}, {"rent", rent}, 1, 100) ==
          "In replication 1, own costs $600 and rent $1,150: +$550.\n"
          "By category                          own    rent  difference\n"
          "  spot                                $0  $1,150     +$1,150\n"
          "  depreciation                      $600      $0       −$600\n"
          "By job                               own    rent  difference  in the queue\n"
          "  job 2, s                          $300    $900       +$600\n"
          "  job 1, s                          $200    $250     +$50.00      −1.0 min\n"
          "  no job's: idle machines, repairs  $100      $0       −$100\n");
}
