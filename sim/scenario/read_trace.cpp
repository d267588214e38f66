// Streams that replay a trace: its rows as jobs of this scenario.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

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

std::array<bool, 3> read_keep(const Block& block) {
    const auto keep = block.find("keep");
    if (!keep) {
        return {true, true, true};
    }
    std::array<bool, 3> kept{};
    for (const Value& item : items_of(*keep, block.context())) {
        if (const auto end = read_word(item, block.context())) {
            kept[*end] = true;
        }
    }
    if (keep->is_list() && keep->node->items.empty()) {
        complain(block.context(), *keep, "the list is empty: no job would be left");
    }
    return kept;
}

// The columns of a csv; reports what goes with no other format, and what is missing.
std::map<std::string, std::string> read_columns(const Value& trace, const Block& block, TraceFormat format) {
    const auto columns = block.find("columns");
    if (columns && format != TraceFormat::csv) {
        complain_at_key(block.context(), *columns, "`columns` goes with the format `csv` only");
    }
    if (!columns || format != TraceFormat::csv) {
        if (format == TraceFormat::csv) {
            complain_at_key(block.context(), trace, "missing key `columns`, needed with the format `csv`");
        }
        return {};
    }
    std::map<std::string, std::string> names;
    const Block roles{*columns, block.context()};
    for (const char* const role : csv_roles) {
        std::optional<std::string> name;
        read(roles, role, name, read_text);
        if (name) {
            names[role] = *name;
        }
    }
    if (const std::string problem = csv_columns_problem(names); !problem.empty() && roles.has("submit")) {
        complain_at_key(block.context(), *columns, problem);
    }
    return names;
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

// All that decides how the jobs of a trace come out.
std::string key_of(const TraceSource& source, const TraceWindow& window, Seconds horizon,
                   const Stream& stream) {
    return fmt::format("{} {} {} {} {}\n{}\n{}", window.from.count(),
                       window.length ? window.length->count() : -1, window.scale, window.repeat,
                       horizon.count(), stream.kinds.front().kind, identity(source));
}

Replay replay_of(std::vector<TraceJob> jobs, const Stream& stream) {
    Replay replay;
    std::set<JobSize> sizes;
    for (const TraceJob& job : jobs) {
        sizes.insert(JobSize{job.kind, job.gpus, job.memory_bytes});
    }
    for (std::size_t i = 1; i < stream.kinds.size(); ++i) {
        replay.kinds.push_back(stream.kinds[i].kind);
    }
    replay.mean_work_gpu_s = mean_work(jobs);
    replay.sizes = std::make_shared<const std::vector<JobSize>>(sizes.begin(), sizes.end());
    replay.jobs = std::make_shared<const std::vector<TraceJob>>(std::move(jobs));
    return replay;
}

// The same jobs once more, where the scenario still has all kinds that they name.
std::optional<TraceArrivals> again(const Replay& replay, Stream& stream, const JobKinds& known) {
    const bool complete = std::all_of(replay.kinds.begin(), replay.kinds.end(),
                                      [&](const std::string& kind) { return known.contains(kind); });
    if (!complete) {
        return std::nullopt;
    }
    for (const std::string& kind : replay.kinds) {
        stream.kinds.push_back(known.find(kind)->second.spec);
    }
    return TraceArrivals{replay.jobs, replay.mean_work_gpu_s, replay.sizes};
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
    TraceSource source{.path = file, .format = static_cast<TraceFormat>(*format)};
    source.keep = read_keep(block);
    source.columns = read_columns(value, block, source.format);
    if (source.format == TraceFormat::csv && !csv_columns_problem(source.columns).empty()) {
        return std::nullopt;
    }
    const auto kept = context.data.trace(source);
    const TraceFile& trace = *kept;
    context.data_fingerprints.push_back(trace.fingerprint);
    around.notes.insert(around.notes.end(), trace.notes.begin(), trace.notes.end());
    if (!trace.errors.empty()) {
        complain_in_file(context, named, file, trace.errors);
        return std::nullopt;
    }
    const std::string key = key_of(source, window, around.horizon, stream);
    if (const auto before = context.data.replay(key)) {
        if (auto arrivals = again(*before, stream, around.kinds)) {
            return arrivals;
        }
    }
    if (const auto problem = window_problem(trace.rows, window, around.horizon)) {
        complain_at_key(context, value, *problem);
        return std::nullopt;
    }
    std::vector<TraceError> errors;
    auto jobs = jobs_of(fit_to_horizon(trace.rows, window, around.horizon), stream, around, errors);
    complain_in_file(context, named, file, errors);
    if (!errors.empty()) {
        return std::nullopt;
    }
    context.data.keep(key, replay_of(std::move(jobs), stream));
    const auto replay = context.data.replay(key);
    return TraceArrivals{replay->jobs, replay->mean_work_gpu_s, replay->sizes};
}

}  // namespace trainyard
