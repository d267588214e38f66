#include "sim/ledger/timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "sim/ledger/holds.hpp"
#include "sim/ledger/trace_events.hpp"

namespace trainyard {
namespace {

const char* name_of(PassedOver::Why why) {
    switch (why) {
        case PassedOver::Why::not_open:
            return "not open yet";
        case PassedOver::Why::full:
            return "full";
        case PassedOver::Why::no_room:
            return "no room";
    }
    return "";
}

// The rows of one machine: as many as it ever holds jobs at once.
class Lanes {
public:
    std::size_t take(SimTime from, SimTime until) {
        const auto free =
            std::find_if(free_from_.begin(), free_from_.end(), [from](SimTime time) { return time <= from; });
        const auto lane = static_cast<std::size_t>(free - free_from_.begin());
        if (free == free_from_.end()) {
            free_from_.push_back(until);
        } else {
            *free = until;
        }
        return lane;
    }

private:
    std::vector<SimTime> free_from_;
};

class Timeline {
public:
    Timeline(const Scenario& scenario, const Strategy& strategy, const Trace& trace, int run)
        : scenario_{scenario},
          strategy_{strategy},
          trace_{trace},
          first_process_{1 + run * static_cast<std::int64_t>(scenario.pools.size())} {}

    std::string write() {
        for (std::size_t i = 0; i < scenario_.pools.size(); ++i) {
            if (is_used(PoolIndex{i})) {
                writer_.name_process(process_of(PoolIndex{i}),
                                     strategy_.name + " / " + scenario_.pools[i].name);
            }
        }
        const HoldsByMachine holds{trace_};
        for (std::size_t i = 0; i < trace_.machines.size(); ++i) {
            write_machine(MachineIndex{i}, holds.of(MachineIndex{i}));
        }
        return writer_.take();
    }

private:
    bool is_used(PoolIndex pool) const {
        return std::any_of(strategy_.pools.begin(), strategy_.pools.end(),
                           [pool](const PoolUse& use) { return use.pool == pool; });
    }

    std::int64_t process_of(PoolIndex pool) const { return first_process_ + pool.value; }

    // A machine has room for a row a GPU, though it seldom needs more than one.
    EventRow row_of(const MachineFact& machine, std::size_t lane) const {
        const std::int64_t gpus = scenario_.pool(machine.pool).gpus_per_machine.count;
        return {process_of(machine.pool), (machine.place - 1) * gpus + static_cast<std::int64_t>(lane) + 1};
    }

    EventRow named_row(const MachineFact& machine, std::size_t lane) {
        const EventRow row = row_of(machine, lane);
        if (named_.insert({row.process, row.thread}).second) {
            const std::string name = fmt::format("{}[{}]", scenario_.pool(machine.pool).name, machine.place);
            writer_.name_thread(row, lane == 0 ? name : fmt::format("{} job {} at once", name, lane + 1));
        }
        return row;
    }

    void write_machine(MachineIndex index, std::span<const Hold> holds) {
        const MachineFact& machine = trace_.machines[index.value];
        const EventRow first = named_row(machine, 0);
        const SimTime gone = std::min(machine.released.value_or(trace_.end), trace_.end);
        write_idle(machine, holds, gone);
        Lanes lanes;
        for (const Hold& hold : holds) {
            write_hold(index, hold, named_row(machine, lanes.take(hold.from, hold.until)));
        }
        const std::string args = fmt::format("\"instance\":{}", machine.number);
        if (machine.notice) {
            writer_.instant(first, *machine.notice, "notice", args);
        }
        if (machine.lost) {
            writer_.instant(first, gone, "machine lost", args);
        }
    }

    // Stretches in which no job is on the machine at all.
    void write_idle(const MachineFact& machine, std::span<const Hold> holds, SimTime gone) {
        const std::string args = fmt::format("\"instance\":{}", machine.number);
        SimTime busy_until = machine.launched;
        const auto idle_till = [&](SimTime next) {
            if (busy_until < next) {
                writer_.phase(row_of(machine, 0), {busy_until, next, GpuState::idle}, args);
            }
        };
        for (const Hold& hold : holds) {
            idle_till(hold.from);
            busy_until = std::max(busy_until, hold.until);
        }
        idle_till(gone);
    }

    void write_hold(MachineIndex index, const Hold& hold, EventRow row) {
        const AttemptFact& attempt = trace_.attempts[hold.attempt];
        const JobFact& job = trace_.jobs[hold.job.value];
        const std::string args = fmt::format(R"("job":{},"stream":{},"gpus":{},"instance":{})",
                                             hold.job.value + 1, json_text(scenario_.stream(job.stream).name),
                                             hold.used.count, trace_.machines[index.value].number);
        std::string passed = passed_over(attempt);  // told once, with its first phase
        for (const Segment& segment : segments_of(trace_, attempt)) {
            writer_.phase(row, segment, passed.empty() ? args : args + passed);
            passed.clear();
        }
        if (attempt.end < hold.until) {
            writer_.phase(row, {attempt.end, hold.until, GpuState::linger}, args);
        }
        if (attempt.how == AttemptEnd::interrupted) {
            writer_.instant(row, attempt.end, "interruption", args);
        } else if (attempt.how == AttemptEnd::failed) {
            writer_.instant(row, attempt.end, "failure", args);
        }
    }

    // `,"passed":[["rigs","full"]]` where the job would rather have been elsewhere.
    std::string passed_over(const AttemptFact& attempt) const {
        if (attempt.choice == 0) {
            return "";
        }
        std::string text = ",\"passed\":[";
        for (const PassedOver& each : trace_.choices[attempt.choice - 1]) {
            text += fmt::format("{}[{},\"{}\"]", text.back() == '[' ? "" : ",",
                                json_text(scenario_.pool(each.pool).name), name_of(each.why));
        }
        return text + "]";
    }

    const Scenario& scenario_;
    const Strategy& strategy_;
    const Trace& trace_;
    std::int64_t first_process_;
    EventWriter writer_;
    std::set<std::pair<std::int64_t, std::int64_t>> named_;  // (process, thread)
};

}  // namespace

std::string timeline_events(const Scenario& scenario, const Strategy& strategy, const Trace& trace, int run) {
    return Timeline{scenario, strategy, trace, run}.write();
}

std::string timeline_document(const std::vector<std::string>& events) {
    std::string document = "{\"displayTimeUnit\":\"ms\",\"traceEvents\":[\n";
    bool first = true;
    for (const std::string& run : events) {
        if (!run.empty()) {
            document += first ? "" : ",\n";
            document += run;
            first = false;
        }
    }
    return document + "\n]}\n";
}

}  // namespace trainyard
