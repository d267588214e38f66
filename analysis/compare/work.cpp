#include "analysis/compare/work.hpp"

#include "analysis/text/text.hpp"

namespace trainyard {

bool did_as_much(double work_gpu_h, double as_gpu_h) { return work_gpu_h >= as_gpu_h * (1 - 0.005); }

std::string less_work(double work_gpu_h, double as_gpu_h) {
    const double share = 1 - work_gpu_h / as_gpu_h;
    return (share < 0.0005 ? "under 0.1 %" : readable_share(share)) + " less work";
}

}  // namespace trainyard
