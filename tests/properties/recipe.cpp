#include "tests/properties/recipe.hpp"

#include <fmt/format.h>

#include <array>
#include <ostream>

namespace trainyard::properties {
namespace {

constexpr std::array queues{"fifo", "first-fit", "sjf", "priority", "edf"};
constexpr std::array checkpoints{"job", "20 min", "young", "daly", "never"};

std::string work_text(const StreamRecipe& stream) {
    switch (stream.work_is) {
        case 1:
            return fmt::format("{{exponential: {} gpu-h}}", stream.work_min / 60.0);
        case 2:
            return fmt::format("{{lognormal: {{mean: {} gpu-h, cv: 1}}}}", stream.work_min / 60.0);
        default:
            return fmt::format("{} gpu-h", stream.work_min / 60.0);
    }
}

std::string arrivals_text(const StreamRecipe& stream) {
    const std::string batch = stream.batch > 1 ? fmt::format(", batch: {}", stream.batch) : "";
    switch (stream.arrivals) {
        case 1:
            return fmt::format("{{poisson: {}/h{}}}", 60.0 / stream.gap_min, batch);
        case 2:
            return fmt::format("{{every: {} min{}}}", stream.gap_min, batch);
        case 3:
            return fmt::format("{{users: {}, think: {} min}}", stream.jobs, stream.gap_min);
        default:
            break;
    }
    std::string at;
    for (int i = 0; i < stream.jobs; ++i) {
        at += fmt::format("{}{} min", i == 0 ? "" : ", ", i * stream.gap_min % 600);
    }
    return fmt::format("{{at: [{}]{}}}", at, batch);
}

std::string stream_text(const StreamRecipe& stream, std::size_t number) {
    std::string job = fmt::format("gpus: {}, work: {}, load: {} s, setup: {} s, linger: {} s", stream.gpus,
                                  work_text(stream), stream.load_s, stream.setup_s, stream.linger_s);
    if (stream.every_min > 0) {
        job += fmt::format(", checkpoint: {{every: {} min, write: {} s, restore: {} s, async: {}}}",
                           stream.every_min, stream.write_s, stream.restore_s, stream.async);
    }
    if (stream.failure_percent > 0) {
        job += fmt::format(", failure: {{probability: {} %, retries: 2{}}}", stream.failure_percent,
                           stream.from_scratch ? ", from: scratch" : "");
    }
    return fmt::format("  s{}: {{job: {{{}}}, arrivals: {}, priority: {}{}}}\n", number, job,
                       arrivals_text(stream), stream.priority,
                       stream.deadline_min > 0 ? fmt::format(", deadline: {} min", stream.deadline_min) : "");
}

std::string rig_text(const PoolRecipe& pool, const Recipe& recipe) {
    const int factor = recipe.price_factor;
    return fmt::format(
        "count: {}, price: {} USD, life: 36 month, resale: 20 %, upkeep: {} USD/month, power: {{busy: 500 W, "
        "idle: 90 W, electricity: {} USD/kWh, cooling: 1.2}}",
        pool.count, pool.cents * 10 * factor, factor, 0.13 * factor);
}

std::string rent_text(const PoolRecipe& pool, const Recipe& recipe) {
    std::string text =
        fmt::format("price: {} USD/gpu-h, boot: {} s, billing: {{per: {} s, minimum: {} s, boot: {}}}",
                    pool.cents * recipe.price_factor / 100.0, pool.boot_s, pool.per_s, pool.minimum_s,
                    pool.boot_is_billed);
    text += pool.count > 0 ? fmt::format(", max_instances: {}", pool.count) : "";
    if (pool.market == 1) {
        text += pool.losses_per_100_h > 0
                    ? fmt::format(", interruptions: {{rate: {}/h}}", pool.losses_per_100_h / 100.0)
                    : ", interruptions: none";
        text += fmt::format(", notice: {} s", pool.notice_s);
    }
    return text;
}

std::string fleet_text(const Recipe& recipe) {
    std::string text;
    constexpr std::array markets{"rigs", "spot", "on_demand"};
    for (int market = 0; market < 3; ++market) {
        std::string pools;
        for (std::size_t i = 0; i < recipe.pools.size(); ++i) {
            const PoolRecipe& pool = recipe.pools[i];
            if (pool.market == market) {
                pools += fmt::format("    p{}: {{gpu: unit, gpus: {}{}, {}}}\n", i, pool.gpus,
                                     pool.scales_badly ? ", scaling: {2: 0.9, 8: 0.7}" : "",
                                     market == 0 ? rig_text(pool, recipe) : rent_text(pool, recipe));
            }
        }
        text += pools.empty() ? ""
                              : fmt::format("  {}:\n{}", markets.at(static_cast<std::size_t>(market)), pools);
    }
    return text;
}

std::string strategy_text(const Recipe& recipe) {
    std::string pools;
    for (std::size_t i = 0; i < recipe.pools.size(); ++i) {
        pools +=
            fmt::format("{}{{pool: p{}, after: {} min}}", i == 0 ? "" : ", ", i, recipe.pools[i].after_min);
    }
    return fmt::format(
        "  all: {{pools: [{}], queue: {}, checkpoint: {}, on_notice: {}, idle_timeout: {} s}}\n", pools,
        queues.at(static_cast<std::size_t>(recipe.queue)),
        checkpoints.at(static_cast<std::size_t>(recipe.checkpoint)),
        recipe.heeds_notice ? "checkpoint" : "ignore", recipe.idle_timeout_s);
}

using rc::gen::element;
using rc::gen::inRange;
using rc::gen::set;

rc::Gen<StreamRecipe> any_stream() {
    using S = StreamRecipe;
    return rc::gen::build<S>(set(&S::arrivals, inRange(0, 4)), set(&S::jobs, inRange(1, 8)),
                             set(&S::gap_min, inRange(1, 200)), set(&S::batch, element(1, 1, 3)),
                             set(&S::gpus, inRange(1, 6)), set(&S::work_min, inRange(1, 900)),
                             set(&S::work_is, inRange(0, 3)), set(&S::every_min, element(0, 1, 7, 30)),
                             set(&S::write_s, element(0, 1, 45, 400)), set(&S::restore_s, element(0, 1, 90)),
                             set(&S::async), set(&S::load_s, element(0, 1, 180)),
                             set(&S::setup_s, element(0, 0, 600)), set(&S::linger_s, element(0, 0, 1800)),
                             set(&S::failure_percent, element(0, 0, 40)), set(&S::from_scratch),
                             set(&S::priority, inRange(0, 3)), set(&S::deadline_min, element(0, 100, 1000)));
}

rc::Gen<PoolRecipe> any_pool() {
    using P = PoolRecipe;
    return rc::gen::build<P>(
        set(&P::market, inRange(0, 3)), set(&P::count, inRange(1, 4)), set(&P::gpus, element(1, 2, 4, 8)),
        set(&P::cents, inRange(1, 400)), set(&P::boot_s, element(0, 1, 240)),
        set(&P::notice_s, element(0, 30, 120, 1200)), set(&P::losses_per_100_h, element(0, 5, 50, 400)),
        set(&P::per_s, element(1, 60, 3600)), set(&P::minimum_s, element(0, 60, 600)),
        set(&P::boot_is_billed), set(&P::scales_badly), set(&P::after_min, element(0, 0, 30, 300)));
}

// The last one can run whatever there is.
rc::Gen<std::vector<PoolRecipe>> any_pools() {
    return rc::gen::mapcat(inRange(0, 3), [](int before) {
        return rc::gen::map(rc::gen::pair(rc::gen::container<std::vector<PoolRecipe>>(
                                              static_cast<std::size_t>(before), any_pool()),
                                          any_pool()),
                            [](std::pair<std::vector<PoolRecipe>, PoolRecipe> pools) {
                                pools.second.count = pools.second.market == 0 ? pools.second.count : 0;
                                pools.second.gpus = pools.second.market == 0 ? 8 : pools.second.gpus;
                                pools.second.losses_per_100_h = std::min(pools.second.losses_per_100_h, 50);
                                pools.first.push_back(pools.second);
                                return pools.first;
                            });
    });
}

}  // namespace

std::string yaml_of(const Recipe& recipe) {
    std::string text = fmt::format(
        "trainyard: 1\nname: random\nhorizon: {} h\nafter_horizon: {}\nseed: {}\n"
        "gpus: {{unit: {{memory: 80 GB, speed: 1}}}}\nworkload:\n",
        recipe.horizon_h, recipe.cut ? "cut" : "drain", recipe.seed);
    for (std::size_t i = 0; i < recipe.streams.size(); ++i) {
        text += stream_text(recipe.streams[i], i);
    }
    return text + "fleet:\n" + fleet_text(recipe) + "strategies:\n" + strategy_text(recipe);
}

std::ostream& operator<<(std::ostream& out, const Recipe& recipe) { return out << "\n" << yaml_of(recipe); }

rc::Gen<Recipe> any_recipe() {
    using R = Recipe;
    return rc::gen::build<R>(
        set(&R::streams, rc::gen::mapcat(inRange(1, 4),
                                         [](int count) {
                                             return rc::gen::container<std::vector<StreamRecipe>>(
                                                 static_cast<std::size_t>(count), any_stream());
                                         })),
        set(&R::pools, any_pools()), set(&R::queue, inRange(0, static_cast<int>(queues.size()))),
        set(&R::checkpoint, inRange(0, static_cast<int>(checkpoints.size()))), set(&R::heeds_notice),
        set(&R::idle_timeout_s, element(0, 1, 600, 7200)), set(&R::cut), set(&R::horizon_h, inRange(10, 72)),
        set(&R::seed, inRange(1, 100000)));
}

rc::Gen<Recipe> plain_rigs() {
    using R = Recipe;
    using S = StreamRecipe;
    const auto stream = rc::gen::build<S>(set(&S::arrivals, inRange(0, 3)), set(&S::jobs, inRange(1, 20)),
                                          set(&S::gap_min, inRange(1, 100)), set(&S::batch, element(1, 1, 3)),
                                          set(&S::work_min, inRange(1, 500)), set(&S::work_is, inRange(0, 3)),
                                          set(&S::load_s, element(0, 1, 180)));
    const auto pool = rc::gen::build<PoolRecipe>(set(&PoolRecipe::count, inRange(1, 4)),
                                                 set(&PoolRecipe::gpus, element(1, 2, 4)));
    return rc::gen::build<R>(
        set(&R::streams, rc::gen::container<std::vector<S>>(std::size_t{2}, stream)),
        set(&R::pools, rc::gen::container<std::vector<PoolRecipe>>(std::size_t{1}, pool)),
        set(&R::seed, inRange(1, 100000)));
}

}  // namespace trainyard::properties
