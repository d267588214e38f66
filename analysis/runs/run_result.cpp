#include "analysis/runs/run_result.hpp"

#include <cstdint>
#include <cstring>

namespace trainyard {
namespace {

constexpr std::uint64_t end_mark = 0x6472'6179'6e69'6172;

void put(std::string& out, std::uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

void put(std::string& out, std::string_view text) {
    put(out, std::uint64_t{text.size()});
    out.append(text);
}

void put(std::string& out, double number) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    put(out, bits);
}

void put(std::string& out, const MetricValues::Entry& metric) {
    put(out, std::string_view{metric.name});
    put(out, std::uint64_t{metric.value ? 1U : 0U});
    put(out, metric.value.value_or(0));
}

// Takes values off the front of the bytes.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_{bytes} {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, take(sizeof value).data(), sizeof value);
        return value;
    }
    std::string text() { return std::string{take(number())}; }
    Metric metric() {
        Metric metric{text(), std::nullopt};
        const bool present = number() != 0;
        const double value = real();
        metric.value = present ? std::optional{value} : std::nullopt;
        return metric;
    }
    double real() {
        const std::uint64_t bits = number();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }
    bool at_end() const { return rest_.empty(); }

private:
    std::string_view take(std::uint64_t bytes) {
        if (bytes > rest_.size()) {
            throw DamagedResult{"the result of the run is incomplete"};
        }
        const std::string_view taken = rest_.substr(0, bytes);
        rest_.remove_prefix(bytes);
        return taken;
    }
    std::string_view rest_;
};

}  // namespace

std::string encode(const RunResult& result) {
    std::string out;
    out.reserve(result.job_rows.size() + result.ledger_rows.size() + result.timeline.size() + 16384);
    put(out, std::uint64_t{result.metrics.size()});
    for (const MetricValues::Entry metric : result.metrics) {
        put(out, metric);
    }
    put(out, std::string_view{result.digest});
    put(out, std::uint64_t{result.warnings.size()});
    for (const std::string& warning : result.warnings) {
        put(out, std::string_view{warning});
    }
    put(out, std::uint64_t{result.cash_by_month_usd.size()});
    for (const double usd : result.cash_by_month_usd) {
        put(out, usd);
    }
    put(out, std::string_view{result.job_rows});
    put(out, std::string_view{result.ledger_rows});
    put(out, std::string_view{result.timeline});
    put(out, end_mark);
    return out;
}

RunResult decode(std::string_view bytes) {
    Reader reader{bytes};
    RunResult result;
    std::vector<Metric> metrics;
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        metrics.push_back(reader.metric());
    }
    result.metrics = MetricValues{metrics};
    result.digest = reader.text();
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        result.warnings.push_back(reader.text());
    }
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        result.cash_by_month_usd.push_back(reader.real());
    }
    result.job_rows = reader.text();
    result.ledger_rows = reader.text();
    result.timeline = reader.text();
    if (reader.number() != end_mark || !reader.at_end()) {
        throw DamagedResult{"the result of the run is damaged"};
    }
    return result;
}

}  // namespace trainyard
