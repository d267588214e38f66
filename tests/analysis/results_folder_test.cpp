#include "analysis/results_folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "analysis/report_files.hpp"
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

// A line of jobs.csv, of a stream of that name.
std::string job_row(const std::string& stream) {
    return "own,1,1," + stream + ",kind,team,0,0,10,finished,1,0,0,0,0,0,10,0,0,0,1,rigs,1.000000\n";
}

RunResult result(double value, const std::string& rows) {
    RunResult made = fixture::result({{"m", value}});
    made.job_rows = rows;
    made.ledger_rows = "own,1,86400,rigs,1,,energy,2.500000,accrual\n";
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

const std::vector<std::string> all_files{".trainyard-lock", ".trainyard-output", "jobs.csv",     "ledger.csv",
                                         "plan.json",       "report.html",       "report.json",  "results.db",
                                         "runs.csv",        "summary.json",      "timeline.json"};

TEST_CASE("the files appear in a new folder; what it holds is kept and added to") {
    Scratch scratch;
    const fs::path folder = scratch.path / "deep" / "er";
    write_results(folder, year(1), job_row("first"));
    CHECK(names_in(folder) == all_files);
    write_results(folder, year(2), job_row("second"));
    const std::string jobs = content(folder / "jobs.csv");
    CHECK(jobs.rfind("strategy,replication,job,", 0) == 0);
    CHECK_THAT(jobs, Catch::EndsWith("\n" + job_row("first") + job_row("second")));
    CHECK_THAT(content(folder / "runs.csv"), Catch::Contains("year,own,1,1,0123456789abcdef,0\n") &&
                                                 Catch::Contains("year,own,2,1,0123456789abcdef,1\n"));
    write_results(folder, year(1), job_row("third"), true);
    CHECK_THAT(content(folder / "jobs.csv"),
               Catch::EndsWith("\n" + job_row("third")) && !Catch::Contains(",first,"));
}

TEST_CASE("a report that is made again from the store is the same") {
    Scratch scratch;
    write_results(scratch.path, year(2), job_row("first"));
    const std::string data = content(scratch.path / "report.json");
    const std::string page = content(scratch.path / "report.html");
    CHECK_THAT(data, Catch::Contains("\"stream\":null,\"jobs\":2"));
    fs::remove(scratch.path / "report.json");
    fs::remove(scratch.path / "report.html");
    CHECK(rebuild_reports(scratch.path) == std::vector<fs::path>{scratch.path / "report.html"});
    CHECK(content(scratch.path / "report.json") == data);
    CHECK((content(scratch.path / "report.html") == page));
}

TEST_CASE("results of another plan are refused in words, and are still there") {
    Scratch scratch;
    write_results(scratch.path, year(1), job_row("first"));
    Batch other = year(1);
    const auto refusal = [&] {
        try {
            write_results(scratch.path, other, job_row("second"));
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
    CHECK_THAT(content(scratch.path / "jobs.csv"), Catch::EndsWith("\n" + job_row("first")));
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
    write_results(scratch.path, year(1), job_row("first"));
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
