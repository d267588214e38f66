#include "analysis/results_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "analysis/runs/child_process.hpp"
#include "analysis/text/output_file.hpp"
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

Batch year(std::size_t replications) {
    Batch batch{fixture::runs("year", {{"own", {}}})};
    batch[0].strategies[0].replications.resize(replications);
    return batch;
}

RunResult result(double value, const std::string& rows) {
    RunResult made = fixture::result({{"m", value}});
    made.job_rows = rows;
    made.ledger_rows = "line\n";
    return made;
}

// Fills the batch with what the folder lacks, and writes its files.
void write_results(const fs::path& folder, Batch batch, const std::string& rows, bool fresh = false) {
    ResultsFolder out{folder, batch, plan_of(batch, true), ResultFiles::runs, fresh};
    out.store().load(batch);
    for (const RunKey& key : missing_runs(batch)) {
        const RunResult made = result(static_cast<double>(key.replication), rows);
        out.store().save(batch, key, made);
        result_of(batch, key) = made;
    }
    out.write_files(batch);
}

}  // namespace

const std::vector<std::string> all_files{".trainyard-lock", ".trainyard-output", "jobs.csv",
                                         "ledger.csv",      "plan.json",         "results.db",
                                         "runs.csv",        "summary.json",      "timeline.json"};

TEST_CASE("the files appear in a new folder; what it holds is kept and added to") {
    Scratch scratch;
    const fs::path folder = scratch.path / "deep" / "er";
    write_results(folder, year(1), "first\n");
    CHECK(names_in(folder) == all_files);
    write_results(folder, year(2), "second\n");
    const std::string jobs = content(folder / "jobs.csv");
    CHECK(jobs.rfind("strategy,replication,job,", 0) == 0);
    CHECK_THAT(jobs, Catch::EndsWith("\nfirst\nsecond\n"));
    CHECK_THAT(content(folder / "runs.csv"), Catch::Contains("year,own,1,1,0123456789abcdef,0\n") &&
                                                 Catch::Contains("year,own,2,1,0123456789abcdef,1\n"));
    write_results(folder, year(1), "third\n", true);
    CHECK_THAT(content(folder / "jobs.csv"), Catch::EndsWith("\nthird\n") && !Catch::Contains("\nfirst\n"));
}

TEST_CASE("results of another plan are refused in words, and are still there") {
    Scratch scratch;
    write_results(scratch.path, year(1), "first\n");
    Batch other = year(1);
    const auto refusal = [&] {
        try {
            write_results(scratch.path, other, "second\n");
        } catch (const OtherPlan& plan) {
            return std::string{plan.what()};
        }
        return std::string{"accepted"};
    };
    other[0].fingerprint = "changed";
    CHECK(refusal() ==
          "scenario year has changed since (its file, a file that it includes or reads, or a --set)");
    other[0].fingerprint = "";
    other[0].seed = 2;
    CHECK(refusal() == "year was run with seed 1, not 2");
    other[0].seed = 1;
    other[0].point = {{"horizon", "2 d", 172800}};
    CHECK(refusal() == "its points are others: what is varied, or over which values, has changed");
    other[0].point = {};
    other[0].scenario.strategies[0].name = "cloud";
    CHECK(refusal() == "of year it holds the strategies own; now asked for: cloud");
    CHECK(names_in(scratch.path) == all_files);
    CHECK_THAT(content(scratch.path / "jobs.csv"), Catch::EndsWith("\nfirst\n"));
}

TEST_CASE("a second process on the same folder is refused, and says who has it") {
    Scratch scratch;
    const Batch batch = year(1);
    const ResultsFolder out{scratch.path, batch, plan_of(batch, true), ResultFiles::runs, false};
    StopSignals stop;
    const ChildEnd end = run_in_child(
        [&]() -> std::string {
            try {
                const ResultsFolder second{scratch.path, batch, plan_of(batch, true), ResultFiles::runs,
                                           false};
            } catch (const OutputError& error) {
                return error.what();
            }
            return "let in";
        },
        stop, [] {});
    CHECK(std::get<Bytes>(end).text == "cannot write to " + scratch.path.string() +
                                           ": another trainyard is at work there (process " +
                                           std::to_string(getpid()) + ")");
}

TEST_CASE("a folder with something of somebody else is left as it is") {
    Scratch scratch;
    fs::create_directories(scratch.path);
    std::ofstream{scratch.path / "thesis.txt"} << "years of work";
    CHECK_THROWS_WITH(write_results(scratch.path, year(1), "x"),
                      Catch::Contains("was not made by trainyard"));
    CHECK(names_in(scratch.path) == std::vector<std::string>{"thesis.txt"});
}

TEST_CASE("a file that trainyard did not make is not overwritten, even in its own folder") {
    Scratch scratch;
    claim_folder(scratch.path, {});
    std::ofstream{scratch.path / "jobs.csv"} << "mine";
    CHECK_THROWS_WITH(write_results(scratch.path, year(1), "x"),
                      Catch::Contains("jobs.csv there was not made by trainyard"));
    CHECK(content(scratch.path / "jobs.csv") == "mine");
}

TEST_CASE("results of an earlier run that have no successor are removed, other files are not") {
    Scratch scratch;
    write_results(scratch.path, year(1), "first\n");
    std::ofstream{scratch.path / "notes.txt"} << "mine";
    drop_outdated(scratch.path, {"runs.csv"});
    CHECK(names_in(scratch.path) == std::vector<std::string>{".trainyard-lock", ".trainyard-output",
                                                             "notes.txt", "plan.json", "results.db",
                                                             "runs.csv"});
}

TEST_CASE("what cannot be a folder is refused") {
    Scratch scratch;
    std::ofstream{scratch.path} << "a file";
    CHECK_THROWS_AS(write_results(scratch.path, year(1), "x"), OutputError);
    CHECK_THROWS_AS(write_results("/proc/nowhere", year(1), "x"), OutputError);
}

TEST_CASE("folder names are safe and distinct") {
    const Batch batch{fixture::runs("../etc/passwd", {}), fixture::runs("year one", {}),
                      fixture::runs("year/one", {}), fixture::runs("", {}), fixture::runs("..", {})};
    CHECK(folder_names(batch) ==
          std::vector<std::string>{"_._etc_passwd", "year_one", "year_one-2", "scenario", "_."});
}
