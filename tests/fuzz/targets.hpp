// What the fuzzers feed with bytes of any kind, and what must hold whatever these are. The corpus is
// replayed by corpus_test.cpp; libFuzzer (./dev fuzz) looks for more.
#pragma once

#include <string_view>
#include <vector>

namespace trainyard::fuzz {

struct Target {
    const char* name;  // of its folder in tests/fuzz/corpus
    // Throws std::logic_error where something does not hold.
    void (*run)(std::string_view bytes);
};

const std::vector<Target>& targets();

// A whole scenario, with files beside it that it may name.
void run_scenario(std::string_view bytes);
// A line each: `set PATH=VALUE`, `vary PATH=VALUES` or `design DESIGN`, for one scenario.
void run_paths(std::string_view bytes);
// A quantity by the first byte, then what is written for it.
void run_units(std::string_view bytes);
// The logs of jobs, by format.
void run_trainyard(std::string_view bytes);
void run_csv(std::string_view bytes);
void run_sacct(std::string_view bytes);
void run_philly(std::string_view bytes);
void run_helios(std::string_view bytes);
void run_swf(std::string_view bytes);
// A format of spot traces by the first byte, then the trace.
void run_spot(std::string_view bytes);
void run_prices(std::string_view bytes);

}  // namespace trainyard::fuzz
