#include "analysis/report/run_tables.hpp"

#include <catch2/catch.hpp>

#include "analysis/report/csv.hpp"
#include "tests/report/fixture.hpp"

using namespace trainyard;

TEST_CASE("fields are read back by RFC 4180") {
    std::vector<std::string> fields;
    CsvLines lines{"a,,\"b, \"\"c\"\"\"\n\"two\nlines\",\n"};
    REQUIRE(lines.next(fields));
    CHECK(fields == std::vector<std::string>{"a", "", "b, \"c\""});
    REQUIRE(lines.next(fields));
    CHECK(fields == std::vector<std::string>{"two\nlines", ""});
    CHECK_FALSE(lines.next(fields));
}

TEST_CASE("jobs are read back as they were written") {
    const std::vector<JobLine> jobs = read_jobs(fixture::day_jobs());
    REQUIRE(jobs.size() == 2);
    CHECK(jobs[1].stream == "s, \"quoted\"");
    CHECK(jobs[1].first_start_s == 3600);
    CHECK(jobs[1].in(JobState::queued) == 7200);
    CHECK(jobs[1].in(JobState::rework) == 600);
    CHECK(jobs[1].interruptions == 1);
    CHECK(jobs[1].cost_usd == 1.25);
    const auto open = read_jobs("s,1,1,s,k,t,0,,,unfinished,1,9,0,0,0,0,0,0,0,0,0,,0.000000\n");
    CHECK_FALSE(open[0].first_start_s);
    CHECK_FALSE(open[0].end_s);
}

TEST_CASE("ledger lines are read back, accrual and cash told apart") {
    const auto lines =
        read_ledger("s,1,60,spot,3,7,on_demand,12.345678,accrual\ns,1,0,rig,1,,purchase,5000.000000,cash\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].usd == 12.345678);
    CHECK(lines[0].job == "7");
    CHECK(lines[0].category == "on_demand");
    CHECK_FALSE(lines[0].cash);
    CHECK(lines[1].cash);
}

TEST_CASE("damaged rows are no numbers") {
    CHECK_THROWS_AS(read_jobs("too,short\n"), DamagedRows);
    CHECK_THROWS_AS(read_ledger("s,1,x,spot,3,7,spot,1.0,accrual\n"), DamagedRows);
}
