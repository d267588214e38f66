#include "bench/whole/scenarios.hpp"

#include <fmt/format.h>

namespace trainyard::bench {
namespace {

constexpr double load = 0.7;
constexpr double job_h = 6;

std::string head(double horizon_h) {
    return fmt::format("trainyard: 1\nhorizon: {:.2f} h\ngpus: {{gpu: {{memory: 80 GB, speed: 1}}}}\n",
                       horizon_h);
}

std::string rigs(int count, int gpus) {
    return fmt::format(
        "fleet:\n"
        "  rigs:\n"
        "    rig: {{gpu: gpu, gpus: {}, count: {}, price: 3000 USD, life: 3 year, power: {{busy: 900 W, "
        "idle: "
        "90 W, electricity: 0.2 USD/kWh}}}}\n",
        gpus, count);
}

std::string spot_line(int gpus, int machines, double interruptions_per_h) {
    return fmt::format(
        "    spot: {{gpu: gpu, gpus: {}, price: 1 USD/gpu-h, boot: 3 min, max_instances: {}, "
        "interruptions: {{rate: {}/h}}}}\n",
        gpus, machines, interruptions_per_h);
}

constexpr const char* checkpointed_jobs =
    "workload:\n"
    "  jobs:\n"
    "    job: {{work: {{exponential: {} gpu-h}}, load: 3 min, checkpoint: {{size: 2 GB, every: {}}}}}\n"
    "    arrivals: {{poisson: {:.6f} / h}}\n";

}  // namespace

std::string spot_fleet(const SpotFleet& fleet) {
    const double jobs_per_h = load * fleet.machines / job_h;
    return head(fleet.jobs / jobs_per_h) +
           fmt::format(checkpointed_jobs, job_h, fleet.checkpoint_every, jobs_per_h) + "fleet:\n  spot:\n" +
           spot_line(1, fleet.machines, 0.1) + "strategies:\n  spot: {pools: [spot], idle_timeout: 10 min}\n";
}

std::string small_year() {
    constexpr int machines = 8;
    const double jobs_per_h = load * machines / job_h;
    return head(5000 / jobs_per_h) + fmt::format(checkpointed_jobs, job_h, "30 min", jobs_per_h) +
           rigs(machines, 1) + "  spot:\n" + spot_line(1, machines, 0.05) +
           "  on_demand:\n"
           "    cloud: {gpu: gpu, price: 2.5 USD/gpu-h, boot: 3 min}\n"
           "strategies:\n"
           "  own: {pools: [rig]}\n"
           "  own-first: {pools: [rig, {pool: spot, after: 1 h}], idle_timeout: 10 min}\n"
           "  spot-first: {pools: [spot, {pool: cloud, after: 1 h}], idle_timeout: 10 min}\n"
           "  cloud: {pools: [cloud], idle_timeout: 10 min}\n"
           "  shortest: {pools: [rig, {pool: cloud, after: 6 h}], queue: sjf, checkpoint: daly}\n";
}

std::string hundred_thousand_jobs(const std::string& queue, bool at_once) {
    constexpr int machines = 64;
    constexpr int streams = 10;
    constexpr int per_stream = 10'000;
    constexpr double mean_h = 5.5;  // of work of 1, 2, … 10 hours
    const double gap_h = mean_h * streams / (load * machines);
    std::string text = head(gap_h * per_stream) + "workload:\n";
    for (int i = 1; i <= streams; ++i) {
        const std::string arrivals = at_once ? fmt::format("{{at: [0 s], batch: {}}}", per_stream)
                                             : fmt::format("{{poisson: {:.6f} / h}}", 1 / gap_h);
        text += fmt::format(
            "  stream-{0}:\n"
            "    job: {{work: {{exponential: {0} gpu-h}}}}\n"
            "    arrivals: {1}\n"
            "    priority: {2}\n"
            "    deadline: {3} d\n",
            i, arrivals, i * 7 % streams, 1 + i * 3 % streams);
    }
    return text + rigs(machines, 1) +
           fmt::format("strategies:\n  queue: {{pools: [rig], queue: {}}}\n", queue);
}

std::string waiting_in_vain(int gangs) {
    std::string text = head(9600) + "after_horizon: cut\nworkload:\n";
    if (gangs > 0) {
        text += fmt::format(
            "  gangs:\n"
            "    job: {{gpus: 8, work: {{exponential: 48 gpu-h}}}}\n"
            "    arrivals: {{at: [10 h], batch: {}}}\n",
            gangs);
    }
    return text +
           "  small:\n"
           "    job: {work: {exponential: 6 gpu-h}}\n"
           "    arrivals: {poisson: 10 / h}\n" +
           rigs(8, 8) + "strategies:\n  queue: {pools: [rig], queue: first-fit}\n";
}

std::string gangs() {
    constexpr int machines = 64;
    std::string text = head(8760) + "workload:\n";
    for (const int gpus : {8, 16, 32, 64, 128}) {
        // An equal share of the load for each size; a gang works as many GPU-hours as six hours take.
        const double jobs_per_h = load * machines * 8 / 5 / (job_h * gpus);
        text += fmt::format(
            "  gang-{0}:\n"
            "    job: {{gpus: {0}, work: {{exponential: {1} gpu-h}}, checkpoint: {{size: 100 GB, every: 30 "
            "min}}}}\n"
            "    arrivals: {{poisson: {2:.6f} / h}}\n",
            gpus, job_h * gpus, jobs_per_h);
    }
    return text + "fleet:\n  spot:\n" + spot_line(8, machines, 0.01) +
           "strategies:\n  spot: {pools: [spot], queue: first-fit, idle_timeout: 10 min}\n";
}

std::string rig_fleet(int count) {
    constexpr int jobs = 100'000;
    const double jobs_per_h = load * count / job_h;
    return head(jobs / jobs_per_h) + fmt::format(checkpointed_jobs, job_h, "30 min", jobs_per_h) +
           rigs(count, 1) + "strategies:\n  own: {pools: [rig]}\n";
}

std::string philly(const std::string& file) {
    return head(8760) +
           fmt::format(
               "workload:\n"
               "  philly:\n"
               "    job: {{checkpoint: {{size: 2 GB, every: 30 min}}}}\n"
               "    trace: {{file: {}, format: philly}}\n",
               file) +
           "fleet:\n"
           "  on_demand:\n"
           "    cloud: {gpu: gpu, gpus: 8, price: 16 USD/h, max_instances: 300}\n"
           "strategies:\n  cloud: {pools: [cloud], queue: first-fit, idle_timeout: 10 min}\n";
}

std::string smallest() {
    return head(24) +
           "workload:\n"
           "  job: {job: {work: 1 gpu-h}, arrivals: {at: [0 s]}}\n" +
           rigs(1, 1) + "strategies:\n  own: {pools: [rig]}\n";
}

std::string thousand_streams() {
    std::string text = head(24) + "workload:\n";
    for (int i = 0; i < 1000; ++i) {
        text += fmt::format(
            "  stream-{}:\n"
            "    job: {{work: {{uniform: [1 gpu-h, {} gpu-h]}}, load: 3 min, checkpoint: {{size: 2 GB, "
            "every: 30 "
            "min}}}}\n"
            "    arrivals: {{poisson: 1 / week, profile: office-hours}}\n"
            "    deadline: 4 d\n",
            i, 2 + i % 7);
    }
    return text + rigs(8, 1) + "strategies:\n  own: {pools: [rig]}\n";
}

std::string sweep_base() { return spot_fleet({.jobs = 1000, .machines = 8}); }

}  // namespace trainyard::bench
