// The parts of a scenario, each read from its section of the tree. For reader.cpp only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/scenario.hpp"
#include "sim/scenario/axis.hpp"
#include "sim/scenario/block.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {

// A job as read, and whether it says how much work it is (a trace may say it instead).
struct ReadJob {
    JobSpec spec;
    bool has_work = false;
};
// The job kinds of `jobs:` by name.
using JobKinds = std::map<std::string, ReadJob, std::less<>>;

std::vector<GpuType> read_gpus(const Block& scenario);
JobKinds read_job_kinds(const Block& scenario, const std::vector<GpuType>& gpus);
// A stream's `job`, in whatever form.
ReadJob read_stream_job(const Value& job, const Block& scenario, const JobKinds& kinds,
                        const std::vector<GpuType>& gpus, const std::string& stream);

// A list of weights, or a name.
std::optional<WeeklyProfile> read_profile(const Value& value, Context& context);
std::optional<WeeklyProfile> read_named_profile(const Value& value, Context& context);
// `profiles:`, into the context.
void read_profiles(const Block& scenario);

struct StreamSurroundings {
    const Block& scenario;
    const JobKinds& kinds;
    const std::vector<GpuType>& gpus;
    Seconds horizon;
    std::vector<std::string>& notes;  // for the user's information
};
std::vector<Stream> read_workload(const Block& scenario, const StreamSurroundings& around);
// `kinds` of the stream has one entry, its job; more are added as the trace names them.
std::optional<TraceArrivals> read_trace_arrivals(const Value& value, Stream& stream,
                                                 const StreamSurroundings& around);

// `notes`: for the user's information.
std::vector<Pool> read_fleet(const Block& scenario, Seconds horizon, std::vector<std::string>& notes);

// The strategies, and where each one's `pools` stand, for complaints about them later on.
struct ReadStrategies {
    std::vector<Strategy> strategies;
    std::vector<Diagnostic> places;
};
ReadStrategies read_strategies(const Block& scenario, const Scenario& so_far);

std::vector<Expectation> read_expectations(const Block& scenario);
// Reports a metric that no run has; `value` is what names it.
void check_metric_name(const Value& value, const std::string& text, Place place, Context& context);

struct ReadStudy {
    Study study;
    std::vector<Axis> axes;
    std::vector<std::string> notes;
};
ReadStudy read_study(const Block& scenario);

// All of a scenario; what is wrong is in the context's report. `file` is what it was read from.
Scenario read_scenario(const Node& tree, const std::string& file, Context& context, Loaded& loaded);

}  // namespace trainyard
