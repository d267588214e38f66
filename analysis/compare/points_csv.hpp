// points.csv: what a sweep came to, for other programs.
#pragma once

#include <string>

#include "analysis/runs/batch.hpp"

namespace trainyard {

// Tidy: a row a point x strategy x metric, in the columns
//   point     from 1, in the order of the design
//   scenario  its name
//   PATH…     one a varied path, headed by it: the value as a scenario writes it
//   strategy
//   status    `ok`, or `infeasible`: no pool of the strategy can ever run some job at this point; it has a
//             single row there, without metric and figures
//   metric    every one of the run, its pools, teams and streams
//   mean, sd, ci_low, ci_high   over the n replications with a value; 95 % interval; empty where there is
//   none
//   n
// RFC 4180 quoting, lines that end in a line feed, numbers in full precision.
std::string points_csv(const Batch& batch);

}  // namespace trainyard
