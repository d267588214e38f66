// Rows of runs as the store keeps them, written by hand.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "analysis/report/attempts.hpp"
#include "analysis/study/facts.hpp"

namespace trainyard::fixture {

// An event of a time line, as timeline_events writes it: pool 1 is process 1.
inline std::string phase(int process, int thread, const std::string& state, int from_s, int until_s,
                         const std::string& args) {
    return fmt::format(
        R"({{"name":"{}","ph":"X","pid":{},"tid":{},"ts":{},"dur":{},"cname":"c","args":{{{}}}}})", state,
        process, thread, from_s * 1'000'000LL, (until_s - from_s) * 1'000'000LL, args);
}

inline std::string job_phase(int process, int thread, const std::string& state, int from_s, int until_s,
                             int job, int instance = 1) {
    return phase(process, thread, state, from_s, until_s,
                 fmt::format(R"("job":{},"stream":"s","gpus":1,"instance":{})", job, instance));
}

inline std::string instant(int process, int thread, const std::string& what, int at_s, int job) {
    return fmt::format(R"({{"name":"{}","ph":"i","s":"t","pid":{},"tid":{},"ts":{},"args":{{"job":{}}}}})",
                       what, process, thread, at_s * 1'000'000LL, job);
}

inline std::string named(const char* what, int process, int thread, const std::string& name) {
    return fmt::format(R"({{"name":"{}","ph":"M","pid":{},"tid":{},"args":{{"name":"{}"}}}})", what, process,
                       thread, name);
}

inline std::string events(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& each : all) {
        text += (text.empty() ? "" : ",\n") + each;
    }
    return text;
}

// Strategy `mixed`: a rig of two GPUs, then spot after an hour.
inline ScenarioFacts facts() {
    ScenarioFacts made;
    made.start_unix_s = 1'767'571'200;  // Monday 2026-01-05
    made.horizon_s = 86'400;
    made.pools.push_back({"rig", "rigs", "g", 2, 1000, "USD a rig", "", "", ""});
    made.pools.push_back({"spot", "spot", "g", 1, 1.5, "USD/gpu-h", "", "", ""});
    StrategyFacts strategy{"mixed", {}, "fifo", "as the job says", 0, 1000};
    strategy.pools.push_back({"rig", 0, 1, ""});
    strategy.pools.push_back({"spot", 3600, {}, ""});
    made.strategies.push_back(strategy);
    return made;
}

// Job 1 holds a GPU of the rig all day; job 2 waits an hour for spot, is interrupted, waits again, finishes.
inline std::string day() {
    return events(
        {named("process_name", 1, 0, "mixed / rig"), named("process_name", 2, 0, "mixed / spot"),
         named("thread_name", 1, 1, "rig[1]"), named("thread_name", 2, 1, "spot[1]"),
         job_phase(1, 1, "compute", 0, 3600, 1), job_phase(1, 1, "checkpoint", 3600, 3660, 1),
         job_phase(1, 1, "compute", 3660, 7200, 1), phase(1, 1, "idle", 7200, 86400, R"("instance":1)"),
         phase(2, 1, "boot", 3600, 3700,
               R"("job":2,"stream":"s","gpus":1,"instance":1,"passed":[["rig","full"]])"),
         job_phase(2, 1, "load", 3700, 3800, 2, 1), job_phase(2, 1, "compute", 3800, 5000, 2, 1),
         job_phase(2, 1, "rework", 5000, 5600, 2, 1), instant(2, 1, "interruption", 5600, 2),
         phase(2, 1, "boot", 9200, 9300,
               R"("job":2,"stream":"s","gpus":1,"instance":2,"passed":[["rig","no room"]])"),
         job_phase(2, 1, "restore", 9300, 9310, 2, 2), job_phase(2, 1, "compute", 9310, 10000, 2, 2)});
}

inline std::string day_jobs() {
    return "mixed,1,1,s,k,t,0,0,7200,finished,1,0,0,0,0,0,7140,0,60,0,1,rig,2.000000\n"
           "mixed,1,2,\"s, "
           "\"\"quoted\"\"\",k,t,0,3600,10000,finished,1,7200,200,0,10,100,1890,600,0,1,2,spot,1.250000\n";
}

}  // namespace trainyard::fixture
