// How many units of a pool are expected to be free from now on: of each part on its own, because a gang
// fits into one. Parts are rigs, their units GPUs; a rented pool is one part, its units instances.
#pragma once

#include <optional>
#include <vector>

#include "sim/core/time.hpp"

namespace trainyard {

class Timetable {
public:
    // Units of a part that come free at a time, after now.
    struct Freed {
        SimTime at{};
        std::uint32_t part = 0;
        int units = 0;
    };
    struct Slot {
        SimTime from{};
        std::uint32_t part = 0;
    };

    Timetable(SimTime now, const std::vector<int>& free, std::vector<Freed> freed);

    // The lowest part with that many free from now on, all of the time.
    std::optional<std::uint32_t> now(int units, Seconds length) const;
    // The earliest second, and the lowest part then; none if there are never so many.
    std::optional<Slot> earliest(int units, Seconds length) const;
    void reserve(const Slot& slot, int units, Seconds length);

private:
    struct Step {
        SimTime from{};
        int free = 0;
    };
    using Part = std::vector<Step>;  // ascending; the last holds for ever

    static bool holds(const Part& part, std::size_t step, SimTime from, int units, Seconds length);
    static std::optional<SimTime> earliest_in(const Part& part, int units, Seconds length);
    static std::size_t split(Part& part, SimTime at);

    std::vector<Part> parts_;
};

}  // namespace trainyard
