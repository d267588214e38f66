// The known name that a mistyped one was meant to be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

// Names among which one is looked for; among more, a suggestion is not worth the time.
inline constexpr std::size_t most_compared = 500;

// By edit distance (a swap of neighbours counts 1), case ignored; nothing when there are too many, or none is
// near enough: more than a third of the letters differ.
std::optional<std::string> nearest(std::string_view name, const std::vector<std::string>& known);

// "; did you mean `x`?", or the known names when there are few, or nothing.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& known);

}  // namespace trainyard
