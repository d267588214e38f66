// A path and what was asked for at it, made an axis: held against the scenario that it varies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/axis.hpp"
#include "sim/scenario/path_walk.hpp"
#include "sim/scenario/source.hpp"

namespace trainyard {

inline constexpr int most_points = 100'000;  // of a study, and so of an axis
inline constexpr std::size_t most_axes = 100;

// `lin` or `log` as written.
struct SpanText {
    struct End {
        std::string text;
        Place place;
    };
    bool logarithmic = false;
    End low;
    End high;
    std::optional<int> points;
    Place place;  // of the whole
};

class AxisMaker {
public:
    // `notes` are for the user's information.
    AxisMaker(const Node& tree, Report& report, std::vector<std::string>& notes)
        : tree_{tree}, report_{report}, notes_{notes} {}

    // Nothing where something was wrong: it is reported then.
    std::optional<Axis> from_list(GivenPath path, const std::vector<Node>& values);
    std::optional<Axis> from_span(GivenPath path, const SpanText& text);

private:
    // The axis without its values, and what may stand at its first place.
    struct Found {
        Axis axis;
        const Key* key = nullptr;
        Quantity quantity = Quantity::none;
    };
    std::optional<Found> find(GivenPath path);
    bool may_vary(const GivenPath& path);
    void complain_of_misses(const GivenPath& path, const std::vector<Miss>& misses);
    void tell_of_misses(const GivenPath& path, std::vector<Miss> misses);
    bool all_differ(const Axis& axis);  // reports values that do not
    std::optional<Measure> end(const Found& found, const SpanText::End& text, const SpanText& span);
    std::optional<Span> span_of(const Found& found, const SpanText& text);

    const Node& tree_;
    Report& report_;
    std::vector<std::string>& notes_;
};

// No place may belong to two axes, nor lie within what another one replaces.
void refuse_overlaps(const std::vector<Axis>& axes, Report& report);

// Whether there may be an axis after so many others; reports the first one that is too much.
bool within_most_axes(std::size_t number, const GivenPath& path, Report& report);

// PATH=VALUES, as given to --vary in a source of its own. VALUES is `0,1,2,4`, `lin:a..b:n` or `log:a..b:n`.
std::optional<Axis> read_vary_flag(const Sources& sources, std::uint32_t source, AxisMaker& maker,
                                   Report& report);

}  // namespace trainyard
