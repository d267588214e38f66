// The parts of the table of keys, and the few words that its rows are written in. For the table's
// own files only.
#pragma once

#include "sim/scenario/keys.hpp"

namespace trainyard::table {

inline constexpr double second = 1;
inline constexpr double year = 31536000;
inline constexpr double gpu_hour = 3600;

inline constexpr Range any_value{};
inline constexpr Range any_time{0, 1000 * year};  // any longer is a slip of the pen
inline constexpr Range some_time{0, 1000 * year, true};
inline constexpr Range century{0, 100 * year, true};
inline constexpr Range not_negative{0};
inline constexpr Range positive{0, std::numeric_limits<double>::infinity(), true};
inline constexpr Range some_bytes{0, 1e18, true};
inline constexpr Range some_work{0, 1e9 * gpu_hour, true};
inline constexpr Range from_0_to_1{0, 1};
inline constexpr Range ratio{0, 1, true};

std::vector<Key> top_level();
std::vector<Key> study();
std::vector<Key> jobs();
std::vector<Key> workload();
std::vector<Key> fleet();
std::vector<Key> market();                                // of spot pools
std::vector<Key> price_trace(const std::string& pool);    // below its `price`
std::vector<Key> rented_market(const std::string& pool);  // of all rented pools
std::vector<Key> strategies();
std::vector<Key> distributions();

}  // namespace trainyard::table
