// heap_floor FILE: the limit. The waits of a run through a plain binary heap, without SimGrid.
#include <functional>
#include <iostream>
#include <queue>
#include <utility>

#include "bench/whole/waits.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: heap_floor FILE\n";
        return 2;
    }
    const auto waits = trainyard::bench::read_waits(argv[1]);
    using Event = std::pair<std::int64_t, std::size_t>;  // when, of which machine
    std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
    std::vector<std::size_t> next(waits.size(), 0);
    const auto wait_for_next = [&](std::int64_t now, std::size_t machine) {
        if (next[machine] < waits[machine].size()) {
            events.emplace(now + waits[machine][next[machine]++], machine);
        }
    };
    for (std::size_t machine = 0; machine < waits.size(); ++machine) {
        wait_for_next(0, machine);
    }
    std::int64_t end = 0;
    while (!events.empty()) {
        const auto [now, machine] = events.top();
        events.pop();
        end = now;
        wait_for_next(now, machine);
    }
    std::cout << end << '\n';
    return 0;
}
