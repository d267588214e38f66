#include "sim/ledger/digest.hpp"

#include <fmt/format.h>

#include <string_view>

namespace trainyard {
namespace {

// A chain of 64-bit words, each mixed in by the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast
// Splittable Pseudorandom Number Generators", OOPSLA 2014).
class Hash {
public:
    void word(std::uint64_t value) {
        std::uint64_t z = (state_ ^ value) + 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        state_ = z ^ (z >> 31);
    }
    void number(std::int64_t value) { word(static_cast<std::uint64_t>(value)); }
    void time(Seconds value) { number(value.count()); }
    void instant(const std::optional<SimTime>& value) {
        number(value ? 1 : 0);
        number(value ? second_of(*value) : 0);
    }
    void text(std::string_view value) {
        number(static_cast<std::int64_t>(value.size()));
        for (std::size_t i = 0; i < value.size(); i += 8) {
            std::uint64_t eight = 0;
            for (const char c : value.substr(i, 8)) {
                eight = eight << 8 | static_cast<unsigned char>(c);
            }
            word(eight);
        }
    }
    std::uint64_t value() const { return state_; }

private:
    std::uint64_t state_ = 0;
};

void add_row(Hash& hash, const Scenario& scenario, const Trace& trace, const JobRow& row) {
    const JobFact& job = trace.jobs[row.job.value];
    const Stream& stream = scenario.stream(job.stream);
    hash.number(row.job.value);
    hash.text(stream.name);
    hash.text(stream.kinds[job.kind].kind);
    hash.text(trace.teams[job.team]);
    hash.instant(job.submit);
    hash.instant(row.first_start);
    hash.instant(job.end);
    hash.number(static_cast<std::int64_t>(job.status));
    hash.number(job.gpus.count);
    for (const Seconds time : row.seconds) {
        hash.time(time);
    }
    hash.number(row.interruptions);
    hash.number(row.attempts);
    hash.number(static_cast<std::int64_t>(row.pools.size()));
    for (const PoolIndex pool : row.pools) {
        hash.text(scenario.pool(pool).name);
    }
    hash.number(row.cost.micro());
}

}  // namespace

std::string digest_of(const Scenario& scenario, const Trace& trace, const std::vector<JobRow>& rows,
                      const CategoryTotals& totals) {
    Hash hash;
    hash.number(static_cast<std::int64_t>(rows.size()));
    for (const JobRow& row : rows) {
        add_row(hash, scenario, trace, row);
    }
    for (const Money total : totals) {
        hash.number(total.micro());
    }
    return fmt::format("{:016x}", hash.value());
}

}  // namespace trainyard
