#include "analysis/report/machine_rows.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

namespace trainyard {
namespace {

using Event = nlohmann::json;

GpuState state_of(std::string_view name) {
    for (std::size_t i = 0; i < gpu_state_count; ++i) {
        if (name == name_of(static_cast<GpuState>(i))) {
            return static_cast<GpuState>(i);
        }
    }
    throw DamagedRows{"the time line of a run has a phase `" + std::string{name} + "`"};
}

constexpr std::int64_t us_per_s = 1'000'000;

// How timeline_events begins a phase. There may be millions of them, so they are read by hand; within a
// string a quote would have a backslash before it, so no name can look like a key.
constexpr std::string_view phase_begin = "{\"name\":\"";
constexpr std::string_view phase_mark = "\",\"ph\":\"X\",";

constexpr std::string_view passed_key = ",\"passed\":";

bool is_phase(std::string_view line) {
    return line.starts_with(phase_begin) &&
           line.substr(std::min(line.find('"', phase_begin.size()), line.size())).starts_with(phase_mark);
}

std::optional<std::int64_t> number_in(std::string_view line, std::string_view key) {
    const std::size_t at = line.find(key);
    std::int64_t number = 0;
    if (at == line.npos) {
        return std::nullopt;
    }
    const char* begin = line.data() + at + key.size();
    return std::from_chars(begin, line.data() + line.size(), number).ec == std::errc{} ? std::optional{number}
                                                                                       : std::nullopt;
}

class TimelineReader {
public:
    explicit TimelineReader(const std::string& strategy) : pool_prefix_{strategy + " / "} {}

    void add(const Event& event) {
        const std::string kind = event.at("ph");
        if (kind == "M") {
            add_name(event);
        } else if (kind == "i") {
            const Event& args = event.at("args");
            row(event).marks.push_back({event.at("ts").get<std::int64_t>() / us_per_s, event.at("name"),
                                        args.value("job", std::int64_t{0})});
        }
    }

    void add_phase(std::string_view line) {
        const std::string_view name =
            line.substr(phase_begin.size(), line.find('"', phase_begin.size()) - phase_begin.size());
        MachinePhase phase;
        phase.state = state_of(name);
        phase.from_s = number_in(line, ",\"ts\":").value_or(0) / us_per_s;
        phase.until_s = phase.from_s + number_in(line, ",\"dur\":").value_or(0) / us_per_s;
        phase.job = number_in(line, "{\"job\":").value_or(0);
        phase.gpus = static_cast<int>(number_in(line, ",\"gpus\":").value_or(0));
        phase.instance = number_in(line, "\"instance\":").value_or(0);
        phase.passed = passed_in(line);
        const auto process = number_in(line, ",\"pid\":");
        const auto thread = number_in(line, ",\"tid\":");
        if (!process || !thread) {
            throw DamagedRows{"a phase in the time line of a run is on no machine"};
        }
        rows_[{*process, *thread}].phases.push_back(phase);
    }

    MachineRows take() {
        MachineRows read;
        read.passed = std::move(passed_);
        std::map<std::int64_t, std::size_t> pools;
        for (const auto& [process, name] : pools_) {
            pools[process] = read.pools.size();
            read.pools.push_back(name);
        }
        for (auto& [key, row] : rows_) {
            row.pool = pools.at(key.first);
            std::sort(row.phases.begin(), row.phases.end(),
                      [](const auto& a, const auto& b) { return a.from_s < b.from_s; });
            fold_checkpoints(row.phases);
            if (!row.phases.empty()) {
                read.end_s = std::max(read.end_s, row.phases.back().until_s);
            }
            read.rows.push_back(std::move(row));
        }
        return read;
    }

private:
    MachineRow& row(const Event& event) { return rows_[{event.at("pid"), event.at("tid")}]; }

    void add_name(const Event& event) {
        const std::string what = event.at("name");
        if (what == "process_name") {
            const std::string name = event.at("args").at("name");
            pools_[event.at("pid")] =
                name.starts_with(pool_prefix_) ? name.substr(pool_prefix_.size()) : name;
        } else if (what == "thread_name") {
            MachineRow& named = row(event);
            named.name = event.at("args").at("name");
            named.further = named.name.ends_with(" at once");
        }
    }

    // The last of what a phase says, if it says it.
    std::size_t passed_in(std::string_view line) {
        const std::size_t at = line.find(passed_key);
        if (at == line.npos || !line.ends_with("}}")) {
            return 0;
        }
        const std::size_t begin = at + passed_key.size();
        const std::string text{line.substr(begin, line.size() - 2 - begin)};
        const auto [known, fresh] = passed_lists_.try_emplace(text, passed_.size());
        if (fresh) {
            std::vector<PassedPool>& list = passed_.emplace_back();
            for (const Event& each : Event::parse(text)) {
                list.push_back({each.at(0), each.at(1)});
            }
        }
        return known->second;
    }

    // compute, checkpoint, compute of one job become one compute. A checkpoint at an end stays by itself.
    static void fold_checkpoints(std::vector<MachinePhase>& phases) {
        std::vector<MachinePhase> folded;
        for (const MachinePhase& phase : phases) {
            const std::size_t n = folded.size();
            const auto follows = [&phase](const MachinePhase& before) {
                return before.job == phase.job && before.until_s <= phase.from_s;
            };
            const bool fold = phase.state == GpuState::compute && n >= 2 &&
                              folded[n - 1].state == GpuState::checkpoint && follows(folded[n - 1]) &&
                              folded[n - 1].until_s == phase.from_s &&
                              folded[n - 2].state == GpuState::compute &&
                              folded[n - 2].until_s == folded[n - 1].from_s && follows(folded[n - 2]);
            if (fold) {
                const MachinePhase write = folded.back();
                folded.pop_back();
                folded.back().until_s = phase.until_s;
                folded.back().checkpoint_s += write.until_s - write.from_s;
                ++folded.back().checkpoints;
            } else {
                folded.push_back(phase);
            }
        }
        phases = std::move(folded);
    }

    std::string pool_prefix_;
    std::vector<std::vector<PassedPool>> passed_{{}};
    std::map<std::string, std::size_t> passed_lists_;                   // by their text
    std::map<std::int64_t, std::string> pools_;                         // by process
    std::map<std::pair<std::int64_t, std::int64_t>, MachineRow> rows_;  // by process and thread
};

}  // namespace

MachineRows read_timeline(const std::string& events, const std::string& strategy) {
    TimelineReader reader{strategy};
    try {
        for (std::size_t at = 0; at < events.size();) {  // an event a line
            const std::size_t end = std::min(events.find('\n', at), events.size());
            std::size_t last = end;
            if (last > at && events[last - 1] == ',') {
                --last;
            }
            const std::string_view line = std::string_view{events}.substr(at, last - at);
            if (is_phase(line)) {
                reader.add_phase(line);
            } else if (!line.empty()) {
                reader.add(Event::parse(line));
            }
            at = end + 1;
        }
        return reader.take();
    } catch (const Event::exception&) {
        throw DamagedRows{"the time line of a run cannot be read"};
    } catch (const std::out_of_range&) {
        throw DamagedRows{"the time line of a run names no pool"};
    }
}

}  // namespace trainyard
