#include "sim/strategy/timetable.hpp"

#include <algorithm>
#include <tuple>

namespace trainyard {

Timetable::Timetable(SimTime now, const std::vector<int>& free, std::vector<Freed> freed) {
    for (const int units : free) {
        parts_.push_back({{now, units}});
    }
    std::sort(freed.begin(), freed.end(),
              [](const Freed& a, const Freed& b) { return std::tie(a.part, a.at) < std::tie(b.part, b.at); });
    for (const Freed& each : freed) {
        Part& part = parts_[each.part];
        if (part.back().from == each.at) {
            part.back().free += each.units;
        } else {
            part.push_back({each.at, part.back().free + each.units});
        }
    }
}

// Whether so many are free for the whole length from a second within a step.
bool Timetable::holds(const Part& part, std::size_t step, SimTime from, int units, Seconds length) {
    for (; step < part.size() && part[step].from < from + length; ++step) {
        if (part[step].free < units) {
            return false;
        }
    }
    return true;
}

std::optional<SimTime> Timetable::earliest_in(const Part& part, int units, Seconds length) {
    for (std::size_t step = 0; step < part.size(); ++step) {
        if (part[step].free >= units && holds(part, step, part[step].from, units, length)) {
            return part[step].from;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Timetable::now(int units, Seconds length) const {
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
        if (holds(parts_[i], 0, parts_[i].front().from, units, length)) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<Timetable::Slot> Timetable::earliest(int units, Seconds length) const {
    std::optional<Slot> best;
    for (std::uint32_t i = 0; i < parts_.size(); ++i) {
        const auto from = earliest_in(parts_[i], units, length);
        if (from && (!best || *from < best->from)) {
            best = Slot{*from, i};
        }
    }
    return best;
}

// The step that begins at a second, made if there is none. It is not before the first.
std::size_t Timetable::split(Part& part, SimTime at) {
    const auto after = std::upper_bound(part.begin(), part.end(), at,
                                        [](SimTime time, const Step& step) { return time < step.from; });
    const auto within = static_cast<std::size_t>(after - part.begin()) - 1;
    if (part[within].from == at) {
        return within;
    }
    part.insert(after, Step{at, part[within].free});
    return within + 1;
}

void Timetable::reserve(const Slot& slot, int units, Seconds length) {
    Part& part = parts_[slot.part];
    const std::size_t first = split(part, slot.from);
    const std::size_t end = split(part, slot.from + length);
    for (std::size_t step = first; step < end; ++step) {
        part[step].free -= units;
    }
}

}  // namespace trainyard
