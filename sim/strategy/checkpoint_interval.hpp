// How much compute passes between two checkpoints.
#pragma once

#include <optional>

#include "sim/core/time.hpp"
#include "sim/model/strategy.hpp"

namespace trainyard {

// Young, "A first order approximation to the optimum checkpoint interval", CACM 17 (1974):
// sqrt(2 w M), for a write of w seconds and a mean time between interruptions of M seconds.
double young_interval_s(double write_s, double mtbf_s);

// Daly, "A higher order estimate of the optimum checkpoint interval for restart dumps", FGCS 22
// (2006), eq. 37: sqrt(2 w M) (1 + sqrt(w / 2M) / 3 + (w / 2M) / 9) - w for w < 2 M, else M.
double daly_interval_s(double write_s, double mtbf_s);

// The interval that a strategy's rule gives. `own`: the job's own `every`; `gang_rate_per_s`: of
// interruptions of any machine of the gang, 0 for none. At least 1 s.
std::optional<Seconds> checkpoint_interval(const CheckpointRule& rule, std::optional<Seconds> own,
                                           Seconds write, double gang_rate_per_s);

}  // namespace trainyard
