#include "sim/scenario/trace_reader.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace trainyard;

namespace {

// A file for one test, gone after it.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& content)
        : path_{std::filesystem::temp_directory_path() / fmt::format("trainyard-trace-{}.csv", getpid())} {
        std::ofstream{path_, std::ios::binary} << content;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::filesystem::remove(path_); }

    std::string path() const { return path_.string(); }
    void pack(const std::string& content) const {
        const gzFile file = gzopen(path_.c_str(), "wb");
        gzwrite(file, content.data(), static_cast<unsigned>(content.size()));
        gzclose(file);
    }

private:
    std::filesystem::path path_;
};

std::vector<std::string> complaints(const std::vector<TraceError>& errors) {
    std::vector<std::string> lines;
    for (const TraceError& error : errors) {
        lines.push_back(fmt::format("{}:{}: {}", error.line, error.column, error.message));
    }
    return lines;
}

std::vector<std::string> complaints_about(const std::string& content,
                                          TraceFormat format = TraceFormat::trainyard) {
    return complaints(read_trace(TemporaryFile{content}.path(), format).errors);
}

using Lines = std::vector<std::string>;

std::string many_rows(int count) {
    std::string content = "submit_s,gpus,work_gpu_h\n";
    for (int i = 0; i < count; ++i) {
        content += fmt::format("{},{},{}\n", 37 * i % 1000, 1 + i % 8, 1 + i % 13);
    }
    return content;
}

}  // namespace

