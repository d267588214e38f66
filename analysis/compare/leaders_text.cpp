#include <fmt/format.h>

#include "analysis/compare/layout.hpp"
#include "analysis/compare/leaders.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_lines = 16;

std::string place_of(const LeaderChange& change, const Leaders& leaders) {
    const AxisWriter writer{leaders.axis};
    const FoundCrossing& found = *change.crossing;
    if (!found.interval) {
        return fmt::format("at about {}", writer.text(found.at.x));
    }
    if (!found.clear()) {
        return fmt::format("near {} (no clear crossing: {:.0f} % of the resampled replications have none)",
                           writer.text(found.at.x), found.missing * 100);
    }
    return "at " + writer.text(found.at.x, *found.interval);
}

std::string reason(const LeaderChange& change, const std::string& before, const std::string& after) {
    switch (change.why) {
        case LeaderChange::Why::less_work:
            return before + " finishes less work there";
        case LeaderChange::Why::cannot_run:
            return before + " cannot run there";
        case LeaderChange::Why::other_less_work:
            return after + " finishes less work before that";
        case LeaderChange::Why::other_cannot_run:
            return after + " cannot run before that";
        case LeaderChange::Why::crossing:
            break;
    }
    return "";
}

std::string sentence(const LeaderChange& change, const Leaders& leaders) {
    const std::string before = printable(change.before);
    const std::string after = printable(change.after);
    if (change.crossing) {
        return fmt::format("{} stops being cheapest {}; from there {} is.", before, place_of(change, leaders),
                           after);
    }
    const std::string why = reason(change, before, after);
    return fmt::format("{} is cheapest up to {}, {} from {} on{}{}.", before,
                       printable(leaders.axis.texts[change.last_point]), after,
                       printable(leaders.axis.texts[change.next_point]), why.empty() ? "" : ": ", why);
}

std::string text_of(const LeaderLine& line, const Leaders& leaders) {
    if (line.first.empty()) {
        return "no strategy has a cost to compare.";
    }
    if (line.changes.empty()) {
        return printable(line.first) + " is cheapest all along.";
    }
    std::string text;
    for (const LeaderChange& change : line.changes) {
        text += (text.empty() ? "" : " ") + sentence(change, leaders);
    }
    return text;
}

}  // namespace

std::string leaders_text(const Leaders& leaders, std::size_t width) {
    std::string out = paragraph("Along " + printable(leaders.axis.path), width, 2);
    const std::size_t shown = leaders.lines.size() > most_lines ? most_lines - 1 : leaders.lines.size();
    for (std::size_t i = 0; i < shown; ++i) {
        const LeaderLine& line = leaders.lines[i];
        std::string fixed;
        for (const SweepAxis& other : leaders.others) {
            fixed += (fixed.empty() ? "at " : ", ") + other.label + " " +
                     printable(other.texts[line.points.front()]);
        }
        const std::string text = (fixed.empty() ? "" : fixed + ": ") + text_of(line, leaders);
        for (const std::string& row : wrapped(text, width - 2)) {
            out += "  " + row + "\n";
        }
    }
    if (shown < leaders.lines.size()) {
        out += fmt::format("  … and {} more such lines: --format json has them all\n",
                           leaders.lines.size() - shown);
    }
    return out;
}

}  // namespace trainyard
