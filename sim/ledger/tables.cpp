#include "sim/ledger/tables.hpp"

#include <fmt/format.h>

#include <iterator>

namespace trainyard {
namespace {

std::string second_text(const std::optional<SimTime>& time) {
    return time ? fmt::format("{}", second_of(*time)) : std::string{};
}

std::string pool_list(const Scenario& scenario, const std::vector<PoolIndex>& pools) {
    std::string list;
    for (const PoolIndex pool : pools) {
        list += (list.empty() ? "" : ";") + scenario.pool(pool).name;
    }
    return list;
}

void write_job(std::string& out, const Scenario& scenario, const std::string& run, const Trace& trace,
               const JobRow& row) {
    const JobFact& job = trace.jobs[row.job.value];
    const Stream& stream = scenario.stream(job.stream);
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{},{},{}", run, row.job.value + 1,
                   csv_field(stream.name), csv_field(stream.kinds[job.kind].kind),
                   csv_field(trace.teams[job.team]), second_of(job.submit), second_text(row.first_start),
                   second_text(job.end), name_of(job.status), job.gpus.count);
    for (const Seconds time : row.seconds) {
        fmt::format_to(std::back_inserter(out), ",{}", time.count());
    }
    fmt::format_to(std::back_inserter(out), ",{},{},{},{}\n", row.interruptions, row.attempts,
                   csv_field(pool_list(scenario, row.pools)), usd_text(row.cost));
}

void write_lines(std::string& out, const Scenario& scenario, const std::string& run, const Trace& trace,
                 const std::vector<LedgerLine>& lines, const char* basis) {
    for (const LedgerLine& line : lines) {
        const std::string machine =
            line.machine ? fmt::format("{}", trace.machines[line.machine->value].number) : std::string{};
        const std::string job = line.job ? fmt::format("{}", line.job->value + 1) : std::string{};
        fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{}\n", run, second_of(line.when),
                       csv_field(scenario.pool(line.pool).name), machine, job, name_of(line.category),
                       usd_text(line.amount), basis);
    }
}

std::string run_fields(const Strategy& strategy, int replication) {
    return fmt::format("{},{}", csv_field(strategy.name), replication);
}

}  // namespace

std::string jobs_csv_header() {
    return "strategy,replication,job,stream,kind,team,submit_s,first_start_s,end_s,status,gpus,"
           "queued_s,boot_s,setup_s,restore_s,load_s,compute_s,rework_s,checkpoint_s,"
           "interruptions,attempts,pools,cost_usd\n";
}

std::string jobs_csv_rows(const Scenario& scenario, const Strategy& strategy, int replication,
                          const Trace& trace, const Outcome& outcome) {
    const std::string run = run_fields(strategy, replication);
    std::string out;
    for (const JobRow& row : outcome.jobs) {
        write_job(out, scenario, run, trace, row);
    }
    return out;
}

std::string ledger_csv_header() {
    return "strategy,replication,when_s,pool,machine,job,category,amount_usd,basis\n";
}

std::string ledger_csv_rows(const Scenario& scenario, const Strategy& strategy, int replication,
                            const Trace& trace, const Outcome& outcome) {
    const std::string run = run_fields(strategy, replication);
    std::string out;
    write_lines(out, scenario, run, trace, outcome.lines, "accrual");
    write_lines(out, scenario, run, trace, outcome.cash, "cash");
    return out;
}

std::string usd_text(Money amount) {
    // Unsigned, so that the most negative amount has a magnitude too.
    const std::uint64_t micro = amount.micro() < 0 ? 0 - static_cast<std::uint64_t>(amount.micro())
                                                   : static_cast<std::uint64_t>(amount.micro());
    return fmt::format("{}{}.{:06}", amount.micro() < 0 ? "-" : "", micro / 1'000'000, micro % 1'000'000);
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string{text};
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

const char* name_of(JobStatus status) {
    switch (status) {
        case JobStatus::finished:
            return "finished";
        case JobStatus::failed:
            return "failed";
        case JobStatus::unfinished:
            break;
    }
    return "unfinished";
}

}  // namespace trainyard
