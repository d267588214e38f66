// Logs of other makes: small samples of each form, the real ones where they are at hand, and what is wrong.
#include <fmt/format.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_reader.hpp"

using namespace trainyard;

namespace {

using Lines = std::vector<std::string>;

const std::string samples = "tests/data/logs/";

// "time gpus x GPU-seconds team end"
Lines jobs_of(const TraceFile& file) {
    Lines lines;
    for (const TraceRow& row : file.rows) {
        lines.push_back(fmt::format(
            "{} {} {} {} {}", row.submit_s, row.gpus.count, row.work_gpu_s, row.team.value_or("-"),
            row.ended ? logged_end_names[static_cast<std::size_t>(*row.ended)] : "-"));
    }
    return lines;
}

Lines complaints(const TraceFile& file) {
    Lines lines;
    for (const TraceError& error : file.errors) {
        lines.push_back(fmt::format("{}:{}: {}", error.line, error.column, error.message));
    }
    return lines;
}

TraceSource source(const std::string& path, TraceFormat format) { return {.path = path, .format = format}; }

Lines complaints_about(const std::string& content, TraceSource from) {
    const auto path =
        std::filesystem::temp_directory_path() / fmt::format("trainyard-trace-logs-{}.txt", getpid());
    std::ofstream{path, std::ios::binary} << content;
    from.path = path.string();
    const Lines lines = complaints(read_trace(from));
    std::filesystem::remove(path);
    return lines;
}

TraceSource tracker() {
    TraceSource from = source(samples + "tracker.csv", TraceFormat::csv);
    from.columns = {
        {"submit", "created"}, {"gpus", "n"}, {"duration", "took"}, {"status", "how"}, {"team", "group"}};
    return from;
}

bool absent(const std::string& path) {
    if (std::filesystem::exists(path)) {
        return false;
    }
    WARN("skipped: " << path << " is not beside the project");
    return true;
}

}  // namespace

TEST_CASE("times of logs, with zones and fractions") {
    CHECK(log_time("1970-01-02 00:00:01") == 86401);
    CHECK(log_time("1970-01-01T10:00:00.5+08:00") == 7200.5);
    CHECK(log_time("1970-01-01T00:00:00Z") == 0);
    CHECK(log_time("1970-01-01T00:00:00-0130") == 5400);
    for (const char* const bad :
         {"", "1970-01-01", "1970-02-30 00:00:00", "1970-01-01 24:00:00", "1970-01-01 00:00:00 CET",
          "1970-01-01 00:00:00+99", "01/02/1970 00:00:00"}) {
        CHECK_FALSE(log_time(bad));
    }
    CHECK(elapsed_seconds("02:03:04") == 7384);
    CHECK(elapsed_seconds("1-00:00:10") == 86410);
    CHECK(elapsed_seconds("05:30") == 330);
    CHECK(elapsed_seconds("00:00.250") == 0.25);
    for (const char* const bad : {"", "10", "1:2:3:4", "00:60:00", "-1:00", "1-", "a:b", "INVALID"}) {
        CHECK_FALSE(elapsed_seconds(bad));
    }
}

TEST_CASE("times beyond three centuries since 1970 are no times") {
    CHECK(log_time("2286-11-20 17:46:40") == 1e10);
    CHECK_FALSE(log_time("2286-11-20 17:46:41"));
    CHECK_FALSE(log_time("4034-10-09 07:01:55"));
    CHECK(log_time("1970-01-01 00:00:00") == 0);
    CHECK_FALSE(log_time("1969-12-31 23:59:59"));
    CHECK_FALSE(log_time("1970-01-01 00:00:00+01:00"));
    CHECK(elapsed_seconds("115740-17:46:40") == 1e10);
    CHECK_FALSE(elapsed_seconds("115740-17:46:41"));
    CHECK_FALSE(elapsed_seconds(std::string(300, '9') + "-00:00:00"));
    CHECK(complaints_about("timestamp,duration,num_gpus\n4034-10-09 07:01:55,60,1\n",
                           source("", TraceFormat::philly)) ==
          Lines{"2:1: `timestamp` must be a time like 2017-09-21 17:00:12, found `4034-10-09 07:01:55`"});
}

TEST_CASE("a file is read up to its limit, unpacked") {
    TraceSource limited = source("", TraceFormat::trainyard);
    limited.most_bytes = 1'000'000;
    std::string rows = "submit_s,gpus,work_gpu_h\n";
    while (rows.size() <= 1'000'000) {
        rows += "0,1,1\n";
    }
    CHECK(complaints_about(rows, limited) ==
          Lines{"0:0: the file holds more than 1 MB, which is the limit (behind line 131068)"});
}

