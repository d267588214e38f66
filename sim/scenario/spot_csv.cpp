// Spot traces that are CSV: Bamboo's events (Thorpe et al., NSDI 2023), and our own.
#include <fmt/format.h>

#include <set>

#include "sim/scenario/spot_formats.hpp"
#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr NumberRule instances{"a whole number of instances from 0 to 1000000", 0, true, 1e6, true};
constexpr NumberRule price_per_h{"a price in USD an hour from 0 to 1e6", 0, true, 1e6};

// Events of the file, one a line, and what they add up to.
class Bamboo {
public:
    Bamboo(std::string_view text, SpotFile& file) : text_{text}, file_{file} {}

    void read() {
        CsvScanner scanner{text_};
        CsvRecord record;
        while (scanner.next(record)) {
            if (!record.blank()) {
                read_event(record);
            }
        }
        file_.errors = errors_.list();
        if (!series_.steps.empty()) {
            series_.end_s = series_.steps.back().at_s;
            file_.series.push_back(std::move(series_));
        }
    }

private:
    void read_event(const CsvRecord& record) {
        if (record.fault || record.fields.size() != 3) {
            error(record.fault ? record.fault->place : record.fields.front().place,
                  "a line must be milliseconds,add or remove,node");
            return;
        }
        const auto time_ms = parse_number(record.fields[0].text);
        const std::string_view what = record.fields[1].text;
        if (!time_ms || *time_ms < 0 || *time_ms > 1e13) {
            error(record.fields[0].place, "a time must be a number of milliseconds from 0 to 1e13");
        } else if (*time_ms < last_ms_) {
            error(record.fields[0].place, "the clock goes backwards: this is before the line above");
        } else if (what != "add" && what != "remove") {
            error(record.fields[1].place, fmt::format("expected add or remove, found `{}`", shown(what)));
        } else {
            take(*time_ms, what == "add", std::string{record.fields[2].text});
        }
    }

    // A node that is added twice was lost unseen in between: it counts once, as does a second removal.
    void take(double time_ms, bool add, const std::string& node) {
        errors_.show_lines();
        last_ms_ = time_ms;
        add ? static_cast<void>(nodes_.insert(node)) : static_cast<void>(nodes_.erase(node));
        const SpotStep step{time_ms / 1000, static_cast<int>(nodes_.size()), std::nullopt};
        if (!series_.steps.empty() && series_.steps.back().at_s == step.at_s) {
            series_.steps.back() = step;
        } else {
            series_.steps.push_back(step);
        }
    }

    void error(CsvPlace place, std::string message) { errors_.at(text_, place, std::move(message)); }

    std::string_view text_;
    SpotFile& file_;
    SpotSeries series_;
    TraceErrors errors_;
    std::set<std::string> nodes_;
    double last_ms_ = 0;
};

}  // namespace

SpotFile read_bamboo(const std::string& path) {
    SpotFile file;
    file.polarity = "add = one instance more, remove = one less";
    const PackedText packed = read_packed_text(path);
    if (!packed.text) {
        file.errors.push_back({0, 0, "the file " + packed.problem, {}});
        return file;
    }
    Bamboo{*packed.text, file}.read();
    return file;
}

SpotFile read_own_spot(const std::string& path) {
    enum : std::size_t { time, available, price };
    SpotFile file;
    file.polarity = "available = instances that could be had, 0 = none";
    TraceTable table{path, {{"t_s", true}, {"available", true}, {"price"}}};
    SpotSeries series;
    while (table.next()) {
        const std::size_t errors_before = table.errors().count();
        SpotStep step;
        const auto at_s = table.required_number(time, seconds_from_0);
        const auto count = table.required_number(available, instances);
        step.usd_per_h = table.number(price, price_per_h);
        if (at_s && !series.steps.empty() && *at_s <= series.steps.back().at_s) {
            table.wrong(time, "after that of the row above");
        }
        if (table.errors().count() == errors_before) {
            step.at_s = *at_s;
            step.available = static_cast<int>(*count);
            series.steps.push_back(step);
        }
    }
    file.errors = table.errors().list();
    if (!series.steps.empty()) {
        series.end_s = series.steps.back().at_s;
        file.series.push_back(std::move(series));
    }
    return file;
}

}  // namespace trainyard
