// Pools: machines of one kind and price.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/money.hpp"
#include "sim/model/distribution.hpp"
#include "sim/model/market.hpp"
#include "sim/model/model_training.hpp"

namespace trainyard {

struct GpuType {
    std::string name;
    std::int64_t memory_bytes = 0;
    double speed = 1;                           // training speed relative to the reference, a100-80gb = 1
    std::optional<double> watts;                // board power, for information
    std::optional<double> bf16_flops = {};      // dense peak a second
    std::optional<double> measured_flops = {};  // the largest matrix product rate that somebody measured
    Utilisation utilisation = {};               // of `model` jobs
};

// The model FLOPs utilisation that a training can have at most on a GPU: what it does in all, recomputing
// included, at the rate that somebody has measured. Absent where nobody has, or where that is no bound (fp8).
std::optional<double> most_utilisation(const GpuType& gpu, const ModelTraining& training);

// Efficiency per GPU of a gang of k GPUs: linear in log k between the given points, flat outside.
struct Scaling {
    std::vector<std::pair<int, double>> points;  // ascending k; empty: 1 everywhere

    double at(Gpus gang) const;
};

struct Power {
    std::int64_t busy_milliwatt = 0;  // of the whole rig
    std::int64_t idle_milliwatt = 0;
    Price electricity{0, 3'600'000};       // per watt-second
    std::int64_t cooling_ppm = 1'000'000;  // PUE x 10^6
    // By hour of the week (hour 0 is Monday 00:00-01:00 UTC), billionths of a dollar for `electricity.per`
    // watt-seconds, instead of `electricity`. Empty: that at every hour.
    std::vector<std::int64_t> hourly_nano_usd = {};
    std::optional<double> grid_kg_per_kwh = {};  // CO2 of the electricity
};

// How a rig breaks and is mended.
struct RigFailures {
    Distribution time_to_failure_s = Constant{};  // from when it comes up, busy or not; > 0
    Distribution repair_s = Constant{};           // until it is up again with a part that has to be got
    Money part;                                   // that a failure uses up
    int spares = 0;                               // parts on the shelf from the beginning on
    Distribution swap_s = Constant{};             // instead of repair_s, with a part from the shelf
};

struct RigTerms {
    int count = 1;
    Money price;
    Seconds life{};
    std::int64_t resale_ppm = 0;  // of the price, at the end of its life, x 10^6
    std::optional<Power> power;   // absent: no energy is billed
    Price upkeep;                 // of a rig, per second
    Seconds available{0};         // after second 0: bought then
    std::optional<RigFailures> failures = {};
    bool multi_rig = false;          // a gang may span rigs
    std::int64_t financing_ppm = 0;  // of what is not yet written off, a year, x 10^6
};

struct Billing {
    Seconds per{1};
    Seconds minimum{60};
    bool boot = true;  // false: bill and GPU-seconds begin when the instance is ready
};

struct NoInterruptions {};
struct InterruptionRate {
    double per_s = 0;  // exponential, per instance, from launch
};
struct InstanceLife {
    Distribution life_s = Constant{};  // from launch
};
using Interruptions = std::variant<NoInterruptions, InterruptionRate, InstanceLife>;

// Interruptions a second of one instance; 0 for none.
double interruption_rate_per_s(const Interruptions& interruptions);

enum class Market { spot, on_demand, reserved };

// Instances that are paid for all the time, and on all the time.
struct Reservation {
    int count = 1;
    Seconds available{0};  // after second 0: the beginning of the term
    Seconds term{};        // > 0
    Money upfront;         // of one instance
    Price monthly;         // of one instance, per second
};

struct RentedTerms {
    Market market = Market::on_demand;
    Price price;  // of one instance, per second
    std::optional<int> max_instances;
    Distribution boot_s = Constant{};
    Billing billing;
    Interruptions interruptions = NoInterruptions{};  // none on demand
    Seconds notice{0};
    std::optional<Reservation> reservation = {};  // of a reserved pool, which has no other price
    Price egress = {};                            // per byte
    Price storage = {};                           // of a job's safe checkpoint, per byte and second
    Availability availability{};                  // without limit on demand
    std::optional<Shocks> shocks{};
    std::optional<ChangingPrice> changing_price{};  // `price` is then its mean over time
    std::optional<StartFailure> start_failure{};

    // Something comes and goes here, beside single instances.
    bool has_market() const;
};

// Every replication sees the same stretch of a trace of the pool's market.
bool has_one_history(const RentedTerms& terms);

// How many instances there can be at once at most; absent: no limit.
std::optional<int> most_instances(const RentedTerms& terms);

// How many there can be on average over time, prices and droughts apart; absent: no limit.
std::optional<double> mean_instances(const RentedTerms& terms);

// How often a gang on so many machines loses one, a second; 0: never.
double gang_losses_per_s(const RentedTerms& terms, int machines);

struct Pool {
    std::string name;
    GpuTypeIndex gpu;
    Gpus gpus_per_machine{1};
    Scaling scaling;
    double storage_bytes_per_s = 1e9;  // per machine, for checkpoints and restores
    std::variant<RigTerms, RentedTerms> terms;
    std::string source;           // of the price; may be empty
    std::string as_of;            // date of the price as written; may be empty
    bool shared_storage = false;  // storage_bytes_per_s is of one storage for all machines of the pool

    const RigTerms* rigs() const { return std::get_if<RigTerms>(&terms); }
    const RentedTerms* rented() const { return std::get_if<RentedTerms>(&terms); }
};

// The same of any pool; of rigs by their failures.
double gang_losses_per_s(const Pool& pool, int machines);

}  // namespace trainyard
