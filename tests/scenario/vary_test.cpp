// What --vary and `study.vary` are read as.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <catch2/catch.hpp>

#include "sim/scenario/scenario_file.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;
using namespace trainyard::test;

namespace {

// Three pools whose interruptions are of three forms, and two streams.
const char* const fleet = R"(trainyard: 1
gpus: {a: {memory: 80 GB, speed: 1}}
jobs: {kind: {work: 8 gpu-h}, wide: {work: {uniform: [1 gpu-h, 2 gpu-h]}, gpus: 2}}
workload:
  rare: {job: kind, arrivals: {every: 10 d}}
  v1.5: {job: wide, arrivals: {poisson: 2 / d}, deadline: 1 d}
fleet:
  spot:
    market: {gpu: a, price: 1.30 USD/gpu-h, interruptions: {rate: 0.05/h}}
    calm: {gpu: a, price: 1.50 USD/gpu-h, interruptions: none}
    leased: {gpu: a, price: $1.40/gpu-h, interruptions: {per_month: 10 %}, max_instances: 8}
  rigs: {rig: {gpu: a, price: 3600 USD, life: 36 month}}
strategies:
  plan: {pools: [rig, {pool: market, after: 2 h}, leased]}
)";

struct Read {
    Folder folder{};
    ScenarioFile file;

    explicit Read(const std::string& text = fleet) : file{folder.write("scenario.yaml", text)} {}
};

std::vector<std::string> texts(const Axis& axis) {
    std::vector<std::string> all;
    for (const AxisValue& value : axis.values) {
        all.push_back(value.text);
    }
    return all;
}

Axis axis(const std::string& flag) {
    Read read;
    ReadAxes axes = read.file.parse_vary({flag});
    INFO(flag << "\n" << render(axes.errors));
    REQUIRE(axes.errors.empty());
    return axes.axes.front();
}

std::vector<std::string> values(const std::string& flag) { return texts(axis(flag)); }

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a list is split at its own commas only") {
    CHECK(values("fleet.rigs.rig.count=0, 1,2,4") == Texts{"0", "1", "2", "4"});
    CHECK(values("jobs.kind.work={uniform: [1 gpu-h, 2 gpu-h]},3 gpu-h") ==
          Texts{"{uniform: [1 gpu-h, 2 gpu-h]}", "3 gpu-h"});
    CHECK(values("fleet.spot.*.source='a, b',\"c, d\",e") == Texts{"'a, b'", "'c, d'", "e"});
    CHECK(values("fleet.spot.market.source=it's,so") == Texts{"it's", "so"});
    CHECK(values("fleet.spot.*.interruptions=none,{rate: 0.05/h}") == Texts{"none", "{rate: 0.05/h}"});
}

TEST_CASE("values have the number that the scenario takes") {
    const Axis rates = axis("fleet.spot.market.interruptions.rate=0.05/h, 1 / week");
    CHECK(rates.values[0].number == 0.05 / 3600);
    CHECK(rates.values[1].number == 1.0 / 604800);
    CHECK(rates.unit == "/h");
    CHECK(rates.numeric());
    CHECK_FALSE(rates.logarithmic());
    CHECK(rates.written(0.11111 / 3600) == "0.111/h");
    const Axis prices = axis("fleet.spot.market.price=2.49 USD/gpu-h, $3/gpu-h");
    CHECK(prices.values[1].number == Approx(3.0 / 3600));
    CHECK(prices.written(2.5 / 3600) == "2.5 USD/gpu-h");
    CHECK(axis("fleet.rigs.rig.resale=30 %, 40 %").values[0].number == 0.3);
    CHECK(axis("jobs.wide.work.uniform.0=30 gpu-h").values[0].number == 30 * 3600);
    const Axis words = axis("strategies.plan.checkpoint=young,30 min");
    CHECK_FALSE(words.values[0].number);
    CHECK(words.values[1].number == 1800);
    CHECK_FALSE(words.numeric());
    CHECK_FALSE(axis("fleet.spot.market.price=2 USD/gpu-h,2 USD/h").numeric());
}

