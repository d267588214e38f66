// Typed indices and GPU counts: a pool's index is not a job's, and GPUs are not GPU-seconds.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "sim/core/time.hpp"

namespace trainyard {

// Position of a thing in the vector that owns it.
template <class Tag>
struct Index {
    std::uint32_t value = 0;

    constexpr Index() = default;
    constexpr explicit Index(std::size_t position) : value{static_cast<std::uint32_t>(position)} {}
    friend constexpr auto operator<=>(Index, Index) = default;
};

using GpuTypeIndex = Index<struct GpuTypeTag>;    // in Scenario::gpus
using StreamIndex = Index<struct StreamTag>;      // in Scenario::streams
using PoolIndex = Index<struct PoolTag>;          // in Scenario::pools
using StrategyIndex = Index<struct StrategyTag>;  // in Scenario::strategies
using JobIndex = Index<struct JobTag>;            // in Trace::jobs; the job's number is value + 1
using MachineIndex = Index<struct MachineTag>;    // in Trace::machines

struct GpuSeconds {
    std::int64_t count = 0;

    constexpr double in_hours() const { return static_cast<double>(count) / 3600.0; }
    constexpr GpuSeconds& operator+=(GpuSeconds other) {
        count += other.count;
        return *this;
    }
    constexpr GpuSeconds& operator-=(GpuSeconds other) {
        count -= other.count;
        return *this;
    }
    friend constexpr GpuSeconds operator+(GpuSeconds a, GpuSeconds b) { return a += b; }
    friend constexpr GpuSeconds operator-(GpuSeconds a, GpuSeconds b) { return a -= b; }
    friend constexpr auto operator<=>(GpuSeconds, GpuSeconds) = default;
};

// A number of whole GPUs.
struct Gpus {
    std::int32_t count = 0;

    friend constexpr Gpus operator+(Gpus a, Gpus b) { return Gpus{a.count + b.count}; }
    friend constexpr Gpus operator-(Gpus a, Gpus b) { return Gpus{a.count - b.count}; }
    constexpr Gpus& operator+=(Gpus other) {
        count += other.count;
        return *this;
    }
    constexpr Gpus& operator-=(Gpus other) {
        count -= other.count;
        return *this;
    }
    friend constexpr GpuSeconds operator*(Gpus gpus, Seconds time) {
        return GpuSeconds{gpus.count * time.count()};
    }
    friend constexpr auto operator<=>(Gpus, Gpus) = default;
};

static_assert(Gpus{8} * seconds_per_hour == GpuSeconds{28800});

}  // namespace trainyard
