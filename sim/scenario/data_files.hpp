// The files of numbers that a scenario names, each read once, however many points of a sweep use it;
// and what was made of them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/job.hpp"
#include "sim/scenario/spot_series.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

// A trace as a stream replays it.
struct Replay {
    std::shared_ptr<const std::vector<TraceJob>> jobs;
    std::shared_ptr<const std::vector<JobSize>> sizes;
    double mean_work_gpu_s = 0;
    std::vector<std::string> kinds;  // that its rows name, beside the stream's own; by TraceJob::kind from 1
};

class DataFiles {
public:
    std::shared_ptr<const TraceFile> trace(const TraceSource& source);
    std::shared_ptr<const EmpiricalFile> empirical(const std::string& path);
    std::shared_ptr<const SpotFile> spot(const std::string& path, SpotFormat format);

    // What was kept under a key that says all of how it was made; null where there is none.
    std::shared_ptr<const Replay> replay(const std::string& key) const { return found(replays_, key); }
    void keep(const std::string& key, Replay replay);
    std::shared_ptr<const std::vector<double>> values(const std::string& key) const {
        return found(values_, key);
    }
    void keep(const std::string& key, std::shared_ptr<const std::vector<double>> values);

private:
    template <class T>
    using ByKey = std::map<std::string, std::shared_ptr<const T>>;

    template <class T>
    static std::shared_ptr<const T> found(const ByKey<T>& all, const std::string& key) {
        const auto at = all.find(key);
        return at == all.end() ? nullptr : at->second;
    }

    ByKey<TraceFile> traces_;
    ByKey<EmpiricalFile> empiricals_;
    std::map<std::pair<std::string, SpotFormat>, std::shared_ptr<const SpotFile>> spots_;
    ByKey<Replay> replays_;
    ByKey<std::vector<double>> values_;
};

}  // namespace trainyard
