// What cannot stand in a text file: no text at all, too much of it, or a trap. In each case the
// user gets one message, soon, and the program keeps its memory.
#include <zlib.h>

#include <catch2/catch.hpp>

#include "tests/bad/complaints.hpp"
#include "tests/support/sections.hpp"

using namespace trainyard::bad;

namespace {

// A scenario with nothing wrong in it, up to its jobs and their streams.
const std::string head =
    "trainyard: 1\n"
    "gpus: {a100: {memory: 80 GB, speed: 1}}\n"
    "fleet: {on_demand: {cloud: {gpu: a100, price: 2.49 USD/gpu-h}}}\n"
    "strategies: {rent: {pools: [cloud]}}\n";
const std::string good = head + "workload: {bot: {job: {work: 8 gpu-h}, arrivals: {poisson: 6 / week}}}\n";
const std::string replay =
    head + "workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}\n";

std::string complaints_of(const std::string& scenario) {
    return complaints({{{"scenario.yaml", scenario}}, {}});
}

std::string complaints_of_trace(const std::string& bytes) {
    return complaints({{{"scenario.yaml", replay}, {"jobs.csv", bytes}}, {}});
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::string with_line_ends(std::string text, const std::string& ends) {
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + ends.size())) {
        text.replace(at, 1, ends);
    }
    return text;
}

std::string gzipped(const std::string& text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string input = text;
    std::string packed(deflateBound(&stream, input.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

// Of a long text the first three lines, how many follow, and the last three.
std::string ends_of(const std::string& text) {
    const std::vector<std::string> lines = trainyard::tests::lines_of(text);
    constexpr std::size_t shown = 3;
    std::string ends;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i < shown || i + shown >= lines.size()) {
            ends += lines[i] + "\n";
        } else if (i == shown) {
            ends += "(" + std::to_string(lines.size() - 2 * shown) + " more lines)\n";
        }
    }
    return ends;
}

}  // namespace

TEST_CASE("the scenarios that the cases below spoil are fine themselves") {
    CHECK(complaints_of(good) == "nothing is wrong\n");
    CHECK(complaints_of_trace("submit_s,gpus,work_gpu_h\n0,1,1\n") == "nothing is wrong\n");
}

