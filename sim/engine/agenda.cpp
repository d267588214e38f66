#include "sim/engine/agenda.hpp"

#include <algorithm>
#include <simgrid/s4u.hpp>

namespace trainyard {

using simgrid::kernel::timer::kernel_timers;
using simgrid::kernel::timer::Timer;

void Alarm::cancel() {
    if (timer_ != nullptr) {
        timer_->remove();
        timer_ = nullptr;
    }
}

void Agenda::set(Alarm& alarm, SimTime time, Due due) {
    alarm.cancel();
    alarm.agenda_ = this;
    alarm.due_ = due;
    alarm.timer_ = Timer::set(static_cast<double>(second_of(time)),
                              [target = &alarm] { target->agenda_->ring(*target); });
}

void Agenda::ring(Alarm& alarm) {
    alarm.timer_ = nullptr;
    due_.push_back(alarm.due_);
    if (waiting_ != nullptr) {
        simgrid::s4u::Actor* sleeper = waiting_;
        waiting_ = nullptr;
        sleeper->resume();
    }
}

std::vector<Due>& Agenda::wait() {
    handed_.clear();
    if (due_.empty()) {
        waiting_ = simgrid::s4u::Actor::self();
        simgrid::s4u::this_actor::suspend();
    }
    now_ = at_second(static_cast<std::int64_t>(simgrid::s4u::Engine::get_clock()));
    handed_.swap(due_);
    std::sort(handed_.begin(), handed_.end());
    return handed_;
}

void Agenda::clear() {
    while (!kernel_timers().empty()) {
        kernel_timers().top().second->remove();
    }
}

}  // namespace trainyard
