// The text of jobs.csv and ledger.csv: RFC 4180 quoting, lines that end in a line feed. Rows of several
// runs follow each other under one header.
#pragma once

#include <string>
#include <string_view>

#include "sim/ledger/outcome.hpp"

namespace trainyard {

std::string jobs_csv_header();
// `replication` counts from 1.
std::string jobs_csv_rows(const Scenario& scenario, const Strategy& strategy, int replication,
                          const Trace& trace, const Outcome& outcome);

// Accrual lines first, then cash lines; `machine` is the rig's number or the instance's launch.
std::string ledger_csv_header();
std::string ledger_csv_rows(const Scenario& scenario, const Strategy& strategy, int replication,
                            const Trace& trace, const Outcome& outcome);

// Dollars with six decimals, exactly.
std::string usd_text(Money amount);
// A field as it stands in a CSV line: quoted where it must be.
std::string csv_field(std::string_view text);

const char* name_of(JobStatus status);

}  // namespace trainyard
