// What goes wrong around the program: disks, memory, processes, files of others. Each time there is a
// message that says what to do, and nothing that was finished is lost.
#include <sys/mount.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "analysis/store/database.hpp"
#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

namespace {

namespace fs = std::filesystem;

std::string file() { return scratch_file("faults.yaml", small_scenario()); }

std::string runs(const std::string& out, int replications) {
    return "run --strategy own --replications " + std::to_string(replications) + " --out " + out + " " +
           file();
}

const std::vector<std::string> made{"runs.csv", "jobs.csv", "ledger.csv", "summary.json"};

// Whether both folders hold the same, byte for byte.
void check_same(const std::string& one, const std::string& other) {
    for (const std::string& name : made) {
        CAPTURE(name);
        CHECK(fs::exists(one + "/" + name));
        CHECK(content_of(one + "/" + name) == content_of(other + "/" + name));
    }
}

int held(const std::string& out) {
    const Ended status = call("status " + out);
    const auto at = status.out.find(": ");
    return status.code == 0 && at != std::string::npos ? std::stoi(status.out.substr(at + 2)) : -1;
}

// A disk of its own in the scratch folder, as small as one likes; only for root, and not in every container.
class SmallDisk {
public:
    explicit SmallDisk(const std::string& name) : path_{scratch_path(name)} {
        fs::create_directories(path_);
        mounted_ = mount("trainyard-test", path_.c_str(), "tmpfs", 0, "size=1m") == 0;
    }
    ~SmallDisk() {
        if (mounted_) {
            umount2(path_.c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_there() const { return mounted_; }
    const std::string& path() const { return path_; }
    void change(unsigned long flags, const char* size) const {
        REQUIRE(mount("trainyard-test", path_.c_str(), "tmpfs", MS_REMOUNT | flags, size) == 0);
    }

private:
    std::string path_;
    bool mounted_ = false;
};

// The small scenario under that name, with other arrivals.
std::string often(const std::string& name, const std::string& arrivals) {
    std::string text = small_scenario();
    const std::string regular = "every: 1 h";
    text.replace(text.find(regular), regular.size(), arrivals);
    text.replace(text.find("name: small"), 11, "name: " + name);
    return scratch_file(name + ".yaml", text);
}

// Four runs, of a tenth of a second each or more.
std::string slow_sweep(const std::string& out) {
    return "sweep --strategy own --set 'horizon=120 d' --vary 'fleet.rigs.rig.count=90,100' --replications 2 "
           "--out " +
           out + " " + often("slow", "poisson: 1/min");
}

void change_store(const std::string& out, const std::string& sql) {
    trainyard::Database{out + "/results.db", trainyard::Database::Mode::existing}.execute(sql);
}

}  // namespace

TEST_CASE("a full disk stops the command with what to do, and with room it goes on from there") {
    const SmallDisk disk{"disk"};
    if (!disk.is_there()) {
        WARN("skipped: no tmpfs can be mounted here");
        return;
    }
    const std::string out = disk.path() + "/out";
    const Ended full = call(runs(out, 100));
    CHECK(full.code == 3);
    CHECK_THAT(full.err, Contains("full") && Contains("make room and give the same command again"));
    const int before = held(out);
    CHECK(before > 3);
    disk.change(0, "size=60m");
    const Ended more = call(runs(out, 100));
    CHECK(more.code == 0);
    CHECK_THAT(more.err, Contains("holds " + std::to_string(before) + " of the 100 runs"));
    REQUIRE(call(runs(scratch_path("roomy"), 100)).code == 0);
    check_same(out, scratch_path("roomy"));
}

TEST_CASE("a file that may grow no further is an error, not a signal") {
    const std::string out = scratch_path("limited");
    const Ended limited = in_shell("ulimit -f 1200; \"$trainyard\" " + runs(out, 100));
    CHECK(limited.code == 3);
    CHECK_THAT(limited.err, Contains("what is saved is safe"));
    const int before = held(out);
    CHECK(before > 3);
    CHECK_THAT(call(runs(out, 100)).err, Contains("holds " + std::to_string(before) + " of the 100 runs"));
    CHECK(held(out) == 100);
}

TEST_CASE(
    "a folder that cannot be written is told before anything runs, and one that could be is still read") {
    const SmallDisk disk{"still"};
    if (!disk.is_there()) {
        WARN("skipped: no tmpfs can be mounted here");
        return;
    }
    const std::string out = disk.path() + "/out";
    REQUIRE(call(runs(out, 3)).code == 0);
    const std::string rows = content_of(out + "/runs.csv");
    disk.change(MS_RDONLY, "size=1m");
    const Ended refused = call(runs(disk.path() + "/new", 3));
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK_THAT(refused.err, Contains("cannot write to") && Contains("Read-only file system"));
    const Ended grown = call(runs(out, 4));
    CHECK(grown.code == 2);
    CHECK_THAT(grown.err, Contains("Read-only file system"));
    CHECK_THAT(call("status " + out).out, Contains("3 of 3 runs done"));
    CHECK(call("export " + out).out == rows);
    CHECK(call("import csv " + file() + " --columns submit=t,duration=d --out " + disk.path() + "/x").code !=
          0);
}

TEST_CASE("a run without memory fails alone") {
    const std::string out = scratch_path("memory");
    const std::string large = often("large", "at: [0 s], batch: 1000000");
    const Ended ended = in_shell("ulimit -v 400000; \"$trainyard\" run --strategy own --out " + out + " " +
                                 file() + " " + large);
    CHECK(ended.code == 3);
    CHECK_THAT(ended.err,
               Contains("scenario large") && Contains("out of memory") && Contains("1 of 2 runs failed"));
    CHECK_THAT(ended.out, Contains("small"));
    CHECK(held(out) == 1);
}

TEST_CASE("a child that is killed is a failed run, and the next time it is made") {
    const std::string out = scratch_path("child-killed");
    const Ended killed = in_shell("\"$trainyard\" " + slow_sweep(out) +
                                  " --jobs 1 & pid=$!\n"
                                  "for i in $(seq 1000); do child=$(pgrep -P $pid | head -n 1); "
                                  "[ \"$child\" ] && break; done; kill -KILL $child; wait $pid");
    CHECK(killed.code == 3);
    CHECK_THAT(killed.err, Contains("killed by signal 9 (Killed)") && Contains("1 of 4 runs failed"));
    CHECK(held(out) == 3);
    const Ended again = call(slow_sweep(out));
    CHECK(again.code == 0);
    CHECK_THAT(again.err, Contains("holds 3 of the 4 runs"));
    CHECK(again.out == call(slow_sweep(scratch_path("child-lived"))).out);
    CHECK(content_of(out + "/points.csv") == content_of(scratch_path("child-lived") + "/points.csv"));
}

TEST_CASE("children go when their parent is killed") {
    const std::string endless = often("endless", "poisson: 900000 / year") + " --set 'horizon=10 year'";
    const Ended killed =
        in_shell("\"$trainyard\" run --strategy own --jobs 2 --replications 2 " + endless +
                 " & pid=$!\n"
                 "for i in $(seq 1000); do children=$(pgrep -P $pid); [ \"$children\" ] && break; "
                 "done; kill -KILL $pid; sleep 0.5; alive=\n"
                 "for each in $children; do [ -e /proc/$each ] && ! grep -q ') Z' /proc/$each/stat && "
                 "alive=yes; done; echo children=${children:+some} alive=$alive");
    CHECK(killed.out == "children=some alive=\n");
}

TEST_CASE("a store that a newer trainyard wrote is left as it is") {
    const std::string out = scratch_path("newer");
    REQUIRE(call(runs(out, 2)).code == 0);
    change_store(out, "UPDATE plan SET value = '99' WHERE key = 'format'");
    const std::string bytes = content_of(out + "/results.db");
    for (const std::string& command :
         {runs(out, 3), "status " + out, "export " + out, "merge " + out, "resume " + out}) {
        CAPTURE(command);
        const Ended refused = call(command);
        CHECK_THAT(refused.err,
                   Contains("it has format 99") && Contains("another version of trainyard made it"));
    }
    CHECK(call(runs(out, 3)).code == 2);
    CHECK(content_of(out + "/results.db") == bytes);
}

TEST_CASE("what a store holds is not believed when it cannot be so") {
    for (const char* const damage :
         {"UPDATE runs SET warnings = 'x' WHERE run = 1", "UPDATE runs SET cash_by_month_usd = '{}'",
          "UPDATE metrics SET metric = 9999 WHERE run = 1 AND position = 0"}) {
        CAPTURE(damage);
        const std::string out = scratch_path("unbelievable");
        REQUIRE(call("run --fresh --strategy own --replications 3 --out " + out + " " + file()).code == 0);
        change_store(out, damage);
        const Ended refused = call(runs(out, 4));
        CHECK(refused.code == 2);
        CHECK_THAT(refused.err, Contains("results.db: what it holds of run") && Contains("is damaged"));
        CHECK_THAT(call("status " + out).err, Contains("is damaged"));
    }
}

TEST_CASE("a store with broken bytes anywhere is used as it should be, or refused") {
    const std::string whole = scratch_path("whole");
    REQUIRE(call(runs(whole, 4)).code == 0);
    const std::string bytes = content_of(whole + "/results.db");
    const std::string out = scratch_path("broken");
    fs::copy(whole, out, fs::copy_options::recursive);
    int refused = 0;
    for (std::size_t at = 20; at < bytes.size(); at += bytes.size() / 15) {
        std::string broken = bytes;
        for (std::size_t i = at; i < std::min(at + 40, bytes.size()); ++i) {
            broken[i] = static_cast<char>(~broken[i]);
        }
        scratch_file("broken/results.db", broken);
        const Ended ended = call(runs(out, 4));
        CAPTURE(at, ended.err);
        CHECK((ended.code == 0 || ended.code == 2 || ended.code == 3));
        CHECK((ended.code == 0 || ended.err.find("results.db") != std::string::npos));
        refused += ended.code != 0 ? 1 : 0;
    }
    CHECK(refused >= 3);
    for (const std::size_t size : {std::size_t{2000}, bytes.size() / 3, bytes.size() - 4096}) {
        scratch_file("broken/results.db", bytes.substr(0, size));
        const Ended ended = call(runs(out, 4));
        CAPTURE(size, ended.err);
        CHECK((ended.code == 2 || ended.code == 3));
        CHECK_THAT(ended.err, Contains("results.db"));
    }
    fs::remove(out + "/results.db");
    CHECK(call(runs(out, 4)).code == 0);
    check_same(out, whole);
}

TEST_CASE("two commands on one folder: the second is turned away, the first does not notice") {
    const std::string out = scratch_path("two");
    const Ended both = in_shell("\"$trainyard\" " + slow_sweep(out) +
                                " >/dev/null & pid=$!\n"
                                "for i in $(seq 1000); do [ -e '" +
                                out + "/results.db' ] && break; sleep 0.01; done; \"$trainyard\" " +
                                slow_sweep(out) + "; echo second=$?; wait $pid; echo first=$?");
    CHECK(both.out == "second=2\nfirst=0\n");
    CHECK_THAT(both.err, Contains("another trainyard is at work there (process "));
    CHECK(held(out) == 4);
}

TEST_CASE("a clock that was set back changes nothing") {
    const std::string out = scratch_path("future");
    REQUIRE(call(runs(out, 3)).code == 0);
    const auto next_year = fs::file_time_type::clock::now() + std::chrono::hours{24 * 365};
    for (const fs::directory_entry& entry : fs::directory_iterator{out}) {
        fs::last_write_time(entry.path(), next_year);
    }
    const Ended more = call(runs(out, 6));
    CHECK(more.code == 0);
    CHECK_THAT(more.err, Contains("holds 3 of the 6 runs"));
    REQUIRE(call(runs(scratch_path("present"), 6)).code == 0);
    check_same(out, scratch_path("present"));
}

TEST_CASE("import overwrites only what import has made") {
    const std::string log = scratch_file("log.csv", "t,n,d\n0,1,60\n");
    const std::string import = "import csv " + log + " --columns submit=t,gpus=n,duration=d --out ";
    const std::string mine = scratch_file("mine.csv", "years of work\n");
    const Ended refused = call(import + mine);
    CHECK(refused.code == 2);
    CHECK_THAT(refused.err, Contains("mine.csv was not made by this command"));
    CHECK(content_of(mine) == "years of work\n");
    CHECK_THAT(call(import + log).err, Contains("is what is to be read"));
    CHECK_THAT(call(import + scratch_path("")).err, Contains("is no file that could be replaced"));
    CHECK(call(import + scratch_path("imported.csv")).code == 0);
    CHECK(call(import + scratch_path("imported.csv")).code == 0);
    const std::string list =
        scratch_file("list.csv", "InstanceType,AcceleratorName,AcceleratorCount,Price\ng,H100,1,6.5\n");
    const std::string prices = "import prices --from skypilot " + list + " --gpu h100 --out ";
    CHECK(call(prices + mine).code == 2);
    CHECK(content_of(mine) == "years of work\n");
    CHECK(call(prices + scratch_path("list.yaml")).code == 0);
    CHECK(call(prices + scratch_path("list.yaml")).code == 0);
}
