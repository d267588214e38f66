// Streams that replay a trace: its rows as jobs of this scenario.
#include <fmt/format.h>

#include <numeric>

#include "sim/scenario/nearest.hpp"
#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

TraceWindow read_window(const Block& block) {
    TraceWindow window;
    read(block, "from", window.from, read_seconds);
    read(block, "length", window.length, read_seconds);
    read(block, "scale", window.scale, read_number);
    read(block, "repeat", window.repeat, read_flag);
    return window;
}

// Position in the stream's kinds of the kind that a row names, added when it is new; nothing when
// `jobs:` has none of that name.
std::optional<std::uint32_t> kind_of(const std::string& name, Stream& stream, const JobKinds& known) {
    for (std::size_t i = 0; i < stream.kinds.size(); ++i) {
        if (stream.kinds[i].kind == name) {
            return static_cast<std::uint32_t>(i);
        }
    }
    const auto found = known.find(name);
    if (found == known.end()) {
        return std::nullopt;
    }
    stream.kinds.push_back(found->second.spec);
    return static_cast<std::uint32_t>(stream.kinds.size() - 1);
}

TraceError unknown_kind(const TraceRow& row, const JobKinds& known) {
    std::vector<std::string> names;
    for (const auto& [name, job] : known) {
        names.push_back(name);
    }
    return {row.line,
            1,
            fmt::format("there is no job kind named `{}`{}", shortened(*row.kind),
                        did_you_mean(*row.kind, names)),
            {}};
}

TraceJob job_of(const TraceRow& row, std::uint32_t kind) {
    return TraceJob{at_second(round_half_up(row.submit_s)),
                    row.gpus,
                    row.work_gpu_s,
                    kind,
                    row.team,
                    row.deadline,
                    row.priority,
                    row.memory_bytes,
                    row.checkpoint_bytes};
}

// The rows whose kinds are known; complains about those that are not.
std::vector<TraceJob> jobs_of(const std::vector<TraceRow>& rows, Stream& stream,
                              const StreamSurroundings& around, std::vector<TraceError>& errors) {
    constexpr std::size_t most_complaints = 20;
    std::vector<TraceJob> jobs;
    for (const TraceRow& row : rows) {
        const auto kind =
            row.kind ? kind_of(*row.kind, stream, around.kinds) : std::optional<std::uint32_t>{0};
        if (kind) {
            jobs.push_back(job_of(row, *kind));
        } else if (errors.size() < most_complaints) {
            errors.push_back(unknown_kind(row, around.kinds));
        }
    }
    return jobs;
}

double mean_work(const std::vector<TraceJob>& jobs) {
    const double sum = std::accumulate(jobs.begin(), jobs.end(), 0.0, [](double total, const TraceJob& job) {
        return total + job.work_gpu_s;
    });
    return jobs.empty() ? 0 : sum / static_cast<double>(jobs.size());
}

}  // namespace

std::optional<TraceArrivals> read_trace_arrivals(const Value& value, Stream& stream,
                                                 const StreamSurroundings& around) {
    Context& context = around.scenario.context();
    const Block block{value, context};
    const TraceWindow window = read_window(block);
    std::optional<std::string> name;
    std::optional<std::size_t> format;
    read(block, "file", name, read_text);
    read(block, "format", format, read_word);
    if (!name || !format) {
        return std::nullopt;
    }
    const Value named = *block.find("file");
    const std::string file = (context.sources.folder(named.node->place.source) / *name).string();
    TraceFile trace = read_trace(file, *format == 0 ? TraceFormat::trainyard : TraceFormat::philly);
    around.notes.insert(around.notes.end(), trace.notes.begin(), trace.notes.end());
    if (!trace.errors.empty()) {
        complain_in_file(context, named, file, trace.errors);
        return std::nullopt;
    }
    if (const auto problem = window_problem(trace.rows, window, around.horizon)) {
        complain_at_key(context, value, *problem);
        return std::nullopt;
    }
    std::vector<TraceError> errors;
    auto jobs = jobs_of(fit_to_horizon(trace.rows, window, around.horizon), stream, around, errors);
    complain_in_file(context, named, file, errors);
    const double work = mean_work(jobs);
    return TraceArrivals{std::make_shared<const std::vector<TraceJob>>(std::move(jobs)), work};
}

}  // namespace trainyard
