// Spot traces that are JSON.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "sim/scenario/spot_formats.hpp"
#include "sim/scenario/trace_clock.hpp"
#include "sim/scenario/trace_csv.hpp"
#include "sim/scenario/trace_table.hpp"

namespace trainyard {
namespace {

using SpotJson = nlohmann::json;

constexpr double most_gap_s = 1e8;
constexpr double most_instances = 1e6;
constexpr double most_usd_per_h = 1e6;

// Line and column of a byte, both from 1.
TraceError at_byte(std::string_view text, std::size_t byte, std::string message) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            1 + static_cast<int>(before.size() - start),
            std::move(message),
            {}};
}

// The file as JSON; null after a complaint.
SpotJson parse(const std::string& path, SpotFile& file) {
    const PackedText packed = read_packed_text(path);
    if (!packed.text) {
        file.errors.push_back({0, 0, "the file " + packed.problem, {}});
        return nullptr;
    }
    try {
        return SpotJson::parse(*packed.text);
    } catch (const SpotJson::parse_error& wrong) {
        file.errors.push_back(at_byte(*packed.text, wrong.byte > 0 ? wrong.byte - 1 : 0, "this is no JSON"));
    } catch (const SpotJson::out_of_range&) {
        file.errors.push_back({0, 0, "this is no JSON: a number is too large", {}});
    }
    return nullptr;
}

std::optional<double> number_in(const SpotJson& value, double least, double most) {
    const bool fine = value.is_number() && std::isfinite(value.get<double>()) &&
                      value.get<double>() >= least && value.get<double>() <= most;
    return fine ? std::optional{value.get<double>()} : std::nullopt;
}

class Ticks {
public:
    Ticks(const SpotJson& root, bool one_is_preempted, SpotFile& file)
        : root_{root}, one_is_preempted_{one_is_preempted}, file_{file} {}

    void read() {
        const auto data = root_.find("data");
        const SpotJson metadata = root_.value("metadata", SpotJson::object());
        const auto gap_s = metadata.is_object() && metadata.contains("gap_seconds")
                               ? number_in(metadata["gap_seconds"], 1e-3, most_gap_s)
                               : std::nullopt;
        if (!gap_s || data == root_.end() || !data->is_array()) {
            complain("expected {\"metadata\": {\"gap_seconds\": SECONDS}, \"data\": [NUMBER, …]}");
            return;
        }
        const auto prices = root_.find("prices");
        const bool priced = prices != root_.end() && prices->is_array() && prices->size() == data->size();
        SpotSeries series;
        for (std::size_t tick = 0; tick < data->size(); ++tick) {
            const auto available = available_at((*data)[tick], tick);
            if (!available) {
                return;
            }
            SpotStep step{*gap_s * static_cast<double>(tick), *available, std::nullopt};
            if (priced) {
                step.usd_per_h = number_in((*prices)[tick], 0, most_usd_per_h);
            }
            add(series, step);
        }
        series.end_s = *gap_s * static_cast<double>(data->size());
        if (!series.steps.empty()) {
            file_.series.push_back(std::move(series));
        }
    }

private:
    std::optional<int> available_at(const SpotJson& value, std::size_t tick) {
        const auto number = number_in(value, 0, one_is_preempted_ ? 1 : most_instances);
        if (!number || *number != std::floor(*number)) {
            complain(
                fmt::format("data[{}] must be {}", tick,
                            one_is_preempted_ ? "0 (runs) or 1 (preempted)" : "a whole number of instances"));
            return std::nullopt;
        }
        return one_is_preempted_ ? 1 - static_cast<int>(*number) : static_cast<int>(*number);
    }

    // A tick like the one before it is no step.
    static void add(SpotSeries& series, const SpotStep& step) {
        if (series.steps.empty() || series.steps.back().available != step.available ||
            series.steps.back().usd_per_h != step.usd_per_h) {
            series.steps.push_back(step);
        }
    }

    void complain(std::string message) { file_.errors.push_back({0, 0, std::move(message), {}}); }

    const SpotJson& root_;
    bool one_is_preempted_;
    SpotFile& file_;
};

// One entry of the history; nothing after a complaint.
struct PriceChange {
    std::string market;
    double unix_s = 0;
    double usd_per_h = 0;
};

std::optional<PriceChange> change_of(const SpotJson& entry) {
    const auto text = [&entry](const char* key) {
        const auto found = entry.find(key);
        return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string{};
    };
    const auto time = log_time(text("Timestamp"));
    const auto price = parse_number(text("SpotPrice"));
    if (!time || !price || *price < 0 || *price > most_usd_per_h) {
        return std::nullopt;
    }
    return PriceChange{
        fmt::format("{} {} {}", text("InstanceType"), text("AvailabilityZone"), text("ProductDescription")),
        *time, *price};
}

// By time, counted from the first; of several at one time the last of the file counts.
SpotSeries series_of(const std::string& market, const std::map<double, double>& prices) {
    SpotSeries series;
    series.name = market;
    for (const auto& [unix_s, price] : prices) {
        series.steps.push_back({unix_s - prices.begin()->first, std::nullopt, price});
    }
    series.end_s = series.steps.back().at_s;
    return series;
}

}  // namespace

SpotFile read_ticks(const std::string& path, bool one_is_preempted) {
    SpotFile file;
    file.polarity = one_is_preempted ? "1 = preempted, 0 = runs" : "a number = instances available, 0 = none";
    const SpotJson root = parse(path, file);
    if (!file.errors.empty()) {
        return file;
    }
    if (!root.is_object()) {
        file.errors.push_back({0, 0, "expected an object with `metadata` and `data`", {}});
        return file;
    }
    Ticks{root, one_is_preempted, file}.read();
    return file;
}

SpotFile read_aws_prices(const std::string& path) {
    SpotFile file;
    file.polarity = "prices in USD an instance-hour; nothing about availability";
    const SpotJson root = parse(path, file);
    if (!file.errors.empty()) {
        return file;
    }
    const auto history = root.is_object() ? root.find("SpotPriceHistory") : root.end();
    if (!root.is_object() || history == root.end() || !history->is_array()) {
        file.errors.push_back({0, 0, "expected {\"SpotPriceHistory\": [{…}, …]}", {}});
        return file;
    }
    std::map<std::string, std::map<double, double>> markets;
    for (std::size_t i = 0; i < history->size(); ++i) {
        const SpotJson& entry = (*history)[i];
        const auto change = entry.is_object() ? change_of(entry) : std::nullopt;
        if (!change) {
            file.errors.push_back(
                {0,
                 0,
                 fmt::format("SpotPriceHistory[{}] must have a Timestamp and a SpotPrice in quotes", i),
                 {}});
            return file;
        }
        markets[change->market][change->unix_s] = change->usd_per_h;
    }
    for (const auto& [market, prices] : markets) {
        file.series.push_back(series_of(market, prices));
    }
    return file;
}

}  // namespace trainyard
