#include "sim/ledger/warnings.hpp"

#include <fmt/format.h>

namespace trainyard {

std::vector<std::string> warnings_of(const Trace& trace) {
    constexpr std::size_t named = 10;
    std::size_t open = 0;
    std::string names;
    for (std::size_t i = 0; i < trace.jobs.size(); ++i) {
        if (trace.jobs[i].status == JobStatus::unfinished && ++open <= named) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", i + 1);
        }
    }
    if (open == 0) {
        return {};
    }
    const std::string more = open > named ? fmt::format(" and {} more", open - named) : std::string{};
    return {fmt::format("{} {} still open at the end of the window, second {}, and {} unfinished: {}{}", open,
                        open == 1 ? "job was" : "jobs were", second_of(trace.end),
                        open == 1 ? "counts as" : "count as", names, more)};
}

}  // namespace trainyard
