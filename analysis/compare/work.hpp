// Whether two strategies did the same work, so that their costs can be compared.
#pragma once

#include <string>

namespace trainyard {

// Whether `work_gpu_h` is at most 0.5 % below `as_gpu_h`. Attempts fail by chance, differently in each
// strategy, so that two that did the same job seldom finish exactly the same work; a cost is not compared
// across a wider gap.
bool did_as_much(double work_gpu_h, double as_gpu_h);

// "25.0 % less work"; `work_gpu_h` is below `as_gpu_h`.
std::string less_work(double work_gpu_h, double as_gpu_h);

}  // namespace trainyard