TEST_CASE("a file that is not there, or is none") {
    CHECK(complaints({{}, {}}) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` does not exist
)");
    CHECK(complaints({{{"scenario.yaml/", ""}}, {}}) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is a folder, not a file
)");
    CHECK(complaints({{{"scenario.yaml", good + "include: [more]\n"}, {"more/", ""}}, {}}) ==
          R"(scenario.yaml:6:11: error: include: `more` is a folder, not a file
   6 | include: [more]
     |           ^~~~
)");
}

TEST_CASE("a file without content") {
    CHECK(complaints_of("") ==
          R"(scenario.yaml:1:1: error: there is nothing in it
)");
    CHECK(complaints_of(" \n\n  \n") ==
          R"(scenario.yaml:1:1: error: there is nothing in it
   1 |  
     | ^
)");
    CHECK(complaints_of("\xEF\xBB\xBF") ==
          R"(scenario.yaml:1:1: error: there is nothing in it
)");
    CHECK(complaints_of("---\n...\n") ==
          R"(scenario.yaml:2:1: error: expected a mapping of keys such as `workload:`, found nothing
   2 | ...
     | ^
)");
}

TEST_CASE("a file that is no text") {
    const std::string png{"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16};
    CHECK(complaints_of(png) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0x89 in line 1
)");
    CHECK(complaints_of(std::string{"trainyard: 1\nname: a\0b\n", 23}) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not a text file: it has a zero byte in line 2
)");
    CHECK(complaints_of(gzipped(good)) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0x8B in line 1
)");
    CHECK(complaints_of("trainyard: 1\nname: B\xFCro\n") ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0xFC in line 2
)");  // Latin-1
    CHECK(complaints_of(std::string{"\xFF\xFEt\0r\0", 6}) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0xFF in line 1
)");  // UTF-16
    CHECK(complaints_of("trainyard: 1\nname: \xC0\x80\n") ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0xC0 in line 2
)");  // a zero in two bytes
    CHECK(complaints_of("trainyard: 1\nname: \xED\xA0\x80\n") ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0xED in line 2
)");  // half of a surrogate pair
    CHECK(complaints_of("trainyard: 1\nname: \xE2\x82") ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is not UTF-8 text: it has the byte 0xE2 in line 2
)");  // cut within a character
}

TEST_CASE("line ends and byte order marks of other systems are no error, and do not move the caret") {
    CHECK(complaints_of(with_line_ends(good, "\r\n")) == "nothing is wrong\n");
    CHECK(complaints_of("\xEF\xBB\xBF" + good) == "nothing is wrong\n");
    CHECK(complaints_of(with_line_ends(good + "seed: x\n", "\r\n")) ==
          R"(scenario.yaml:6:7: error: seed: expected a whole number such as `4`, found `x`
   6 | seed: x
     |       ^
)");
    CHECK(complaints_of("\xEF\xBB\xBFtrainyard: 2\n" + good.substr(good.find('\n') + 1)) ==
          R"(scenario.yaml:1:12: error: trainyard: must be 1, the only one that there is, found `2`
   1 | trainyard: 2
     |            ^
)");
}

TEST_CASE("what would draw on the terminal is not passed on to it") {
    CHECK(
        complaints_of(good + "\"\\e[31mred\": 1\n") ==
        R"(scenario.yaml:6:1: error: \x1b[31mred: unknown key `\x1b[31mred`; known: trainyard, name, question, start, horizon, after_horizon, drain_limit, seed, include, gpus, jobs, workload, fleet, strategies, profiles, study, expect
   6 | "\e[31mred": 1
     | ^~~~~~~~~~~
)");
    CHECK(complaints_of(good + "name: [\x1B[31m]\n") ==
          R"(scenario.yaml:6:9: error: this is not valid YAML: a `,` or a `]` is missing before this
   6 | name: [ [31m]
     |         ^
scenario.yaml:6:7: note: what is still open began here
   6 | name: [ [31m]
     |       ^
)");
}

TEST_CASE("a file that is too large") {
    CHECK(complaints_of(good + "#" + std::string(10'000'000, ' ')) ==
          R"(scenario.yaml:1:1: error: `scenario.yaml` is larger than 8 MB, which is the limit
)");
    CHECK(complaints({{{"scenario.yaml", good + "include: [more.yaml]\n"},
                       {"more.yaml", "#" + std::string(10'000'000, ' ')}},
                      {}}) ==
          R"(scenario.yaml:6:11: error: include: `more.yaml` is larger than 8 MB, which is the limit
   6 | include: [more.yaml]
     |           ^~~~~~~~~
)");
}

TEST_CASE("a large file with nothing in it is fine") {
    CHECK(complaints_of(good + repeated("# and so on\n", 500'000)) == "nothing is wrong\n");
    CHECK(complaints_of(good + "question: " + std::string(5'000'000, 'w') + "\n") == "nothing is wrong\n");
}

TEST_CASE("more values than a scenario has") {
    CHECK(complaints_of(good + "include: [" + repeated("a,", 1'000'000) + "a]\n") ==
          R"(scenario.yaml:6:999927: error: more than 500000 values once aliases (`*name`) are resolved
)");
    std::string kinds = "jobs:\n";
    for (int i = 0; i < 10'001; ++i) {
        kinds += "  k" + std::to_string(i) + ": {work: 1 gpu-h}\n";
    }
    CHECK(complaints_of(good + kinds) ==
          R"(scenario.yaml:10007:3: error: more than 10000 keys in one mapping
10007 |   k10000: {work: 1 gpu-h}
     |   ^~~~~~
)");
}

TEST_CASE("nested without end") {
    CHECK(complaints_of(std::string(100'000, '[')) ==
          R"(scenario.yaml:1:33: error: nested more than 64 levels deep
   1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ …
     |                                 ^
)");
    CHECK(complaints_of(repeated("{a: ", 100'000)) ==
          R"(scenario.yaml:1:253: error: nested more than 64 levels deep
)");
    CHECK(complaints_of(repeated("- ", 100'000)) ==
          R"(scenario.yaml:1:129: error: nested more than 64 levels deep
)");
    CHECK(complaints_of(repeated("? ", 100'000)) ==
          R"(scenario.yaml:1:129: error: nested more than 64 levels deep
)");
    const std::string brackets = std::string(100'000, '[') + std::string(100'000, ']');
    CHECK(complaints_of(good + "question: " + brackets + "\n") ==
          R"(scenario.yaml:6:74: error: nested more than 64 levels deep
)");
    CHECK(complaints({{{"scenario.yaml", good}}, {"seed=" + std::string(100'000, '[')}}) ==
          R"(--set:1:38: error: nested more than 64 levels deep
)");
}

TEST_CASE("anchors that explode") {
    std::string laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
    for (int i = 1; i < 10; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        const std::string name = "a" + std::to_string(i);
        laughs += name + ": &" + name + " [" + repeated(before + ", ", 9) + before + "]\n";
    }
    CHECK(complaints_of(good + laughs) ==
          R"(scenario.yaml:11:20: error: more than 500000 values once aliases (`*name`) are resolved
  11 | a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4, *a4]
     |                    ^
)");

    // Each of these anchors names all that is inside of it.
    std::string nested = "question: ";
    for (int i = 0; i < 60; ++i) {
        nested += "&a" + std::to_string(i) + " [";
    }
    nested += repeated("1,", 400'000) + "1" + std::string(60, ']') + "\n";
    CHECK(complaints_of(good + nested) ==
          R"(scenario.yaml:6:355: error: more than 500000 values once aliases (`*name`) are resolved
)");
}

TEST_CASE("more mistakes than anybody reads") {
    CHECK(
        ends_of(complaints_of(head + "workload: {bot: {job: {work: 8 gpu-h}, arrivals: {at: [" +
                              repeated("x,", 400'000) + "x]}}}\n")) ==
        R"(scenario.yaml:5:56: error: workload.bot.arrivals.at.0: expected a duration such as `30 min`, found `x`
scenario.yaml:5:58: error: workload.bot.arrivals.at.1: expected a duration such as `30 min`, found `x`
scenario.yaml:5:60: error: workload.bot.arrivals.at.2: expected a duration such as `30 min`, found `x`
(495 more lines)
scenario.yaml:5:1052: error: workload.bot.arrivals.at.498: expected a duration such as `30 min`, found `x`
scenario.yaml:5:1054: error: workload.bot.arrivals.at.499: expected a duration such as `30 min`, found `x`
scenario.yaml:5:1054: error: and further errors, which are not listed
)");
    std::string streams = "jobs:\n";
    for (int i = 0; i < 5'000; ++i) {
        streams += "  kind-of-job-" + std::to_string(i) + ": {work: 1 gpu-h}\n";
    }
    streams += "workload:\n";
    for (int i = 0; i < 5'000; ++i) {
        const std::string number = std::to_string(i);
        streams += "  s" + number + ": {job: kind-of-jobs-" + number + ", arrivals: {every: 1 d}}\n";
    }
    CHECK(ends_of(complaints_of(head + streams)) ==
          R"(scenario.yaml:5007:13: error: workload.s0.job: there is no job kind named `kind-of-jobs-0`
5007 |   s0: {job: kind-of-jobs-0, arrivals: {every: 1 d}}
     |             ^~~~~~~~~~~~~~
(1495 more lines)
5506 |   s499: {job: kind-of-jobs-499, arrivals: {every: 1 d}}
     |               ^~~~~~~~~~~~~~~~
scenario.yaml:5506:15: error: and further errors, which are not listed
)");
}

TEST_CASE("a long chain of kinds that are like each other") {
    std::string kinds = "jobs:\n  k0: {work: 1 gpu-h}\n";
    for (int i = 1; i < 9'000; ++i) {
        kinds += "  k" + std::to_string(i) + ": {like: k" + std::to_string(i - 1) + "}\n";
    }
    CHECK(ends_of(complaints_of(good + kinds)) ==
          R"(scenario.yaml:8:14: error: jobs.k20.like: more than 20 kinds are like one another
   8 |   k1: {like: k0}
     |              ^~
(1495 more lines)
 507 |   k500: {like: k499}
     |                ^~~~
scenario.yaml:507:16: error: and further errors, which are not listed
)");
}

TEST_CASE("files that include each other more often than anybody needs") {
    Input input{{{"scenario.yaml", good + "include: [f0.yaml, f0.yaml]\n"}}, {}};
    for (int i = 0; i < 20; ++i) {
        const std::string next = "f" + std::to_string(i + 1) + ".yaml";
        input.files.emplace_back("f" + std::to_string(i) + ".yaml",
                                 "include: [" + next + ", " + next + "]\n");
    }
    input.files.emplace_back("f20.yaml", "seed: 2\n");
    CHECK(complaints(input) ==
          R"(f18.yaml:1:11: error: include: more than 100 files are included
   1 | include: [f19.yaml, f19.yaml]
     |           ^~~~~~~~
)");
}

TEST_CASE("lines and words that are too long to show") {
    CHECK(
        complaints_of(good + "seed: " + std::string(300, 'x') + "\n") ==
        R"(scenario.yaml:6:7: error: seed: expected a whole number such as `4`, found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…`
   6 | seed: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx …
     |       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)");
    CHECK(
        complaints_of(good + "? " + std::string(5'000, 'k') + "\n: 1\n") ==
        R"(scenario.yaml:6:3: error: kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…: unknown key `kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk…`; known: trainyard, name, question, start, horizon, after_horizon, drain_limit, seed, include, gpus, jobs, workload, fleet, strategies, profiles, study, expect
   6 | ? kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk …
     |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)");
    CHECK(
        complaints_of(head + "workload: {bot: {job: {work: 8 gpu-h}, arrivals: {at: [" +
                      repeated("1 h, ", 100) + "x]}}}\n") ==
        R"(scenario.yaml:5:556: error: workload.bot.arrivals.at.100: expected a duration such as `30 min`, found `x`
   5 | …  h, 1 h, 1 h, 1 h, 1 h, 1 h, 1 h, 1 h, 1 h, 1 h, 1 h, 1 h, x]}}}
     |                                                              ^
)");
}