TEST_CASE("values between two ends are short and keep the ends") {
    CHECK(values("horizon=lin:10 d..40 d:4") == Texts{"10 d", "20 d", "30 d", "40 d"});
    CHECK(values("fleet.spot.market.interruptions.rate=log:0.005/h..0.5/h:5") ==
          Texts{"0.005/h", "0.0158114/h", "0.05/h", "0.158114/h", "0.5/h"});
    CHECK(axis("fleet.spot.market.interruptions.rate=log:0.005/h..0.5/h:5").logarithmic());
    CHECK(values("fleet.spot.market.price=lin:$1/gpu-h..$2/gpu-h:3") ==
          Texts{"$1/gpu-h", "$1.5/gpu-h", "$2/gpu-h"});
    CHECK(values("fleet.rigs.rig.resale=lin: 10 %..20 % :3") == Texts{"10 %", "15 %", "20 %"});
    CHECK(values("jobs.kind.efficiency=lin:12.345678 %..100 %:2") == Texts{"12.345678 %", "100 %"});
}

TEST_CASE("prices get no more decimals than a price may have") {
    const Texts prices = values("fleet.rigs.rig.price=log:0.001 USD..0.01 USD:3");
    CHECK(prices == Texts{"0.001 USD", "0.003162 USD", "0.01 USD"});
}

TEST_CASE("the unit of the first end is that of the values") {
    CHECK(values("fleet.spot.market.notice=lin:30 min..2 h:4") ==
          Texts{"30 min", "60 min", "90 min", "120 min"});
    // 1 / week is no short number of hours: it stays as it was given.
    CHECK(values("fleet.spot.market.interruptions.rate=log:0.001/h..1 / week:2") ==
          Texts{"0.001/h", "1 / week"});
}

TEST_CASE("whole numbers are rounded, and come once") {
    Read read;
    const ReadAxes axes = read.file.parse_vary({"fleet.rigs.rig.count=lin:0..3:7"});
    CHECK(texts(axes.axes.front()) == Texts{"0", "1", "2", "3"});
    REQUIRE(axes.notes.size() == 1);
    CHECK(axes.notes[0] == "fleet.rigs.rig.count: 7 points from 0 to 3 are 4 different values");
    CHECK(values("fleet.rigs.rig.count=log:1..100:3") == Texts{"1", "10", "100"});
}

TEST_CASE("a star passes over what has another form, and says so of pools that a strategy uses") {
    Read read;
    const ReadAxes axes = read.file.parse_vary({"fleet.spot.*.interruptions.rate=0.1/h,0.2/h"});
    REQUIRE(axes.errors.empty());
    CHECK(axes.axes[0].places == Texts{"fleet.spot.market.interruptions.rate"});
    REQUIRE(axes.notes.size() == 1);
    CHECK(axes.notes[0] ==
          "fleet.spot.*.interruptions.rate passes over 1 place: `fleet.spot.leased.interruptions` has "
          "`per_month`");
}

TEST_CASE("a star stands for every name and every item, and creates the last key") {
    CHECK(axis("fleet.spot.*.max_instances=2,4").places == Texts{"fleet.spot.market.max_instances",
                                                                 "fleet.spot.calm.max_instances",
                                                                 "fleet.spot.leased.max_instances"});
    CHECK(axis("fleet.*.*.count=2").places == Texts{"fleet.rigs.rig.count"});
    CHECK(axis("strategies.*.pools.*.after=1 h").places == Texts{"strategies.plan.pools.1.after"});
    CHECK(axis("workload.*.arrivals.poisson=1 / d").places == Texts{"workload.v1.5.arrivals.poisson"});
    CHECK(axis("workload.v1.5.arrivals.poisson=1 / d").places == Texts{"workload.v1.5.arrivals.poisson"});
    CHECK(axis("jobs.*.work.uniform.*=3 gpu-h").places ==
          Texts{"jobs.wide.work.uniform.0", "jobs.wide.work.uniform.1"});
}

TEST_CASE("without a star an alternative is replaced, as --set does") {
    Read read;
    const ReadAxes axes = read.file.parse_vary({"fleet.spot.leased.interruptions.rate=0.1/h"});
    REQUIRE(axes.errors.empty());
    const Axis& rate = axes.axes[0];
    const Loaded loaded = read.file.load({{&rate.path, &rate.values[0]}});
    INFO(render(loaded.errors));
    REQUIRE(loaded.scenario);
    CHECK(interruption_rate_per_s(loaded.scenario->pools[2].rented()->interruptions) == Approx(0.1 / 3600));
}

