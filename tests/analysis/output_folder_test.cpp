#include "analysis/output_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/analysis/fixture.hpp"

using namespace trainyard;
namespace fs = std::filesystem;

namespace {

// A folder that is gone after the test.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("trainyard-out-" + std::to_string(getpid()));
    Scratch() { fs::remove_all(path); }
    ~Scratch() { fs::remove_all(path); }
};

std::string content(const fs::path& file) {
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

void write_results(const fs::path& folder, const std::string& rows) {
    OutputFolder out{folder};
    ScenarioRuns runs = fixture::runs("year", {{"own", {{{"m", 1.0}}}}});
    RunResult& result = *runs.strategies[0].replications[0];
    result.job_rows = rows;
    result.ledger_rows = "line\n";
    out.add(result);
    CHECK(result.job_rows.empty());
    out.finish(runs);
}

}  // namespace

TEST_CASE("the files appear in a new folder, and are replaced in one that was made before") {
    Scratch scratch;
    const fs::path folder = scratch.path / "deep" / "er";
    write_results(folder, "first\n");
    CHECK(names_in(folder) == std::vector<std::string>{".trainyard-output", "jobs.csv", "ledger.csv",
                                                       "runs.csv", "summary.json", "timeline.json"});
    write_results(folder, "second\n");
    const std::string jobs = content(folder / "jobs.csv");
    CHECK(jobs.rfind("strategy,replication,job,", 0) == 0);
    CHECK(jobs.find("\nsecond\n") != std::string::npos);
    CHECK(jobs.find("\nfirst\n") == std::string::npos);
    CHECK(content(folder / "runs.csv").find("year,own,1,1,0123456789abcdef,1\n") != std::string::npos);
}

TEST_CASE("a folder with something of somebody else is left as it is") {
    Scratch scratch;
    fs::create_directories(scratch.path);
    std::ofstream{scratch.path / "thesis.txt"} << "years of work";
    CHECK_THROWS_WITH(OutputFolder{scratch.path}, Catch::Contains("was not made by trainyard"));
    CHECK(names_in(scratch.path) == std::vector<std::string>{"thesis.txt"});
}

TEST_CASE("a file that trainyard did not make is not overwritten, even in its own folder") {
    Scratch scratch;
    claim_folder(scratch.path, {});
    std::ofstream{scratch.path / "jobs.csv"} << "mine";
    CHECK_THROWS_WITH(OutputFolder{scratch.path},
                      Catch::Contains("jobs.csv there was not made by trainyard"));
    CHECK(content(scratch.path / "jobs.csv") == "mine");
}

TEST_CASE("results of an earlier run that have no successor are removed") {
    Scratch scratch;
    write_results(scratch.path, "first\n");
    std::ofstream{scratch.path / "notes.txt"} << "mine";
    claim_folder(scratch.path, {});
    CHECK(names_in(scratch.path) == std::vector<std::string>{".trainyard-output", "notes.txt"});
}

TEST_CASE("nothing but the marker stays of a run that did not finish") {
    Scratch scratch;
    { const OutputFolder out{scratch.path}; }
    CHECK(names_in(scratch.path) == std::vector<std::string>{".trainyard-output"});
}

TEST_CASE("what cannot be a folder is refused") {
    Scratch scratch;
    std::ofstream{scratch.path} << "a file";
    CHECK_THROWS_AS(OutputFolder{scratch.path}, OutputError);
    CHECK_THROWS_AS(OutputFolder{"/proc/nowhere"}, OutputError);
}

TEST_CASE("folder names are safe and distinct") {
    const Batch batch{fixture::runs("../etc/passwd", {}), fixture::runs("year one", {}),
                      fixture::runs("year/one", {}), fixture::runs("", {}), fixture::runs("..", {})};
    CHECK(folder_names(batch) ==
          std::vector<std::string>{"_._etc_passwd", "year_one", "year_one-2", "scenario", "_."});
}
