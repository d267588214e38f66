#include "sim/scenario/read_series.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "sim/scenario/nearest.hpp"

namespace trainyard {

namespace {

constexpr std::size_t most_series_told = 10;  // series in a message

std::string written_time(Seconds time) {
    return written(Quantity::duration, static_cast<double>(time.count()));
}

// The series of that name, or the only one; complains where it is not plain which.
const SpotSeries* chosen(const SpotFile& file, const Block& block, const Value& trace) {
    std::vector<std::string> names;
    for (const SpotSeries& series : file.series) {
        names.push_back(series.name);
    }
    const auto listed = [&names] {
        const std::vector<std::string> first(
            names.begin(),
            names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most_series_told)));
        return fmt::format("`{}`{}", fmt::join(first, "`, `"),
                           names.size() > most_series_told
                               ? fmt::format(" and {} more", names.size() - most_series_told)
                               : std::string{});
    };
    std::optional<std::string> wanted;
    if (const Value& value = block.value(); find_key(children_of(*value.key), "market") != nullptr) {
        read(block, "market", wanted, read_text);
    }
    if (!wanted) {
        if (file.series.size() > 1) {
            complain_at_key(block.context(), trace,
                            fmt::format("the trace has several series; say `market`: {}", listed()));
            return nullptr;
        }
        return &file.series.front();
    }
    const auto found = std::find(names.begin(), names.end(), *wanted);
    if (found == names.end()) {
        complain(block.context(), *block.find("market"),
                 file.series.size() == 1 && names[0].empty()
                     ? std::string{"the trace has but one series, without a name"}
                     : fmt::format("the trace has no series of that name; it has {}", listed()));
        return nullptr;
    }
    return &file.series[static_cast<std::size_t>(found - names.begin())];
}

// In whole seconds since the series begins; what a step does not say holds on from the one before. Nothing
// where the first does not say it.
std::optional<Series> steps_of(const SpotSeries& spot, const WantedNumber& wanted) {
    const double begin_s = spot.steps.front().at_s;
    auto steps = std::make_shared<std::vector<SeriesStep>>();
    for (const SpotStep& step : spot.steps) {
        const auto said = wanted.of(step);
        if (!said && steps->empty()) {
            return std::nullopt;
        }
        const SeriesStep next{Seconds{round_half_up(step.at_s - begin_s)},
                              said.value_or(steps->empty() ? 0 : steps->back().value)};
        if (!steps->empty() && steps->back().at == next.at) {
            steps->back() = next;
        } else {
            steps->push_back(next);
        }
    }
    Series series;
    series.length = std::max(Seconds{round_half_up(spot.end_s - begin_s)}, steps->back().at);
    series.steps = std::move(steps);
    return series;
}

// Steps that change something and, of a series that repeats, that are before its end.
void tidy(Series& series) {
    auto steps = std::make_shared<std::vector<SeriesStep>>();
    for (const SeriesStep& step : *series.steps) {
        const bool held = steps->empty() || !series.repeat || step.at < series.length;
        if (held && (steps->empty() || steps->back().value != step.value)) {
            steps->push_back(step);
        }
    }
    series.steps = std::move(steps);
}

void read_series_offset(const Block& block, Series& series, Seconds horizon) {
    const auto offset = block.find("offset");
    if (!offset) {
        return;
    }
    Context& context = block.context();
    if (!offset->is_word("random")) {
        series.offset = read_seconds(*offset, context).value_or(Seconds{0});
        if (series.repeat) {
            series.offset %= series.length;
        } else if (series.offset > Seconds{0} && series.offset >= series.length) {
            complain(context, *offset,
                     fmt::format("is not before the end of the trace, {}", written_time(series.length)));
        }
        return;
    }
    series.random_offsets = series.repeat ? series.length : series.length - horizon + Seconds{1};
    if (*series.random_offsets < Seconds{1}) {
        complain(context, *offset,
                 fmt::format("a random part as long as the horizon, {}, needs a longer trace than {}, or "
                             "`repeat: true`",
                             written_time(horizon), written_time(series.length)));
    }
}

void read_place(const Block& block, Series& series, const std::string& file,
                const SeriesSurroundings& around) {
    read(block, "repeat", series.repeat, read_flag);
    if (series.repeat && series.length == Seconds{0}) {
        complain(block.context(), *block.find("repeat"),
                 "the trace has no length: there is nothing to repeat");
        series.repeat = false;
    }
    tidy(series);
    read_series_offset(block, series, around.horizon);
    const Seconds known = series.length - series.offset;
    if (!series.repeat && !series.random_offsets && known > Seconds{0} && known < around.horizon) {
        around.notes.push_back(
            fmt::format("pool `{}`: {} ends {} after second 0, and its last value holds from then on; "
                        "`repeat: true` would begin it anew",
                        around.pool, file, written_time(known)));
    }
}

}  // namespace

std::optional<Series> read_series(const Block& block, SpotFormat otherwise, const WantedNumber& wanted,
                                  const SeriesSurroundings& around) {
    Context& context = block.context();
    auto format = static_cast<std::size_t>(otherwise);
    std::optional<std::string> name;
    read(block, "trace", name, read_text);
    read(block, "format", format, read_word);
    if (!name) {
        return std::nullopt;
    }
    const Value trace = *block.find("trace");
    const std::string path = (context.sources.folder(trace.node->place.source) / *name).string();
    const auto file = context.data.spot(path, static_cast<SpotFormat>(format));
    if (!file->errors.empty()) {
        complain_in_file(context, trace, path, file->errors);
        return std::nullopt;
    }
    context.data_fingerprints.push_back(file->fingerprint);
    around.notes.push_back(fmt::format("pool `{}`: {} is read as {}: {}", around.pool, *name,
                                       spot_format_names[format],
                                       wanted.unit != nullptr ? wanted.unit : file->polarity.c_str()));
    const SpotSeries* spot = chosen(*file, block, trace);
    auto series = spot != nullptr ? steps_of(*spot, wanted) : std::nullopt;
    if (spot != nullptr && !series) {
        complain(context, trace, fmt::format("the trace does not say {}", wanted.name));
    }
    if (series) {
        read_place(block, *series, *name, around);
    }
    return series;
}

}  // namespace trainyard