TEST_CASE("sacct: jobs and array elements count; steps, CPU jobs and what never ran do not") {
    const TraceFile file = read_trace(source(samples + "sacct.txt", TraceFormat::sacct));
    CHECK(complaints(file) == Lines{});
    CHECK(jobs_of(file) == Lines{"36000 2 14400 nlp completed", "37800 4 360120 bob failed",
                                 "37800 1 1800 bob cancelled", "0 8 28800 nlp failed"});
    CHECK(file.rows[0].start_s == 36600);
    CHECK(file.rows[0].end_s == 43800);
    CHECK(file.notes ==
          Lines{"times without a zone are taken as UTC; a GPU of the log as fast as the reference",
                "1 components of heterogeneous jobs count as jobs of their own",
                "1 jobs ran shorter than from Start to End (suspended); Elapsed counts",
                "2 rows were dropped: a step of a job, whose own row counts (the first is line 3)",
                "1 row was dropped: the job never ran (the first is line 7)",
                "1 row was dropped: the job asked for no GPUs (the first is line 8)",
                "1 row was dropped: the state RUNNING is no end (the first is line 9)"});
}

TEST_CASE("only the ends that are to be kept") {
    TraceSource from = source(samples + "sacct.txt", TraceFormat::sacct);
    from.keep = {true, false, false};
    const TraceFile file = read_trace(from);
    CHECK(jobs_of(file) == Lines{"0 2 14400 nlp completed"});
    CHECK(std::find(file.notes.begin(), file.notes.end(),
                    "2 rows were dropped: the job was failed, which is not kept (the first is line 5)") !=
          file.notes.end());
}

TEST_CASE("helios: columns by name, the virtual cluster or the user as team") {
    const TraceFile file = read_trace(source(samples + "helios.csv", TraceFormat::helios));
    CHECK(complaints(file) == Lines{});
    CHECK(jobs_of(file) == Lines{"28620 8 28800 vcA completed", "0 2 201 u3 failed"});
}

TEST_CASE("swf: processors as GPUs, second 0 as the header says") {
    const TraceFile file = read_trace(source(samples + "small.swf", TraceFormat::swf));
    CHECK(complaints(file) == Lines{});
    CHECK(jobs_of(file) == Lines{"0 4 14400 user-7 completed", "30 2 240 user-8 failed"});
    CHECK(file.rows[0].start_s == 60);
    CHECK_FALSE(file.rows[1].start_s);
    double unused = 0;
    const TraceScan scan = scan_trace(source(samples + "small.swf", TraceFormat::swf),
                                      [&unused](TraceRow&& row) { unused += row.submit_s; });
    CHECK(scan.second_0_unix_s == 1740992400);
    CHECK(scan.lines == 5);
}

TEST_CASE("csv: the user names the columns, others are passed over") {
    const TraceFile file = read_trace(tracker());
    CHECK(complaints(file) == Lines{});
    CHECK(jobs_of(file) == Lines{"0 2 10800 vision completed", "3600 1 90 vision cancelled",
                                 "7200 4 345600 nlp, large failed"});
    CHECK(file.notes == Lines{"times without a zone are taken as UTC",
                              "a GPU of the log is taken to be as fast as the reference",
                              "1 row was dropped: the status Running is no end (the first is line 5)"});
}

TEST_CASE("csv: numbers are seconds, since 1970 where they are large") {
    TraceSource from = source("", TraceFormat::csv);
    from.columns = {{"submit", "t"}, {"work", "h"}};
    CHECK(complaints_about("t,h\n0,1\n2025-01-01 00:00:00,1\n", from) ==
          Lines{"3:1: `t` must be a number of seconds below 1e9, as in the rows above, found `2025-01-01 "
                "00:00:00`"});
    CHECK(complaints_about("t,h\n1740992400,1\n5,1\n", from) ==
          Lines{"3:1: `t` must be a date or Unix time, as in the rows above, found `5`"});
    CHECK(complaints_about("t,h\n1740992400,1\n1740992401,1\n", from) == Lines{});
    CHECK(complaints_about("t,hours\n1,1\n", from) == Lines{"1:1: the column `h` is missing"});
}

