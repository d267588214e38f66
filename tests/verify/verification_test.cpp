#include "analysis/verify/verification.hpp"

#include <catch2/catch.hpp>

#include "analysis/study/run_choice.hpp"
#include "sim/scenario/reader.hpp"

using namespace trainyard;

namespace {

VerifiedRow row(const char* what, Verdict verdict, const char* detail) {
    return {"own", what, verdict, detail};
}

Verification verified(const std::string& file, const std::vector<std::string>& sets, int replications) {
    const Loaded loaded = load_scenario("tests/validation/" + file, {sets});
    REQUIRE(loaded.scenario);
    RunChoice choice;
    choice.replications = replications;
    Progress silent{Progress::Style::none, 1};
    return verify(runs_of(*loaded.scenario, choice), PoolLimits{}, silent);
}

}  // namespace

TEST_CASE("a small system is proven, and what cannot be is said") {
    const Verification verification = verified("overflow.yaml", {"horizon=60 d"}, 4);
    CHECK(verification.holds());
    CHECK(verification.runs == 12);
    CHECK(verification.exact.size() == 11);
    REQUIRE(verification.chance.size() == 3);
    CHECK(verification.chance[2].what == "share of jobs that overflows");
    CHECK(verification.unchecked.empty());
    const Verification other = verified("priorities.yaml", {"horizon=20 d"}, 2);
    REQUIRE(other.unchecked.size() == 1);
    CHECK(other.unchecked[0].detail == "there are several kinds of jobs");
}

TEST_CASE("one replication has no error to go by") {
    const Verification verification = verified("overflow.yaml", {"horizon=20 d"}, 1);
    CHECK(verification.chance.empty());
    CHECK(verification.unchecked.size() == 3);
}

TEST_CASE("a verification as it is printed") {
    Verification verification;
    verification.runs = 6;
    verification.exact.push_back({"", "no job is lost", Verdict::holds, ""});
    verification.chance.push_back(row("jobs of a\x1b[31m", Verdict::fails, "12 ± 1, expected 20, z -8.00"));
    verification.unchecked.push_back(row("closed formula", Verdict::unchecked, "jobs are gangs"));
    CHECK_FALSE(verification.holds());
    CHECK(verification_text(verification, 80) ==
          "\nIn every run\n"
          "  holds  no job is lost\n"
          "\nOn average (chance alone goes further once in 15,800 checks)\n"
          "  FAILS  own: jobs of a\\x1b[31m: 12 ± 1, expected 20, z -8.00\n"
          "\nNot checked\n"
          "  own: closed formula: jobs are gangs\n"
          "\n1 of 2 checks fail.\n");
    verification.chance.front().verdict = Verdict::holds;
    CHECK(verification.holds());
    CHECK(verification_text(verification, 60).find("All 2 checks hold, in 6 simulated runs.") !=
          std::string::npos);
}
