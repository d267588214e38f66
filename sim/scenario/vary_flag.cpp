// The syntax of --vary.
#include <fmt/format.h>

#include <charconv>

#include "sim/scenario/parse.hpp"
#include "sim/scenario/vary.hpp"

namespace trainyard {

namespace {

struct Stretch {
    std::size_t from = 0;
    std::size_t length = 0;
};

// Behind the quoted text that begins at `at`.
std::size_t behind_quotes(std::string_view text, std::size_t at) {
    const char quote = text[at++];
    while (at < text.size() && text[at] != quote) {
        at += quote == '"' && text[at] == '\\' ? 2 : 1;
    }
    return at + 1;
}

// What stands between the commas that are in no brackets and no quotes.
std::vector<Stretch> split_list(std::string_view text, std::size_t from) {
    std::vector<Stretch> items;
    std::size_t begin = from;
    int open = 0;
    bool fresh = true;  // nothing of a value yet: here a quote opens one
    std::size_t at = from;
    while (at < text.size()) {
        const char c = text[at];
        if (fresh && (c == '"' || c == '\'')) {
            at = behind_quotes(text, at);
            fresh = false;
            continue;
        }
        const bool bracket = c == '[' || c == '{';
        open += bracket ? 1 : c == ']' || c == '}' ? -1 : 0;
        if (c == ',' && open <= 0) {
            items.push_back({begin, at - begin});
            begin = at + 1;
        }
        fresh = bracket || c == ',' || c == ':' || (fresh && c == ' ');
        ++at;
    }
    items.push_back({begin, text.size() - begin});
    return items;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }

class Flag {
public:
    Flag(const Sources& sources, std::uint32_t source, Report& report)
        : sources_{sources},
          source_{source},
          report_{report},
          text_{sources.text(source)},
          whole_{text_, Place{source, 1, 1, 1}} {}

    std::optional<Axis> read(AxisMaker& maker) {
        const std::size_t equals = text_.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == text_.size()) {
            wrong({0, text_.size()},
                  "expected PATH=VALUES, as in `fleet.rigs.mine.count=0,1,2` or "
                  "`fleet.spot.*.interruptions.rate=log:0.005/h..0.5/h:7`");
            return std::nullopt;
        }
        path_ = text_.substr(0, equals);
        const GivenPath path{path_, whole_.place};
        const std::size_t values = equals + 1;
        const std::string_view kind = std::string_view{text_}.substr(values, 4);
        if (kind == "lin:" || kind == "log:") {
            const auto span = span_at(values, kind == "log:");
            return span ? maker.from_span(path, *span) : std::nullopt;
        }
        const auto list = list_at(values);
        return list ? maker.from_list(path, *list) : std::nullopt;
    }

private:
    Place place(Stretch stretch) const { return place_within(whole_, stretch.from, stretch.length); }
    void wrong(Stretch at, std::string message) { report_.error(place(at), path_, std::move(message)); }

    std::optional<std::vector<Node>> list_at(std::size_t values) {
        std::vector<Node> nodes;
        bool fine = true;
        for (const Stretch& item : split_list(text_, values)) {
            if (is_blank(std::string_view{text_}.substr(item.from, item.length))) {
                wrong(item, "there is no value between the commas");
                fine = false;
                continue;
            }
            auto node = parse(sources_, source_, report_, Offset{item.from, item.length});
            fine = fine && node;
            if (node) {
                nodes.push_back(std::move(*node));
            }
        }
        return fine ? std::optional{std::move(nodes)} : std::nullopt;
    }

    // `lin:a..b:n`, where `:n` may be missing.
    std::optional<SpanText> span_at(std::size_t values, bool logarithmic) {
        const std::string_view text{text_};
        const std::size_t low = values + 4;
        const std::size_t dots = text.find("..", low);
        const std::size_t colon = dots == std::string_view::npos ? dots : text.find(':', dots);
        const std::size_t end = colon == std::string_view::npos ? text.size() : colon;
        const Stretch all{values, text.size() - values};
        if (dots == std::string_view::npos || is_blank(text.substr(low, dots - low)) ||
            is_blank(text.substr(dots + 2, end - dots - 2))) {
            wrong(all, "expected two ends and the number of points, as in `log:0.005/h..0.5/h:7`");
            return std::nullopt;
        }
        SpanText span{logarithmic, end_at({low, dots - low}), end_at({dots + 2, end - dots - 2}),
                      std::nullopt, place(all)};
        if (colon != std::string_view::npos) {
            span.points = points_at({colon + 1, text.size() - colon - 1});
            if (!span.points) {
                return std::nullopt;
            }
        }
        return span;
    }

    // Without the blanks around it.
    SpanText::End end_at(Stretch stretch) const {
        const std::string text = text_.substr(stretch.from, stretch.length);
        const std::size_t first = text.find_first_not_of(" \t");
        const std::size_t length = text.find_last_not_of(" \t") + 1 - first;
        return {text.substr(first, length), place({stretch.from + first, length})};
    }

    std::optional<int> points_at(Stretch stretch) {
        const std::string text = text_.substr(stretch.from, stretch.length);
        int points = 0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), points);
        const bool number = result.ec == std::errc{} && result.ptr == text.data() + text.size();
        if (!number || points < 2 || points > most_points) {
            wrong(stretch, fmt::format("expected the number of points, from 2 to {}, found `{}`", most_points,
                                       shortened(text)));
            return std::nullopt;
        }
        return points;
    }

    const Sources& sources_;
    std::uint32_t source_;
    Report& report_;
    std::string text_;
    GivenPath whole_;
    std::string path_;
};

}  // namespace

std::optional<Axis> read_vary_flag(const Sources& sources, std::uint32_t source, AxisMaker& maker,
                                   Report& report) {
    return Flag{sources, source, report}.read(maker);
}

}  // namespace trainyard
