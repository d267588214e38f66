// The names of all metrics of a run, for those who check a name without running anything.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

// Of the run as a whole: `total_cost_usd`.
std::vector<std::string> run_metric_names();
// Of one pool, to be used as `pool.<name>.<metric>`.
std::vector<std::string> pool_metric_names();
// Of one team, to be used as `team.<name>.<metric>`.
std::vector<std::string> team_metric_names();
// Of one stream, to be used as `stream.<name>.<metric>`.
std::vector<std::string> stream_metric_names();

// A metric's name taken apart. `owner` is the pool's, the team's or the stream's name.
struct MetricName {
    enum class Scope { run, pool, team, stream };
    Scope scope = Scope::run;
    std::string_view owner;
    std::string_view metric;
};
MetricName split_metric_name(std::string_view name);

// Whether some run may have a metric of that name; whose pool, team or stream it is, is not looked at.
bool is_metric_name(std::string_view name);

}  // namespace trainyard
