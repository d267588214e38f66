// What a run waited for, as the floors repeat it: of each machine the lengths of its attempts, one
// after another. A file of 64-bit numbers: how many machines; of each, how many waits, then the waits.
#pragma once

#include <cstdint>
#include <fstream>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace trainyard::bench {

using Waits = std::vector<std::vector<std::int64_t>>;  // by machine, in seconds, each > 0

inline void write_waits(const Waits& waits, std::ostream& out) {
    const auto put = [&out](std::int64_t number) {
        out.write(reinterpret_cast<const char*>(&number), sizeof number);
    };
    put(static_cast<std::int64_t>(waits.size()));
    for (const auto& of_machine : waits) {
        put(static_cast<std::int64_t>(of_machine.size()));
        for (const std::int64_t wait : of_machine) {
            put(wait);
        }
    }
}

inline Waits read_waits(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    const auto get = [&in] {
        std::int64_t number = 0;
        in.read(reinterpret_cast<char*>(&number), sizeof number);
        return static_cast<std::size_t>(number);
    };
    Waits waits(get());
    for (auto& of_machine : waits) {
        of_machine.resize(get());
        in.read(reinterpret_cast<char*>(of_machine.data()),
                static_cast<std::streamsize>(of_machine.size() * sizeof(std::int64_t)));
    }
    if (!in) {
        throw std::runtime_error{path + ": not a file of waits"};
    }
    return waits;
}

}  // namespace trainyard::bench
