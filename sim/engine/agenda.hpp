// When things happen: the alarms, in order, and SimGrid's clock. SimGrid runs until the second of the
// earliest alarm; when it has done whatever it has to do until then, all that falls due at that second is
// handled at once, in the order of the model.
#pragma once

#include <simgrid/forward.h>

#include <compare>
#include <cstdint>
#include <functional>
#include <vector>

#include "sim/core/time.hpp"

namespace trainyard {

// The order of a second.
enum class DueClass : std::uint32_t {
    end_of_window,  // sorts first: it decides what else of the second still happens
    transfer,       // of writes and restores on shared storage: its end
    phase_end,
    loss,
    market_change,  // after single losses: of a pool
    failure,        // of a rig
    repair,         // its end; a rig that is bought comes up likewise
    delivery,       // of a part for the shelf
    reservation,    // its beginning
    notice,
    market_notice,
    arrival,
    opening,
    idle_timeout,
};

// What falls due, and of whom: a number whose meaning the class gives.
struct Due {
    DueClass when = DueClass::phase_end;
    std::uint32_t of = 0;

    friend constexpr auto operator<=>(const Due&, const Due&) = default;
};

class Agenda;

// A wait that can be called off. It must not move while it is set.
class Alarm {
public:
    Alarm() = default;
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

private:
    friend class Agenda;
    static constexpr std::uint32_t not_set = UINT32_MAX;
    std::uint32_t place_ = not_set;  // in the agenda's heap
};

class Agenda {
public:
    using Handler = std::function<void(const std::vector<Due>&)>;

    explicit Agenda(const simgrid::s4u::Engine& engine) : engine_{engine} {}

    SimTime now() const { return now_; }

    // `due` falls due at `time`, which is not before now. An alarm that is set is called off first.
    void set(Alarm& alarm, SimTime time, Due due);
    void cancel(Alarm& alarm);

    // Calls the handler for second 0, with nothing due, and then for each second at which something
    // falls due, with what does, in order; until no alarm is set any more.
    void run(const Handler& handle);

    // Calls off every alarm, so that the simulation ends.
    void clear();

private:
    struct Entry {
        SimTime time{};
        Due due;
        Alarm* alarm = nullptr;

        bool before(const Entry& other) const {
            return time != other.time ? time < other.time : due < other.due;
        }
    };

    void put(std::uint32_t place, const Entry& entry);
    void rise(std::uint32_t place, const Entry& entry);
    void sink(std::uint32_t place, const Entry& entry);

    const simgrid::s4u::Engine& engine_;
    SimTime now_{};
    std::vector<Entry> heap_;  // binary: before its children at 2i + 1 and 2i + 2
};

}  // namespace trainyard
