#include "analysis/report/run_tables.hpp"

#include <charconv>

#include "analysis/report/csv.hpp"

namespace trainyard {
namespace {

template <class Number>
Number number(const std::string& text) {
    Number value{};
    const auto end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || at != end) {
        throw DamagedRows{"the rows of a run hold `" + text + "` instead of a number"};
    }
    return value;
}

std::optional<std::int64_t> number_or_none(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{number<std::int64_t>(text)};
}

// strategy, replication, then these.
constexpr std::size_t first_column = 2;
constexpr std::size_t job_columns = 23;
constexpr std::size_t ledger_columns = 9;

JobLine job_of(const std::vector<std::string>& fields) {
    if (fields.size() != job_columns) {
        throw DamagedRows{"the rows of a run's jobs are damaged"};
    }
    JobLine job;
    std::size_t at = first_column;
    job.job = number<std::int64_t>(fields[at++]);
    job.stream = fields[at++];
    job.kind = fields[at++];
    job.team = fields[at++];
    job.submit_s = number<std::int64_t>(fields[at++]);
    job.first_start_s = number_or_none(fields[at++]);
    job.end_s = number_or_none(fields[at++]);
    job.status = fields[at++];
    job.gpus = number<int>(fields[at++]);
    for (std::int64_t& seconds : job.seconds) {
        seconds = number<std::int64_t>(fields[at++]);
    }
    job.interruptions = number<int>(fields[at++]);
    job.attempts = number<int>(fields[at++]);
    job.pools = fields[at++];
    job.cost_usd = number<double>(fields[at]);
    return job;
}

}  // namespace

std::vector<JobLine> read_jobs(const std::string& rows) {
    std::vector<JobLine> jobs;
    CsvLines lines{rows};
    std::vector<std::string> fields;
    while (lines.next(fields)) {
        jobs.push_back(job_of(fields));
    }
    return jobs;
}

std::vector<MoneyLine> read_ledger(const std::string& rows) {
    std::vector<MoneyLine> money;
    CsvLines lines{rows};
    std::vector<std::string> fields;
    while (lines.next(fields)) {
        if (fields.size() != ledger_columns) {
            throw DamagedRows{"the rows of a run's ledger are damaged"};
        }
        money.push_back({number<std::int64_t>(fields[2]), fields[3], fields[5], fields[6],
                         number<double>(fields[7]), fields[8] == "cash"});
    }
    return money;
}

}  // namespace trainyard
