// Times as logs write them.
#pragma once

#include <optional>
#include <string_view>

namespace trainyard {

inline constexpr std::string_view time_expected = "a time like 2024-03-01 17:00:12";
inline constexpr std::string_view elapsed_expected = "a length of time like 1-02:03:04 or 02:03:04";

inline constexpr double most_log_seconds = 1e10;  // three centuries; Unix time fits

// Seconds since 1970 of `2024-03-01 17:00:12`, also with `T` between, fractions of a second, and `Z` or an
// offset like +08:00 behind; without one it is taken as UTC. Nothing for what is no real day and time, or
// before 1970, or beyond 1e10 s (the year 2286).
std::optional<double> log_time(std::string_view text);

// Seconds of Slurm's `[days-]hours:minutes:seconds`, `minutes:seconds` (fractions allowed), at most 1e10, or
// nothing.
std::optional<double> elapsed_seconds(std::string_view text);

}  // namespace trainyard