TEST_CASE("a trace that is no trace") {
    const std::string table = "submit_s,gpus,work_gpu_h\n" + repeated("0,1,1\n", 1'000);
    const std::string packed = gzipped(table);
    CHECK(complaints_of_trace(packed) == "nothing is wrong\n");
    CHECK(
        complaints_of_trace(packed.substr(0, packed.size() / 2)) ==
        R"(scenario.yaml:5:54: error: workload.bot.trace.file: `jobs.csv`: the file is cut short: its gzip data end too early
   5 | workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}
     |                                                      ^~~~~~~~
)");
    std::string damaged = packed;
    damaged[damaged.size() / 2] = static_cast<char>(~damaged[damaged.size() / 2]);
    CHECK(
        complaints_of_trace(damaged) ==
        R"(scenario.yaml:5:54: error: workload.bot.trace.file: `jobs.csv`: the file is damaged: its gzip data do not unpack
   5 | workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}
     |                                                      ^~~~~~~~
)");
    CHECK(
        complaints_of_trace(std::string{"submit_s,gpus,work_gpu_h\n0,1,\0\n", 31}) ==
        R"(scenario.yaml:5:54: error: workload.bot.trace.file: `jobs.csv`: the file is not a text file: it has a zero byte in line 2
   5 | workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}
     |                                                      ^~~~~~~~
)");
    CHECK(
        complaints_of_trace("submit_s,gpus,work_gpu_h\n0,1,1\xFC\n") ==
        R"(scenario.yaml:5:54: error: workload.bot.trace.file: `jobs.csv`: the file is not UTF-8 text: it has the byte 0xFC in line 2
   5 | workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}
     |                                                      ^~~~~~~~
)");
    CHECK(complaints({{{"scenario.yaml", replay}, {"jobs.csv/", ""}}, {}}) ==
          R"(scenario.yaml:5:54: error: workload.bot.trace.file: `jobs.csv`: the file is a folder
   5 | workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}
     |                                                      ^~~~~~~~
)");
}

