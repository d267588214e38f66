// Counter-based random streams (Philox4x64-10; Salmon et al., "Parallel Random Numbers: As Easy as
// 1, 2, 3", SC'11). A stream is named, not advanced: the same name gives the same numbers in every
// strategy, sweep point and process, whatever else was drawn.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace trainyard {

// What a random quantity is for. The numbers are part of the results: never renumber, only append.
enum class Purpose : std::uint64_t {
    arrival = 1,
    batch = 2,
    think = 3,
    work = 4,
    checkpoint_size = 5,
    write = 6,
    restore = 7,
    setup = 8,
    linger = 9,
    checkpoint_every = 10,
    load = 11,
    boot = 12,
    life = 13,
    failure = 14,
    resample = 15,
    design = 16,  // of a study's points
    availability = 40,
    shock = 41,
    reclaim = 42,  // by a shock
    drought = 43,
    market_offset = 44,
    start_failure = 45,
    start_retry = 46,
    rig_failure = 50,
    repair = 51,
    swap = 52,
    egress = 53,
    pilot = 60,
};

// The luck of one run.
struct RunSeed {
    std::uint64_t seed = 1;
    std::uint64_t replication = 1;  // from 1
};

// Numbers drawn for (seed, replication, purpose, name of the entity, its number).
class RandomStream {
public:
    RandomStream(RunSeed run, Purpose purpose, std::uint64_t entity_hash, std::uint64_t number);

    std::uint64_t bits();
    // Uniform on the open interval (0, 1): an odd multiple of 2^-53, never 0 and never 1.
    double uniform();

private:
    std::array<std::uint64_t, 2> key_;
    std::array<std::uint64_t, 4> counter_;
    std::array<std::uint64_t, 4> block_{};
    int used_ = 4;
};

// A stable 64-bit hash of an entity's name (FNV-1a); take it once per entity, not per draw.
std::uint64_t hash_name(std::string_view name);

}  // namespace trainyard
