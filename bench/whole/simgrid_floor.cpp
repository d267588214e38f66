// The floors: the waits of a run in bare SimGrid, with nothing else.
//   simgrid_floor nothing        an empty simulation: what SimGrid costs to load and to start
//   simgrid_floor actors FILE    an actor a machine that sleeps through one attempt after another
//   simgrid_floor timers FILE    no actors: a timer of SimGrid's kernel an attempt
#include <functional>
#include <iostream>
#include <simgrid/kernel/Timer.hpp>
#include <simgrid/s4u.hpp>
#include <string>

#include "bench/whole/waits.hpp"

namespace {

namespace s4u = simgrid::s4u;
using simgrid::kernel::timer::Timer;
using trainyard::bench::read_waits;

void sleep_in_actors(const std::string& file, s4u::Host* host) {
    for (auto& waits : read_waits(file)) {
        s4u::Actor::create("machine", host, [waits = std::move(waits)] {
            for (const std::int64_t wait : waits) {
                s4u::this_actor::sleep_for(static_cast<double>(wait));
            }
        });
    }
    s4u::Engine::get_instance()->run();
}

class TimedMachine {
public:
    explicit TimedMachine(std::vector<std::int64_t> waits) : waits_{std::move(waits)} {}

    void wait_for_next() {
        if (next_ < waits_.size()) {
            const auto wait = static_cast<double>(waits_[next_++]);
            Timer::set(s4u::Engine::get_clock() + wait, [this] { wait_for_next(); });
        }
    }

private:
    std::vector<std::int64_t> waits_;
    std::size_t next_ = 0;
};

void wait_in_timers(const std::string& file) {
    std::vector<TimedMachine> machines;
    for (auto& waits : read_waits(file)) {
        machines.emplace_back(std::move(waits));
    }
    for (TimedMachine& machine : machines) {
        machine.wait_for_next();
    }
    s4u::Engine::get_instance()->run();
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    s4u::Engine engine{&argc, argv};
    s4u::NetZone* world = s4u::create_empty_zone("world");
    s4u::Host* host = world->create_host("host", 1e9);
    world->seal();
    if (arguments == std::vector<std::string>{"nothing"}) {
        engine.run();
    } else if (arguments.size() == 2 && arguments[0] == "actors") {
        sleep_in_actors(arguments[1], host);
    } else if (arguments.size() == 2 && arguments[0] == "timers") {
        wait_in_timers(arguments[1]);
    } else {
        std::cerr << "usage: simgrid_floor nothing | actors FILE | timers FILE\n";
        return 2;
    }
    return 0;
}
