// When things happen: SimGrid's clock and timers. A wait that needs no process of its own is a timer
// of SimGrid's kernel; what falls due at a second is collected, and the one actor that waits on the
// agenda is woken once for it, after all timers of that second.
#pragma once

#include <simgrid/forward.h>

#include <compare>
#include <cstdint>
#include <simgrid/kernel/Timer.hpp>
#include <vector>

#include "sim/core/time.hpp"

namespace trainyard {

// The order of a second.
enum class DueClass : std::uint8_t {
    end_of_window,  // sorts first: it decides what else of the second still happens
    phase_end,
    loss,
    notice,
    arrival,
    opening,
    idle_timeout,
};

// What falls due, and of whom: a number whose meaning the class gives.
struct Due {
    DueClass when = DueClass::phase_end;
    std::uint64_t of = 0;

    friend constexpr auto operator<=>(const Due&, const Due&) = default;
};

class Agenda;

// A wait that can be called off. It must not move while it is set.
class Alarm {
public:
    Alarm() = default;
    Alarm(const Alarm&) = delete;
    Alarm& operator=(const Alarm&) = delete;

    void cancel();

private:
    friend class Agenda;
    Agenda* agenda_ = nullptr;
    Due due_;
    simgrid::kernel::timer::Timer* timer_ = nullptr;
};

class Agenda {
public:
    SimTime now() const { return now_; }

    // `due` falls due at `time`, which is not before now. An alarm that is set is called off first.
    void set(Alarm& alarm, SimTime time, Due due);

    // Blocks the calling actor until a second at which something falls due. Returns what does, in
    // order. To be called by one actor alone.
    std::vector<Due>& wait();

    // Calls off every alarm, so that the simulation can end.
    void clear();

private:
    void ring(Alarm& alarm);

    SimTime now_{};
    std::vector<Due> due_;     // being collected
    std::vector<Due> handed_;  // of the second that is being handled
    simgrid::s4u::Actor* waiting_ = nullptr;
};

}  // namespace trainyard
