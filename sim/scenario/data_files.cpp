#include "sim/scenario/data_files.hpp"

#include <utility>

namespace trainyard {

std::shared_ptr<const TraceFile> DataFiles::trace(const TraceSource& source) {
    auto& kept = traces_[identity(source)];
    if (!kept) {
        kept = std::make_shared<const TraceFile>(read_trace(source));
    }
    return kept;
}

std::shared_ptr<const EmpiricalFile> DataFiles::empirical(const std::string& path) {
    auto& kept = empiricals_[path];
    if (!kept) {
        kept = std::make_shared<const EmpiricalFile>(read_empirical(path));
    }
    return kept;
}

std::shared_ptr<const SpotFile> DataFiles::spot(const std::string& path, SpotFormat format) {
    auto& kept = spots_[{path, format}];
    if (!kept) {
        kept = std::make_shared<const SpotFile>(read_spot_file(path, format));
    }
    return kept;
}

void DataFiles::keep(const std::string& key, Replay replay) {
    replays_[key] = std::make_shared<const Replay>(std::move(replay));
}

void DataFiles::keep(const std::string& key, std::shared_ptr<const std::vector<double>> values) {
    values_[key] = std::move(values);
}

}  // namespace trainyard
