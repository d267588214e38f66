#include "tests/stories/story.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string_view>

#include "analysis/runs/child_process.hpp"
#include "sim/engine/engine.hpp"
#include "sim/ledger/outcome.hpp"
#include "sim/ledger/segments.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/support/sections.hpp"

namespace trainyard::stories {

namespace {

constexpr std::string_view metric_mark = "metric ";
constexpr std::string_view strategy_mark = "strategy ";

const char* word_for(AttemptEnd how) {
    switch (how) {
        case AttemptEnd::finished:
            return "finished";
        case AttemptEnd::failed:
            return "failed";
        case AttemptEnd::interrupted:
            return "interrupted";
        case AttemptEnd::open:
            return "open";
        case AttemptEnd::piloted:
            return "piloted";
        case AttemptEnd::moved:
            return "moved";
    }
    return "";
}

const char* word_for(JobStatus status) {
    switch (status) {
        case JobStatus::finished:
            return "finished";
        case JobStatus::failed:
            return "failed";
        case JobStatus::unfinished:
            return "unfinished";
    }
    return "";
}

class Teller {
public:
    Teller(const Scenario& scenario, const Strategy& strategy, const Trace& trace)
        : scenario_{scenario},
          strategy_{strategy},
          trace_{trace},
          outcome_{fold(scenario, strategy, trace)} {}

    std::string tell(const std::vector<std::string>& expected) {
        if (scenario_.strategies.size() > 1) {
            say("{}{}", strategy_mark, strategy_.name);
        }
        for (std::size_t i = 0; i < trace_.jobs.size(); ++i) {
            tell_job(i);
        }
        for (const MachineFact& machine : trace_.machines) {
            tell_machine(machine);
        }
        for (const DownFact& down : trace_.downs) {
            const MachineFact& rig = trace_.machines[down.machine.value];
            say("{} #{}: down {}..{}", scenario_.pool(rig.pool).name, rig.number, second_of(down.from),
                second_of(down.until));
        }
        tell_metrics(expected);
        return text_;
    }

private:
    template <class... Values>
    void say(fmt::format_string<Values...> format, Values&&... values) {
        text_ += fmt::format(format, std::forward<Values>(values)...) + "\n";
    }

    void tell_job(std::size_t index) {
        const JobFact& job = trace_.jobs[index];
        const JobRow& row = outcome_.jobs[index];
        say("job {} {}: submitted {}, queued {}, {}{}", index + 1, scenario_.stream(job.stream).name,
            second_of(job.submit), row.seconds[0].count(), word_for(job.status),
            job.end ? fmt::format(" {}", second_of(*job.end)) : "");
        for (const AttemptFact& attempt : trace_.attempts) {
            if (attempt.job == JobIndex{index}) {
                tell_attempt(attempt);
            }
        }
    }

    void tell_attempt(const AttemptFact& attempt) {
        std::string where;
        SimTime held = attempt.end;
        for (std::uint32_t i = 0; i < attempt.members; ++i) {
            const GangMember& member = trace_.members[attempt.first_member + i];
            where +=
                fmt::format("{}{}", where.empty() ? "" : "+", trace_.machines[member.machine.value].number);
            held = std::max(held, member.held_until);
        }
        std::string what = fmt::format("{}", second_of(attempt.allocated));
        for (const Segment& segment : segments_of(trace_, attempt)) {
            what += fmt::format(" {} {}", name_of(segment.state), second_of(segment.to));
        }
        what += fmt::format(" {}", word_for(attempt.how));
        if (held > attempt.end) {
            what += fmt::format(", linger {}", second_of(held));
        }
        say("  {} #{}: {}", scenario_.pool(attempt.pool).name, where, what);
    }

    void tell_machine(const MachineFact& machine) {
        const Pool& pool = scenario_.pool(machine.pool);
        if (pool.rigs() != nullptr) {
            return;
        }
        const SimTime until = machine.released.value_or(trace_.end);
        say("{} #{}: {}..{}{}{}", pool.name, machine.number, second_of(machine.launched), second_of(until),
            machine.notice ? fmt::format(", notice {}", second_of(*machine.notice)) : "",
            machine.lost ? ", lost" : "");
    }

    void tell_metrics(const std::vector<std::string>& expected) {
        bool mine = true;
        for (const std::string& line : expected) {
            if (line.starts_with(strategy_mark)) {
                mine = line.substr(strategy_mark.size()) == strategy_.name;
            } else if (mine && line.starts_with(metric_mark)) {
                const std::string rest = line.substr(metric_mark.size());
                tell_metric(rest.substr(0, rest.find(' ')));
            }
        }
    }

    void tell_metric(const std::string& name) {
        for (const Metric& metric : outcome_.metrics) {
            if (metric.name == name) {
                say("{}{} {}", metric_mark, name, metric.value ? fmt::format("{}", *metric.value) : "null");
                return;
            }
        }
        say("{}{} does not exist", metric_mark, name);
    }

    const Scenario& scenario_;
    const Strategy& strategy_;
    const Trace& trace_;
    Outcome outcome_;
    std::string text_;
};

std::string run(const Scenario& scenario, const Strategy& strategy,
                const std::vector<std::string>& expected) {
    StopSignals stop;
    const ChildEnd end = run_in_child(
        [&] {
            const Trace trace = simulate(scenario, strategy, {scenario.seed, 1});
            return Teller{scenario, strategy, trace}.tell(expected);
        },
        stop, [] {});
    if (const auto* told = std::get_if<Bytes>(&end)) {
        return told->text;
    }
    const auto* crash = std::get_if<Crash>(&end);
    return fmt::format("crash: {}\n", crash != nullptr ? crash->reason : "stopped");
}

}  // namespace

Story read_story(const std::string& path) {
    const tests::Sections sections = tests::read_sections(path);
    return {
        sections.title, sections.body, {sections.further.begin(), sections.further.end()}, sections.expected};
}

std::vector<std::string> tell(const Story& story) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / fmt::format("trainyard-story-{}", getpid());
    std::filesystem::create_directories(folder);
    const std::filesystem::path file = folder / "story.yaml";
    std::ofstream{file} << story.scenario;
    for (const auto& [name, text] : story.files) {
        std::ofstream{folder / name} << text;
    }
    const Loaded loaded = load_scenario(file.string(), {});
    std::filesystem::remove_all(folder);
    if (!loaded.scenario) {
        return tests::lines_of(render(loaded.errors));
    }
    std::string told;
    for (const Strategy& strategy : loaded.scenario->strategies) {
        told += run(*loaded.scenario, strategy, story.expected);
    }
    return tests::lines_of(told);
}

std::string retold(const Story& story, const std::vector<std::string>& told) {
    return tests::text_of({story.title, story.scenario, {story.files.begin(), story.files.end()}, {}}, told);
}

}  // namespace trainyard::stories
