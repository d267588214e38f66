#include "sim/engine/agenda.hpp"

#include <simgrid/s4u.hpp>

namespace trainyard {

void Agenda::set(Alarm& alarm, SimTime time, Due due) {
    cancel(alarm);
    heap_.emplace_back();
    rise(static_cast<std::uint32_t>(heap_.size() - 1), {time, due, &alarm});
}

void Agenda::cancel(Alarm& alarm) {
    if (alarm.place_ == Alarm::not_set) {
        return;
    }
    const std::uint32_t hole = alarm.place_;
    alarm.place_ = Alarm::not_set;
    const Entry last = heap_.back();
    heap_.pop_back();
    if (hole == heap_.size()) {
        return;
    }
    if (hole > 0 && last.before(heap_[(hole - 1) / 2])) {
        rise(hole, last);
    } else {
        sink(hole, last);
    }
}

void Agenda::put(std::uint32_t place, const Entry& entry) {
    heap_[place] = entry;
    entry.alarm->place_ = place;
}

void Agenda::rise(std::uint32_t place, const Entry& entry) {
    while (place > 0) {
        const std::uint32_t parent = (place - 1) / 2;
        if (!entry.before(heap_[parent])) {
            break;
        }
        put(place, heap_[parent]);
        place = parent;
    }
    put(place, entry);
}

void Agenda::sink(std::uint32_t place, const Entry& entry) {
    const auto size = static_cast<std::uint32_t>(heap_.size());
    while (2 * place + 1 < size) {
        std::uint32_t child = 2 * place + 1;
        if (child + 1 < size && heap_[child + 1].before(heap_[child])) {
            ++child;
        }
        if (!heap_[child].before(entry)) {
            break;
        }
        put(place, heap_[child]);
        place = child;
    }
    put(place, entry);
}

void Agenda::run(const Handler& handle) {
    std::vector<Due> due;
    handle(due);
    while (!heap_.empty()) {
        now_ = heap_.front().time;
        engine_.run_until(static_cast<double>(second_of(now_)));
        due.clear();
        while (!heap_.empty() && heap_.front().time == now_) {
            due.push_back(heap_.front().due);
            cancel(*heap_.front().alarm);
        }
        handle(due);
    }
}

void Agenda::clear() {
    for (const Entry& entry : heap_) {
        entry.alarm->place_ = Alarm::not_set;
    }
    heap_.clear();
}

}  // namespace trainyard
