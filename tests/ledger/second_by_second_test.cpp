// The fold against a reference that walks every second of every GPU of random small runs.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <random>

#include "sim/ledger/segments.hpp"
#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

namespace {

constexpr std::int64_t window = 600;
constexpr std::int64_t february = 250;  // the second at which it begins in these runs

class RandomRun {
public:
    explicit RandomRun(unsigned seed) : random_{seed} {
        scenario.start_unix_s = 1769904000 - february;  // 2026-02-01T00:00:00Z
        rented(scenario, cloud).billing = {Seconds{7}, Seconds{20}, chance(2)};
        rented(scenario, spot).billing = {Seconds{1}, Seconds{60}, chance(2)};
        hourly_prices = chance(2);
        if (hourly_prices) {
            Power& power = *rigs(scenario).power;
            for (std::int64_t hour = 0; hour < 168; ++hour) {
                power.hourly_nano_usd.push_back(100'000'000 + below(400'000'000));
            }
        }
        for (int i = 0; i < 3; ++i) {
            const std::int64_t bought = chance(2) ? below(100) : 0;
            const auto machine = facts.machine(rig, bought, bought);
            const std::int64_t up = chance(2) ? fail(machine, bought + below(40)) : bought;
            fill(machine, rig, up, 1);
            fill(machine, rig, up, 1);  // the other GPU
        }
        for (int i = 0; i < 12; ++i) {
            launch(chance(2) ? cloud : spot);
        }
        std::stable_sort(
            facts.trace.attempts.begin(), facts.trace.attempts.end(),
            [](const AttemptFact& a, const AttemptFact& b) { return a.allocated < b.allocated; });
    }

    Scenario scenario = fleet();
    Facts facts{window};
    bool hourly_prices = false;

private:
    // Twice, the second time for no second; gives the second at which it is up again.
    std::int64_t fail(std::size_t machine, std::int64_t from) {
        const std::int64_t until = from + below(60);
        facts.trace.downs.push_back({MachineIndex{machine}, at_second(from), at_second(until)});
        facts.trace.downs.push_back({MachineIndex{machine}, at_second(until), at_second(until)});
        return until;
    }
    std::int64_t below(std::int64_t bound) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(bound));
    }
    bool chance(std::int64_t one_in) { return below(one_in) == 0; }

    void launch(std::size_t pool) {
        const std::int64_t launched = below(500);
        const std::int64_t boot = below(40);
        const auto machine = facts.machine(pool, launched, launched + boot);
        const int used = pool == spot ? 1 + static_cast<int>(below(4)) : 1;
        const std::int64_t reached = std::max(fill(machine, pool, launched, used, boot), launched + boot);
        if (reached + 30 < window && !chance(3)) {
            facts.trace.machines[machine].released = at_second(reached + below(30));
        }
    }

    // One job after another until some second, which it gives.
    std::int64_t fill(std::size_t machine, std::size_t pool, std::int64_t from, int used,
                      std::int64_t boot = 0) {
        std::int64_t reached = from;
        while (!chance(5) && reached + boot + 200 < window) {
            const std::int64_t allocated = boot > 0 ? reached : reached + below(30);
            reached = add_job(machine, pool, allocated, used, boot);
            boot = 0;
        }
        return reached;
    }

    std::int64_t add_job(std::size_t machine, std::size_t pool, std::int64_t allocated, int used,
                         std::int64_t boot) {
        const std::int64_t times = below(4);
        const Leg round = rounds(below(20), below(5), times);
        const Leg last = compute(below(30));
        const std::int64_t computed = round.compute.count() * times + last.compute.count();
        const auto job = facts.job(std::max<std::int64_t>(0, allocated - below(20)), used);
        const Phases phases{boot, below(4), below(4), below(9), {round, last}, below(computed + 1)};
        const auto attempt =
            facts.attempt(job, pool, allocated, phases, AttemptEnd::finished, {{machine, used}});
        if (pool == spot) {
            facts.member(attempt).stranded = Gpus{4 - used};
        }
        const std::int64_t until = second_of(facts.at(attempt).end) + below(10);
        facts.member(attempt).held_until = at_second(until);
        facts.finish(job);
        return until;
    }

    std::mt19937 random_;
};

// What each job does in each second, and what each GPU-second costs, in floating point.
class Reference {
public:
    explicit Reference(const RandomRun& run) : run_{run}, job_usd(run.facts.trace.jobs.size(), 0.0) {
        for (std::size_t i = 0; i < run.facts.trace.machines.size(); ++i) {
            walk(i);
        }
    }

    std::map<GpuState, std::int64_t> gpu_s;
    std::map<GpuState, double> usd;
    std::vector<double> energy_by_month{0, 0};

private:
    const RandomRun& run_;

public:
    std::vector<double> job_usd;

private:
    struct Use {
        GpuState state;
        int gpus;
        std::optional<std::size_t> job;
    };

    static std::int64_t paid_from(const RentedTerms* terms, const MachineFact& machine) {
        return second_of(terms == nullptr || terms->billing.boot ? machine.launched : machine.ready);
    }

    // USD of a machine but for its energy, spread over its GPU-seconds.
    static double usd_per_gpu_s(const RentedTerms* terms, std::int64_t paid, int gpus) {
        if (terms == nullptr) {
            return 1.5 / 3600 / gpus;  // depreciation and upkeep
        }
        const std::int64_t per = terms->billing.per.count();
        const std::int64_t billed = std::max((paid + per - 1) / per * per, terms->billing.minimum.count());
        return static_cast<double>(terms->price.nano_usd) / 1e9 / 3600 * static_cast<double>(billed) /
               static_cast<double>(paid * gpus);
    }

