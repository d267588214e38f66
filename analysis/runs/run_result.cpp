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

void put(std::string& out, const Metric& metric) {
    put(out, std::string_view{metric.name});
    put(out, std::uint64_t{metric.value ? 1U : 0U});
    std::uint64_t bits = 0;
    const double value = metric.value.value_or(0);
    std::memcpy(&bits, &value, sizeof bits);
    put(out, bits);
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
        const std::uint64_t bits = number();
        if (present) {
            metric.value.emplace();
            std::memcpy(&*metric.value, &bits, sizeof bits);
        }
        return metric;
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

std::optional<double> RunResult::metric(std::string_view name) const {
    for (const Metric& metric : metrics) {
        if (metric.name == name) {
            return metric.value;
        }
    }
    return std::nullopt;
}

std::string encode(const RunResult& result) {
    std::string out;
    out.reserve(result.job_rows.size() + result.ledger_rows.size() + result.timeline.size() + 16384);
    put(out, std::uint64_t{result.metrics.size()});
    for (const Metric& metric : result.metrics) {
        put(out, metric);
    }
    put(out, std::string_view{result.digest});
    put(out, std::uint64_t{result.warnings.size()});
    for (const std::string& warning : result.warnings) {
        put(out, std::string_view{warning});
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
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        result.metrics.push_back(reader.metric());
    }
    result.digest = reader.text();
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        result.warnings.push_back(reader.text());
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