TEST_CASE("a trace with more wrong rows than anybody reads") {
    CHECK(
        ends_of(complaints_of_trace("submit_s,gpus,work_gpu_h\n" + repeated("x,1,1\n", 100'000))) ==
        R"(jobs.csv:2:1: error: workload.bot.trace.file: `submit_s` must be a number of seconds from 0 to 1e10, found `x`
   2 | x,1,1
     | ^
(60 more lines)
scenario.yaml:5:54: error: workload.bot.trace.file: `jobs.csv`: and 99980 more
   5 | workload: {bot: {job: {work: 8 gpu-h}, trace: {file: jobs.csv, format: trainyard}}}
     |                                                      ^~~~~~~~
)");
}

// Whoever lets others send scenarios must not hand out files with the complaints about them.
TEST_CASE("of a file that is none of ours at most a word is shown") {
    const std::string secret = "root:hunter2:0:0:x\ndaemon:swordfish:1:1:x\n";
    const auto told = [&](const std::string& more, const std::string& content) {
        const std::string text = complaints({{{"scenario.yaml", good + more}, {"secret", content}}, {}});
        CHECK(text.find("swordfish") == std::string::npos);
        CHECK(text.find("xyzzy") == std::string::npos);
        return text;
    };
    CHECK(told("include: [secret]\n", secret) ==
          "secret:1:1: error: expected a mapping of keys such as `workload:`, found a text\n");
    told("include: [secret]\n", "user: xyzzy\npassword: xyzzy\n");
    told("include: [secret]\n", "user: \"xyzzy\nhost: xyzzy: [\n");
    told("jobs: {k: {work: {empirical: secret}}}\n", secret);
    for (const std::string format : {"trainyard", "sacct", "philly", "helios", "swf"}) {
        std::string more = "trace: {file: secret, format: " + format + "}";
        const std::string stream = head + "workload: {bot: {job: {work: 8 gpu-h}, " + more + "}}\n";
        for (const std::string& content : {secret, std::string{"token = 1, xyzzy, xyzzy\nxyzzy, xyzzy\n"},
                                           std::string{"; xyzzy\n1 xyzzy\n2 xyzzy\n"}}) {
            const std::string text = complaints({{{"scenario.yaml", stream}, {"secret", content}}, {}});
            CAPTURE(format, text);
            CHECK(text.find("swordfish") == std::string::npos);
            CHECK((text.find("xyzzy") == std::string::npos || format == "swf"));
            CHECK(text.find("error:") == text.rfind("error:"));
        }
    }
}

TEST_CASE("a change of the command line that is no text") {
    CHECK(complaints({{{"scenario.yaml", good}}, {"seed=\x8B"}}) ==
          R"(--set:1:1: error: this is not UTF-8 text: it has the byte 0x8B in line 1
   1 | seed= 
     | ^
)");
}
