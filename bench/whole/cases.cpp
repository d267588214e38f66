#include "bench/whole/cases.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "bench/whole/scenarios.hpp"

namespace trainyard::bench {
namespace {

std::string ms(double seconds) { return fmt::format("{:.1f} ms", seconds * 1e3); }
std::string times(double ratio) { return fmt::format("{:.2f} x", ratio); }
std::string rate(double count, double seconds) { return fmt::format("{:.0f} k/s", count / seconds / 1e3); }

// Attempts a second of the program and of each floor, and the ratios: of whole processes, and of what
// they take beyond loading and starting SimGrid, which the program cannot help.
std::vector<Row> against_floors(const Bench& bench, const std::string& file) {
    const std::string waits = bench.waits(file);
    const double attempts = bench.attempts(file);
    const auto costs =
        bench.cost({bench.run(file), bench.beside("simgrid_floor", {"actors", waits}),
                    bench.beside("simgrid_floor", {"timers", waits}), bench.beside("heap_floor", {waits}),
                    bench.beside("simgrid_floor", {"nothing"})});
    const double program = costs[0].cpu_s;
    const double start = costs[4].cpu_s;
    const auto floor_row = [&](const char* name, const Cost& floor, double started, const char* target) {
        return Row{fmt::format("rate / rate of {}", name),
                   fmt::format("{:.2f} ({} there; without start {:.2f})", floor.cpu_s / program,
                               rate(attempts, floor.cpu_s), (floor.cpu_s - started) / (program - start)),
                   target};
    };
    return {{"attempts a second",
             fmt::format("{} ({:.0f} attempts in {})", rate(attempts, program), attempts, ms(program)), ""},
            floor_row("a sleeping actor a machine", costs[1], start, "0.8"),
            floor_row("kernel timers alone", costs[2], start, "0.5 wanted"),
            floor_row("a binary heap", costs[3], 0, "")};
}

std::vector<Row> year(const Bench& bench) {
    std::vector<Row> rows = against_floors(bench, bench.file("year.yaml", spot_fleet({})));
    const auto costs =
        bench.cost({bench.run(bench.file("rare.yaml", spot_fleet({.checkpoint_every = "30 min"}))),
                    bench.run(bench.file("often.yaml", spot_fleet({.checkpoint_every = "3 min"})))});
    rows.push_back(
        {"time with ten times as many checkpoints", times(costs[1].cpu_s / costs[0].cpu_s), "1.1 x"});
    return rows;
}

std::vector<Row> small_years(const Bench& bench) {
    const std::string file = bench.file("small-year.yaml", small_year());
    const double attempts = bench.attempts(file);
    const double cpu_s = bench.cost({bench.run(file)})[0].cpu_s;
    return {{"5,000 jobs under 5 strategies",
             fmt::format("{}, {} attempts", ms(cpu_s), rate(attempts, cpu_s)), ""}};
}

std::vector<Row> long_queue(const Bench& bench) {
    std::vector<Row> rows;
    for (const char* queue :
         {"fifo", "first-fit", "sjf", "priority", "edf", "fair-share", "easy", "conservative"}) {
        const auto name = [queue](const char* kind) { return fmt::format("{}-{}.yaml", kind, queue); };
        const auto costs =
            bench.cost({bench.run(bench.file(name("long"), hundred_thousand_jobs(queue, true))),
                        bench.run(bench.file(name("short"), hundred_thousand_jobs(queue, false)))});
        rows.push_back({fmt::format("{}: time a job, 100,000 waiting / hardly any", queue),
                        fmt::format("{} ({} / {})", times(costs[0].cpu_s / costs[1].cpu_s),
                                    ms(costs[0].cpu_s), ms(costs[1].cpu_s)),
                        "3 x"});
    }
    const auto in_vain = bench.cost({bench.run(bench.file("in-vain.yaml", waiting_in_vain(30'000))),
                                     bench.run(bench.file("none-in-vain.yaml", waiting_in_vain(0)))});
    rows.push_back({"first-fit: 30,000 gangs wait in vain while 96,000 jobs pass / none wait",
                    fmt::format("{} ({} / {})", times(in_vain[0].cpu_s / in_vain[1].cpu_s),
                                ms(in_vain[0].cpu_s), ms(in_vain[1].cpu_s)),
                    ""});
    return rows;
}

std::vector<Row> million(const Bench& bench) {
    const auto file = [&bench](int jobs) {
        return bench.file(fmt::format("jobs-{}.yaml", jobs), spot_fleet({.jobs = jobs}));
    };
    const auto costs =
        bench.cost({bench.run(file(10'000)), bench.run(file(100'000)), bench.run(file(1'000'000))});
    std::vector<Row> rows{{"time of 10^5 jobs / of 10^4", times(costs[1].cpu_s / costs[0].cpu_s), "12 x"},
                          {"time of 10^6 jobs / of 10^5", times(costs[2].cpu_s / costs[1].cpu_s), "12 x"},
                          {"memory of 10^6 jobs", fmt::format("{:.0f} MB", costs[2].peak_mb), "1000 MB"}};
    for (Row& row : against_floors(bench, file(1'000'000))) {
        row.target.clear();
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> gang_year(const Bench& bench) {
    const std::string file = bench.file("gangs.yaml", gangs());
    const double attempts = bench.attempts(file);
    const double cpu_s = bench.cost({bench.run(file)})[0].cpu_s;
    return {{"gangs of 8 to 128 GPUs, a year",
             fmt::format("{}, {:.0f} attempts, {}", ms(cpu_s), attempts, rate(attempts, cpu_s)), ""}};
}

std::vector<Row> trace(const Bench& bench) {
    const auto file = std::filesystem::absolute("../shared/data/jobs/philly/philly_jobs.csv.gz");
    const std::string title = "82,247 jobs of Philly on 2,400 GPUs";
    if (!std::filesystem::exists(file)) {
        return {{title, "skipped: " + file.string() + " is not there", ""}};
    }
    const std::string scenario = bench.file("philly.yaml", philly(file.string()));
    const double cpu_s = bench.cost({bench.run(scenario)})[0].cpu_s;
    return {{title, fmt::format("{}, {}", ms(cpu_s), rate(bench.attempts(scenario), cpu_s)), ""}};
}

std::vector<Row> fleet(const Bench& bench) {
    const auto ratio = [&bench](const std::string& name, const std::string& many, const std::string& few) {
        const std::string many_file = bench.file(name + "-many.yaml", many);
        const std::string few_file = bench.file(name + "-few.yaml", few);
        const auto costs = bench.cost({bench.run(many_file), bench.run(few_file)});
        const double ratio_of_costs =
            costs[0].cpu_s / bench.attempts(many_file) / (costs[1].cpu_s / bench.attempts(few_file));
        return Row{fmt::format("time an attempt, 10,000 {} / 64", name),
                   fmt::format("{} ({} / {})", times(ratio_of_costs), ms(costs[0].cpu_s), ms(costs[1].cpu_s)),
                   "3 x"};
    };
    return {
        ratio("instances", spot_fleet({.jobs = 100'000, .machines = 10'000}), spot_fleet({.jobs = 100'000})),
        ratio("rigs", rig_fleet(10'000), rig_fleet(64))};
}

std::vector<Row> start(const Bench& bench) {
    const std::string one = bench.file("smallest.yaml", smallest());
    const std::string streams = bench.file("streams.yaml", thousand_streams());
    constexpr int runs = 200;
    Command many = bench.run(one);
    many.insert(many.end(), {"--replications", std::to_string(runs)});
    const auto costs =
        bench.cost({bench.run(one), bench.beside("simgrid_floor", {"nothing"}),
                    bench.trainyard({"check", one}), bench.trainyard({"check", streams}), many});
    return {{"the smallest scenario / an empty SimGrid program",
             fmt::format("{} ({} / {})", times(costs[0].cpu_s / costs[1].cpu_s), ms(costs[0].cpu_s),
                         ms(costs[1].cpu_s)),
             "1.5 x"},
            {"parsing 1,000 streams", ms(costs[3].cpu_s - costs[2].cpu_s), "100 ms"},
            {"one more run of the smallest scenario, in a child",
             ms((costs[4].cpu_s - costs[0].cpu_s) / (runs - 1)), "2 ms"}};
}

std::vector<Row> sweep(const Bench& bench) {
    const std::string title = "1,000 points of 1,000 jobs on 8 machines";
    if (!bench.has_command("sweep")) {
        return {{title, "skipped: this program has no `sweep`", ""}};
    }
    const std::string file = bench.file("sweep.yaml", sweep_base());
    const auto command = [&](const char* processes) {
        return bench.trainyard({"sweep", "--quiet", "--format", "csv", "--vary",
                                "fleet.spot.spot.interruptions.rate=log:0.01/h..0.2/h:1000", "--jobs",
                                processes, file});
    };
    const auto costs = bench.cost({command("1"), command("2")});
    return {{title, fmt::format("{} CPU, {} a point", ms(costs[0].cpu_s), ms(costs[0].cpu_s / 1000)), ""},
            {"two processes / one, by the clock", times(costs[0].wall_s / costs[1].wall_s), "1.8 x"}};
}

}  // namespace

const std::vector<Case>& all_cases() {
    static const std::vector<Case> cases{{"year", year},
                                         {"small-year", small_years},
                                         {"long-queue", long_queue},
                                         {"million", million},
                                         {"gangs", gang_year},
                                         {"trace", trace},
                                         {"fleet", fleet},
                                         {"start", start},
                                         {"sweep", sweep}};
    return cases;
}

}  // namespace trainyard::bench
