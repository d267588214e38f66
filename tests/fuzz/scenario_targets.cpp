// The reader of scenarios, --set, --vary and --design, and single values.
#include <cmath>
#include <sstream>

#include "sim/scenario/scenario_file.hpp"
#include "sim/scenario/units.hpp"
#include "tests/fuzz/surroundings.hpp"
#include "tests/fuzz/targets.hpp"

namespace trainyard::fuzz {

namespace {

// One of everything that a path may lead to.
constexpr const char* varied = R"(trainyard: 1
name: varied
horizon: 30 d
include: [catalogue:gpus]
jobs:
  tune: {gpus: 2, memory: 20 GB, work: {uniform: [8 gpu-h, 20 gpu-h]}, checkpoint: {size: 4 GB, every: 30 min}}
workload:
  bot: {job: tune, arrivals: {poisson: 6 / week, profile: office-hours}, deadline: 3 d}
  users: {job: {like: tune, gpus: 1}, arrivals: {users: 5, think: {exponential: 2 h}}}
fleet:
  rigs:
    mine: {count: 2, gpu: rtx-4090, gpus: 2, price: {gpus: 3600 USD, board: 200 USD}, life: 36 month}
  spot:
    calm: {gpu: a100-80gb, price: 1.30 USD/gpu-h, interruptions: {rate: 0.05/h}, max_instances: 8}
    wild: {gpu: a100-80gb, price: 1 USD/gpu-h, interruptions: {per_month: 40 %}}
  on_demand:
    cloud: {gpu: a100-80gb, price: 2.49 USD/gpu-h, boot: 3 min}
strategies:
  own-first: {pools: [mine, {pool: calm, after: 2 h}, cloud], idle_timeout: 10 min}
  rent: {pools: [cloud], queue: easy}
)";

void require_consistent(const Loaded& loaded) {
    require_sound(loaded.errors);
    require(loaded.scenario.has_value() == loaded.errors.empty(), "neither a scenario nor a complaint");
    require(loaded.fingerprint.empty() != loaded.scenario.has_value(), "a fingerprint of nothing");
    if (loaded.scenario) {
        require_sound(infeasibilities(loaded));
    }
    for (const std::string& note : loaded.notes) {
        require_printable(note);
    }
}

// Some values of each axis, as a study would put them in.
void put_in(const ScenarioFile& file, const std::vector<Axis>& axes) {
    for (const Axis& axis : axes) {
        require(!axis.values.empty() || axis.span.has_value(), "an axis without values");
        std::vector<AxisValue> values;
        if (!axis.values.empty()) {
            values = {axis.values.front(), axis.values.back()};
        }
        if (axis.span) {
            values.push_back(axis.span->at(0.5));
            values.push_back(axis.span->sampled(0.3));
        }
        for (const AxisValue& value : values) {
            require_consistent(file.load({Setting{&axis.path, &value}}));
        }
    }
}

}  // namespace

void run_scenario(std::string_view bytes) {
    file_of("jobs.csv", "submit_s,gpus,work_gpu_h,kind,team\n0,1,2.5,tune,nlp\n86400,2,1,,vision\n");
    file_of("hours.csv", "h\n1\n2.5\n");
    file_of("more.yaml", "jobs: {tune: {work: 8 gpu-h}}\ngpus: {a100: {memory: 80 GB, speed: 1}}\n");
    const std::string file = file_of("scenario.yaml", bytes);
    const Loaded loaded = load_scenario(file);
    require_consistent(loaded);
    require(load_scenario(file).fingerprint == loaded.fingerprint, "the same file read twice differs");
}

void run_paths(std::string_view bytes) {
    const std::string file = file_of("varied.yaml", varied);
    std::istringstream lines{std::string{bytes}};
    std::vector<std::string> sets;
    std::vector<std::string> axes;
    for (std::string line; std::getline(lines, line) && sets.size() + axes.size() < 8;) {
        const std::string rest = line.substr(std::min(line.find(' ') + 1, line.size()));
        if (line.starts_with("set ")) {
            sets.push_back(rest);
        } else if (line.starts_with("vary ")) {
            axes.push_back(rest);
        } else {
            require_sound(parse_design(rest).errors);
        }
    }
    ScenarioFile given{file, LoadOptions{sets}};
    require_consistent(given.load());
    const ReadAxes read = given.parse_vary(axes);
    require_sound(read.errors);
    for (const std::string& note : read.notes) {
        require_printable(note);
    }
    if (read.errors.empty()) {
        put_in(given, read.axes);
    }
}

void run_units(std::string_view bytes) {
    if (bytes.empty()) {
        return;
    }
    const auto quantity = static_cast<Quantity>(static_cast<unsigned char>(bytes.front()) %
                                                (static_cast<unsigned>(Quantity::same) + 1));
    const std::string text{bytes.substr(1)};
    if (!text_problem(text).empty()) {
        return;
    }
    const Measure measure = read_measure(text, quantity);
    require_printable(measure.problem);
    if (!measure.problem.empty()) {
        return;
    }
    require((measure.unit == nullptr) == units_of(quantity).empty(), "a value without its unit");
    const double value = measure.value();
    fixed_point(measure.number, 9);
    if (std::isfinite(value) && value > 0) {
        const Measure again = read_measure(written(quantity, value), quantity);
        require(again.problem.empty() && std::abs(again.value() - value) <= 1e-9 * value,
                "what is written out does not read as the same: " + written(quantity, value));
    }
}

}  // namespace trainyard::fuzz