    void walk(std::size_t index) {
        const MachineFact& machine = run_.facts.trace.machines[index];
        const Pool& pool = run_.scenario.pool(machine.pool);
        const RentedTerms* terms = pool.rented();
        const std::int64_t from = paid_from(terms, machine);
        const std::int64_t until = machine.released ? second_of(*machine.released) : window;
        const int gpus = pool.gpus_per_machine.count;
        const double standing = usd_per_gpu_s(terms, until - from, gpus);
        for (std::int64_t second = from; second < until; ++second) {
            for (const Use& use : uses(index, second, gpus)) {
                account(use, second, standing, terms == nullptr);
            }
        }
    }

    // Of 0.36 USD/kWh: the window lies in the last hour of a Saturday and the first of a Sunday.
    double price_factor(std::int64_t second) const {
        const std::size_t hour = second < february ? 5 * 24 + 23 : 6 * 24;
        return run_.hourly_prices
                   ? static_cast<double>(run_.scenario.pools[rig].rigs()->power->hourly_nano_usd[hour]) /
                         360'000'000
                   : 1;
    }

    void account(const Use& use, std::int64_t second, double standing, bool is_rig) {
        const bool busy = use.state == GpuState::compute || use.state == GpuState::rework;
        const bool powered = is_rig && use.state != GpuState::down;
        const double energy = powered ? (busy ? 50e-6 : 5e-6) * price_factor(second) * use.gpus : 0;
        gpu_s[use.state] += use.gpus;
        usd[use.state] += standing * use.gpus + energy;
        energy_by_month[second < february ? 0 : 1] += energy;
        if (use.job) {
            job_usd[*use.job] += standing * use.gpus + energy;
        }
    }

    std::vector<Use> uses(std::size_t index, std::int64_t second, int gpus) const {
        const SimTime now = at_second(second);
        std::vector<Use> uses;
        for (const DownFact& down : run_.facts.trace.downs) {
            if (down.machine.value == index && down.from <= now && now < down.until) {
                return {{GpuState::down, gpus, std::nullopt}};
            }
        }
        int free = gpus;
        for (const AttemptFact& attempt : run_.facts.trace.attempts) {
            const GangMember& member = run_.facts.trace.members[attempt.first_member];
            if (member.machine.value == index && attempt.allocated <= now && now < member.held_until) {
                uses.push_back({state_at(attempt, now), member.gpus.count, attempt.job.value});
                uses.push_back({GpuState::stranded, member.stranded.count, attempt.job.value});
                free -= member.gpus.count + member.stranded.count;
            }
        }
        uses.push_back({GpuState::idle, free, std::nullopt});
        return uses;
    }

    GpuState state_at(const AttemptFact& attempt, SimTime now) const {
        for (const Segment& segment : segments_of(run_.facts.trace, attempt)) {
            if (segment.from <= now && now < segment.to) {
                return segment.state;
            }
        }
        return GpuState::linger;
    }
};

Approx to_the_micro_dollar(double usd) { return Approx(usd).epsilon(0).margin(2e-6); }

}  // namespace

TEST_CASE("random runs agree with a walk over every second of every GPU") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        const RandomRun run{seed};
        REQUIRE(run.facts.trace.jobs.size() > 10);
        Reference reference{run};
        const Outcome outcome = fold_all(run.scenario, run.facts);

        for (std::size_t i = 0; i < gpu_state_count; ++i) {
            const auto state = static_cast<GpuState>(i);
            INFO(name_of(state));
            CHECK(std::llround(value(outcome, std::string{name_of(state)} + "_gpu_h") * 3600) ==
                  reference.gpu_s[state]);
        }
        std::map<GpuState, double>& usd = reference.usd;
        CHECK(value(outcome, "idle_waste_usd") ==
              to_the_micro_dollar(usd[GpuState::idle] + usd[GpuState::stranded] + usd[GpuState::setup] +
                                  usd[GpuState::linger] + usd[GpuState::down]));
        CHECK(value(outcome, "overhead_usd") ==
              to_the_micro_dollar(usd[GpuState::boot] + usd[GpuState::restore] + usd[GpuState::load] +
                                  usd[GpuState::checkpoint]));
        CHECK(value(outcome, "rework_usd") == to_the_micro_dollar(usd[GpuState::rework]));
        CHECK(value(outcome, "useful_usd") ==
              Approx(usd[GpuState::compute]).epsilon(0).margin(20e-6));  // takes all roundings
        for (std::size_t i = 0; i < outcome.jobs.size(); ++i) {
            CHECK(outcome.jobs[i].cost.in_usd() == to_the_micro_dollar(reference.job_usd[i]));
        }
        std::vector<double> energy{0, 0};
        for (const LedgerLine& line : outcome.lines) {
            if (line.category == CostCategory::energy) {
                energy[line.when <= at_second(february) ? 0 : 1] += line.amount.in_usd();
            }
        }
        // A line of each of three rigs is the difference of two rounded amounts.
        CHECK(energy[0] == Approx(reference.energy_by_month[0]).epsilon(0).margin(3e-6));
        CHECK(energy[1] == Approx(reference.energy_by_month[1]).epsilon(0).margin(3e-6));
    }
}