TEST_CASE("what is wrong with a log is said at its line and column") {
    const std::string head = "JobID|Submit|Start|End|Elapsed|AllocTRES|State\n";
    const auto about = [&](const std::string& row) {
        return complaints_about(head + row + "\n", source("", TraceFormat::sacct));
    };
    CHECK(
        about(
            "1|2025-03-04T09:00:00|2025-03-04T10:00:00|2025-03-04T09:30:00|01:00:00|gres/gpu=1|COMPLETED") ==
        Lines{"2:43: `End` must be at or after `Start`, found `2025-03-04T09:30:00`"});
    CHECK(
        about(
            "1|2025-03-04T09:00:00|2025-03-04T08:00:00|2025-03-04T09:30:00|01:00:00|gres/gpu=1|COMPLETED") ==
        Lines{"2:23: `Start` must be at or after `Submit`, found `2025-03-04T08:00:00`"});
    CHECK(about("1|yesterday|||1 h|gres/gpu=one|COMPLETED") ==
          Lines{"2:3: `Submit` must be a time like 2024-03-01 17:00:12, found `yesterday`",
                "2:19: `AllocTRES` must be a list like cpu=8,gres/gpu=2 with a whole number of GPUs, found "
                "`gres/gpu=one`",
                "2:15: `Elapsed` must be a length of time like 1-02:03:04 or 02:03:04, found `1 h`"});
    CHECK(about("1|a|b|c|d|e|f|g") ==
          Lines{"2:15: too many fields: 8 where the header has 7 (leave out columns "
                "whose text may have the separator in it)"});
    CHECK(about("1|Unknown|||00:10:00|gres/gpu=1|COMPLETED") ==
          Lines{"2:3: `Submit` must be a time like 2024-03-01 17:00:12, found `Unknown`"});
    CHECK(about("1|2025-03-04T09:00:00|||00:10:00|gres/gpu=1|PENDING") ==
          Lines{"0:0: none of the rows is a job to replay"});
    CHECK(complaints_about("JobID|Submit|State\n", source("", TraceFormat::sacct)) ==
          Lines{"0:0: a column AllocTRES or ReqTRES must say how many GPUs a job had"});
    CHECK(
        complaints_about("created,n,took,how,group\n2025-03-03 09:00:00,1,5,Pass,nlp, large\n", tracker()) ==
        Lines{"2:34: too many fields: 6 where the header has 5 (a text with a comma needs quotes)"});
}

TEST_CASE("an swf whose clock goes backwards, or whose lines are short") {
    const auto about = [](const std::string& content) {
        return complaints_about(content, source("", TraceFormat::swf));
    };
    const std::string rest = " -1 60 1 -1 -1 1 60 -1 1 1 1 -1 1 -1 -1 -1\n";
    CHECK(
        about("1 100" + rest + "2 99" + rest) ==
        Lines{"2:3: `submit time` must be at or after the 100 of the line before: the clock goes backwards, "
              "found `99`"});
    CHECK(about("1 2 3\n") == Lines{"1:1: a line must have 18 numbers, found 3"});
    CHECK(about("1 x 3\n") == Lines{"1:3: `submit time` must be a number, found `x`"});
    CHECK(about("; nothing\n") == Lines{"0:0: there is no job in the file"});
}

TEST_CASE("a byte order mark and mixed line ends do no harm in any form") {
    CHECK(complaints_about("\xEF\xBB\xBFJobID|Submit|Elapsed|ReqTRES|State\r\n"
                           "1|2025-03-04T09:00:00|01:00:00|gres/gpu=1|COMPLETED\n"
                           "2|2025-03-04T09:00:00|01:00:00|gres/gpu=1|COMPLETED\r\n",
                           source("", TraceFormat::sacct)) == Lines{});
}

TEST_CASE("the logs of other clusters are read whole") {
    const std::string folder = "../shared/data/jobs/";
    if (absent(folder)) {
        return;
    }
    const TraceFile nasa = read_trace(source(folder + "swf/NASA-iPSC-1993-3.1-cln.swf.gz", TraceFormat::swf));
    CHECK(complaints(nasa) == Lines{});
    CHECK(nasa.rows.size() == 18066);
    TraceSource pods = source(folder + "alibaba/openb_pod_list_default.csv", TraceFormat::csv);
    pods.columns = {{"submit", "creation_time"},
                    {"gpus", "num_gpu"},
                    {"start", "scheduled_time"},
                    {"end", "deletion_time"}};
    const TraceFile alibaba = read_trace(pods);
    CHECK(complaints(alibaba) == Lines{});
    CHECK(alibaba.rows.size() == 6203);
    TraceSource tiresias = source(folder + "tiresias/60_job.csv", TraceFormat::csv);
    tiresias.columns = {{"submit", "submit_time"}, {"gpus", "num_gpu"}, {"duration", "duration"}};
    CHECK(read_trace(tiresias).rows.size() == 60);
}