TEST_CASE("a trace of our own: columns in any order, optional cells, quotes") {
    const TraceFile file = read_trace("tests/data/traces/own.csv", TraceFormat::trainyard);
    CHECK(complaints(file.errors) == Lines{});
    CHECK(file.notes == Lines{});
    REQUIRE(file.rows.size() == 3);
    const TraceRow& first = file.rows[0];
    CHECK(first.submit_s == 0);
    CHECK(first.gpus == Gpus{1});
    CHECK(first.work_gpu_s == 8.5 * 3600);
    CHECK(first.kind == "lora-7b");
    CHECK(first.team == "nlp");
    CHECK(first.deadline == Seconds{86400});
    CHECK(first.priority == 2);
    CHECK(first.memory_bytes == 20'000'000'000);
    CHECK(first.checkpoint_bytes == 400'000'000);
    CHECK(first.line == 2);
    const TraceRow& second = file.rows[1];
    CHECK(second.submit_s == 3600.25);
    CHECK(second.kind == "from-scratch, small");
    CHECK_FALSE((second.team || second.deadline || second.priority || second.memory_bytes));
    CHECK(file.rows[2].team == "the \"vision\" team");
    CHECK(file.rows[2].priority == -1);
}

TEST_CASE("a byte order mark, mixed line ends and blank lines at the end do no harm") {
    const TraceFile file = read_trace("tests/data/traces/windows.csv", TraceFormat::trainyard);
    CHECK(complaints(file.errors) == Lines{});
    REQUIRE(file.rows.size() == 3);
    CHECK(file.rows[1].work_gpu_s == 1800);
    CHECK(file.rows[2].gpus == Gpus{4});
    CHECK(file.rows[2].line == 4);
}

TEST_CASE("a quoted field may hold line ends; the lines after it keep their numbers") {
    const TemporaryFile file{"submit_s,gpus,work_gpu_h,team\n0,1,1,\"a\r\nb\"\n0,0,1,c\n"};
    const TraceFile trace = read_trace(file.path(), TraceFormat::trainyard);
    REQUIRE(trace.rows.size() == 1);
    CHECK(trace.rows[0].team == "a\\x0d\\x0ab");  // a name is one line
    CHECK(complaints(trace.errors) ==
          Lines{"4:3: `gpus` must be a whole number of GPUs from 1 to 1000000, found `0`"});
}

TEST_CASE("every bad row is an error at its line and column") {
    const TraceFile file = read_trace("tests/data/traces/bad_rows.csv", TraceFormat::trainyard);
    CHECK(complaints(file.errors) ==
          Lines{"3:1: `submit_s` must be a number of seconds from 0 to 1e10, found `-1`",
                "4:3: `gpus` must be a whole number of GPUs from 1 to 1000000, found `0`",
                "5:3: `gpus` must be a whole number of GPUs from 1 to 1000000, found `1.5`",
                "6:5: `work_gpu_h` must be a number of GPU-hours above 0, at most 1e10, found `nan`",
                "7:5: `work_gpu_h` must be a number of GPU-hours above 0, at most 1e10, found `1e999`",
                "8:5: `work_gpu_h` must be a number of GPU-hours above 0, at most 1e10, found `0`",
                "9:3: `gpus` must be a whole number of GPUs from 1 to 1000000, found `one`",
                "10:3: `gpus` must have a value in every row",
                "11:13: too many fields: 7 where the header has 6 (a text with a comma needs quotes)",
                "12:4: too few fields: 2 where the header has 6",
                "13:12: `end_s` must be at or after `start_s`, found `20`",
                "14:9: `start_s` must be at or after `submit_s`, found `5`",
                "15:12: a quote inside a field; quote the whole field and double the quote",
                "16:11: a comma must follow a quoted field", "17:1: a blank line between rows",
                "18:1: `submit_s` must be a number of seconds from 0 to 1e10, found `é`",
                "19:6: `work_gpu_h` must be a number of GPU-hours above 0, at most 1e10, found `0x10`",
                "20:8: a quoted field must end with a quote"});
    CHECK(file.errors[9].source_line == "9,1");
}

TEST_CASE("20 errors are listed, and the rest is counted") {
    const std::string header = "submit_s,gpus,work_gpu_h\n";
    std::string content = header;
    for (int i = 0; i < 20; ++i) {
        content += "0,0,1\n";
    }
    CHECK(complaints_about(content).size() == 20);
    const Lines lines = complaints_about(content + "0,0,1\n0,0,-1\n");
    REQUIRE(lines.size() == 21);
    CHECK(lines.back() == "0:0: and 3 more");
}

TEST_CASE("a header must have the columns of the format, each once") {
    CHECK(complaints_about("submit_s,gpus,work_gpu_hr\n0,1,1\n") ==
          Lines{"1:15: unknown column `work_gpu_hr`; did you mean `work_gpu_h`?",
                "1:1: the column `work_gpu_h` is missing"});
    CHECK(complaints_about("submit_s,gpus,gpus,work_gpu_h\n") ==
          Lines{"1:15: the column `gpus` stands twice"});
    CHECK(complaints_about("") ==
          Lines{"0:0: the first line must be a header with at least submit_s,gpus,work_gpu_h"});
    CHECK(complaints_about("submit_s,gpus,work_gpu_h\n\n") ==
          Lines{"0:0: the trace has a header but no jobs"});
    CHECK(complaints_about("timestamp,duration\n", TraceFormat::philly) ==
          Lines{"1:1: the column `num_gpus` is missing"});
}

TEST_CASE("a file that cannot be read as text is an error") {
    const auto problem = [](const std::string& path) {
        const auto errors = read_trace(path, TraceFormat::trainyard).errors;
        return errors.size() == 1 ? errors[0].message : "";
    };
    CHECK(problem("tests/data/traces/none.csv") == "the file does not exist");
    CHECK(problem("tests/data") == "the file is a folder");
    const TemporaryFile binary{std::string("submit_s\n\0\n", 11)};
    CHECK(problem(binary.path()) == "the file is not a text file: it has a zero byte in line 2");
    const TemporaryFile latin{"submit_s,gpus,work_gpu_h,team\n0,1,1,caf\xe9\n"};
    CHECK(problem(latin.path()) == "the file is not UTF-8 text: it has the byte 0xE9 in line 2");
}

TEST_CASE("a gzip file is read like a plain one; a damaged one is an error") {
    const std::string content = many_rows(5000);
    const TemporaryFile file{""};
    file.pack(content);
    CHECK(read_trace(file.path(), TraceFormat::trainyard).rows.size() == 5000);

    const auto size = std::filesystem::file_size(file.path());
    std::filesystem::resize_file(file.path(), size / 2);
    const TraceFile cut = read_trace(file.path(), TraceFormat::trainyard);
    REQUIRE(cut.errors.size() == 1);
    CHECK(cut.errors[0].message ==
          fmt::format("the file is cut short: its gzip data end too early (behind line {})",
                      cut.rows.size() + 1));

    std::ofstream{file.path(), std::ios::binary | std::ios::app} << std::string(size, '\xff');
    const TraceFile damaged = read_trace(file.path(), TraceFormat::trainyard);
    REQUIRE(damaged.errors.size() == 1);
    CHECK(damaged.errors[0].message.starts_with("the file is damaged: its gzip data do not unpack"));
}

TEST_CASE("a Philly trace starts at its earliest submission and works duration x num_gpus") {
    const TraceFile file = read_trace("tests/data/traces/philly.csv", TraceFormat::philly);
    CHECK(complaints(file.errors) == Lines{});
    REQUIRE(file.rows.size() == 3);
    CHECK(file.rows[0].submit_s == 86400);
    CHECK(file.rows[1].submit_s == 0);
    CHECK(file.rows[1].gpus == Gpus{4});
    CHECK(file.rows[1].work_gpu_s == 400);
    CHECK(file.rows[1].team == "6214e9");
    CHECK(file.notes == Lines{});
}

TEST_CASE("a Philly trace whose gpu_time disagrees is read, with a note") {
    const TemporaryFile file{
        "timestamp,duration,num_gpus,gpu_time,cluster\n2017-10-09 07:01:55,66,1,66,a\n"
        "2017-10-09 07:01:55,66,2,66,a\n2017-10-09 07:01:55,66,4,66,a\n"};
    const TraceFile trace = read_trace(file.path(), TraceFormat::philly);
    REQUIRE(trace.rows.size() == 3);
    CHECK(trace.rows[2].work_gpu_s == 264);
    CHECK(trace.notes == Lines{"gpu_time is not duration x num_gpus in 2 rows (the first is line 3); "
                               "duration x num_gpus counts"});
}

TEST_CASE("timestamps of a Philly trace are real days and times") {
    for (const std::string bad : {"2017-02-29 00:00:00", "2017-09-21T17:00:12", "2017-09-21 24:00:00",
                                  "2017-09-21 17:60:00", "2017-9-21 17:00:00", "2017-09-21 17:0a:00"}) {
        CHECK(complaints_about("timestamp,duration,num_gpus\n" + bad + ",1,1\n", TraceFormat::philly) ==
              Lines{"2:1: `timestamp` must be a time like 2017-09-21 17:00:12, found `" + bad + "`"});
    }
    CHECK(complaints_about("timestamp,duration,num_gpus\n2016-02-29 23:59:59,1,1\n", TraceFormat::philly) ==
          Lines{});
}

TEST_CASE("a job of a Philly trace without duration is an error, not lost") {
    CHECK(complaints_about("timestamp,duration,num_gpus\n2017-09-21 17:00:12,0,1\n", TraceFormat::philly) ==
          Lines{"2:21: `duration` must be a number of seconds above 0, at most 1e10, found `0`"});
}

TEST_CASE("the traces of the Philly cluster are read whole") {
    const std::string folder = "../shared/data/jobs/philly/";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: the traces of the Philly cluster are not beside the project");
        return;
    }
    const TraceFile one = read_trace(folder + "philly_jobs_vc_103959.csv", TraceFormat::philly);
    CHECK(complaints(one.errors) == Lines{});
    REQUIRE(one.rows.size() == 1934);
    CHECK(one.rows[0].submit_s == 0);
    CHECK(one.rows[1].submit_s == 2 * 86400 + 12 * 3600 + 55 * 60 + 16);
    CHECK(one.rows[1].work_gpu_s == 4 * 1792395.0);
    const TraceFile all = read_trace(folder + "philly_jobs.csv.gz", TraceFormat::philly);
    CHECK(complaints(all.errors) == Lines{});
    CHECK(all.rows.size() == 82247);
}

TEST_CASE("empirical values are a column under the name of their unit") {
    const EmpiricalFile file = read_empirical("tests/data/traces/gpu_hours.csv");
    CHECK(complaints(file.errors) == Lines{});
    CHECK(file.unit == "gpu-h");
    CHECK(file.values == std::vector<double>{8, 12.5, 0});
}

TEST_CASE("what is wrong with empirical values has its place") {
    const auto wrong = [](const std::string& content) {
        return complaints(read_empirical(TemporaryFile{content}.path()).errors);
    };
    const std::string no_unit =
        "1:1: the first line must name the unit of the values below, like gpu-h or min";
    CHECK(wrong("") == Lines{no_unit});
    CHECK(wrong("5\n6\n") == Lines{no_unit});
    CHECK(wrong("min\n") == Lines{"0:0: the file has a header but no values"});
    CHECK(wrong("min\n5\n\n-1\n3,4\nx\n") == Lines{"3:1: a blank line between values",
                                                   "4:1: a value must be a number, at least 0, found `-1`",
                                                   "5:3: a second column; only one is expected",
                                                   "6:1: a value must be a number, at least 0, found `x`"});
    CHECK(read_empirical("nowhere.csv").errors.at(0).message == "the file does not exist");
}