TEST_CASE("complaints point into the flag") {
    Read read;
    const auto complaint = [&](const std::string& flag) {
        const ReadAxes axes = read.file.parse_vary({flag});
        REQUIRE(axes.errors.size() == 1);
        const Diagnostic& error = axes.errors[0];
        return fmt::format("{}:{} {} {}", error.file, error.column, error.caret_width, error.message);
    };
    CHECK(complaint("fleet.spot.markt.price=1 USD/h") ==
          "--vary:12 5 `fleet.spot` has no `markt`; did you mean `market`?");
    CHECK(complaint("fleet.spot.*.notise=1 s") ==
          "--vary:14 6 `fleet.spot.market` has no `notise`; did you mean `notice`?");
    CHECK(complaint("fleet.rigs.rig.count=1,,2") == "--vary:24 1 there is no value between the commas");
    CHECK(complaint("fleet.rigs.rig.count=1,[2") ==
          "--vary:24 1 this is not valid YAML: a `,` or a `]` is missing before this");
    CHECK(complaint("horizon=log:30 d..40 h:x") ==
          "--vary:24 1 expected the number of points, from 2 to 100000, found `x`");
    CHECK(
        complaint("horizon=lin:30..40 d:2").starts_with("--vary:13 2 `30` has no unit; expected a duration"));
    CHECK(complaint("horizon=lin:30 d:2") ==
          "--vary:9 10 expected two ends and the number of points, as in `log:0.005/h..0.5/h:7`");
    CHECK(complaint("horizon").starts_with("--vary:1 7 expected PATH=VALUES"));
    CHECK(complaint("expect.plan=1") == "--vary:1 6 `expect` cannot be varied");
    CHECK(complaint("seed=1,2").starts_with("--vary:1 4 `seed` cannot be varied"));
    CHECK(complaint("*x.count=1").starts_with("--vary:1 1 `*` stands for a whole name between two dots"));
}

TEST_CASE("the study's block says the same as the flags") {
    const std::string study = R"(study:
  vary:
    fleet.spot.*.interruptions.rate: {log: [0.005/h, 0.5/h], points: 5}
    "fleet.rigs.rig.count": [0, 1, 2]
  design: {sobol: 256}
  baseline: plan
  metrics: [total_cost_usd, queue_time_p95_s]
)";
    Read read{fleet + study};
    const Loaded loaded = read.file.load();
    INFO(render(loaded.errors));
    REQUIRE(loaded.scenario);
    REQUIRE(loaded.axes.size() == 2);
    CHECK(texts(loaded.axes[0]) == values("fleet.spot.*.interruptions.rate=log:0.005/h..0.5/h:5"));
    CHECK(texts(loaded.axes[1]) == Texts{"0", "1", "2"});
    CHECK(loaded.axes_notes.size() == 1);
    CHECK(loaded.notes.empty());
    const Study& read_study = loaded.scenario->study;
    CHECK(read_study.design.kind == Design::Kind::sobol);
    CHECK(read_study.design.points == 256);
    CHECK(read_study.baseline == "plan");
    CHECK(read_study.metrics == Texts{"total_cost_usd", "queue_time_p95_s"});
}

TEST_CASE("a complaint about a quoted path points behind the quote") {
    const Loaded loaded = load(std::string{fleet} + "study: {vary: {\"fleet.rigs.rug.count\": [1]}}\n");
    REQUIRE(loaded.errors.size() == 1);
    CHECK(loaded.errors[0].column == 28);
    CHECK(loaded.errors[0].message == "`fleet.rigs` has no `rug`; did you mean `rig`?");
}

TEST_CASE("long lists and many paths take no time") {
    std::string list = "workload.*.priority=0";
    for (int i = 1; i < 50'000; ++i) {
        list += "," + std::to_string(i);
    }
    CHECK(values(list).size() == 50'000);
    const Read read;
    ScenarioFile file{read.folder.write("s.yaml", fleet)};
    const ReadAxes axes = file.parse_vary(Texts(5'000, "fleet.rigs.rig.count=1"));
    CHECK(axes.axes.size() == 100);
    REQUIRE_FALSE(axes.errors.empty());
    CHECK(axes.errors.back().message == "at most 100 paths can be varied at once");
}

TEST_CASE("designs") {
    CHECK(parse_design("grid").design->kind == Design::Kind::grid);
    CHECK(parse_design("lhs:200").design->kind == Design::Kind::latin_hypercube);
    CHECK(parse_design("lhs:200").design->points == 200);
    CHECK(parse_design("sobol:256").design->kind == Design::Kind::sobol);
    for (const char* const wrong :
         {"", "lhs", "lhs:", "lhs:0", "lhs:100001", "lhs:2x", "grid:2", "sobl:4", ":"}) {
        INFO(wrong);
        const ReadDesign design = parse_design(wrong);
        CHECK_FALSE(design.design);
        REQUIRE(design.errors.size() == 1);
        CHECK(design.errors[0].file == "--design");
    }
    CHECK(parse_design("sobl:4").errors[0].message == "there is no design `sobl`; did you mean `sobol`?");
}
