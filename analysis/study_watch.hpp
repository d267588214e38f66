// How far the shards of a study are, seen from outside, while they run on other machines.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/cluster/launch.hpp"
#include "analysis/runs/batch.hpp"
#include "analysis/store/run_numbers.hpp"

namespace trainyard {

// A run that has failed counts as done, but for those that had failed when the watch began: whoever
// launches a study again wants them tried again.
class StudyWatch {
public:
    StudyWatch(std::filesystem::path folder, const Batch& batch, std::size_t shards);

    // Reads what has changed since the last look. A file that cannot be read now is as it was then.
    StudyState look();

private:
    struct Seen {
        std::string version;
        RunNumbers runs;
    };

    void read_changed();
    std::vector<std::filesystem::path> stores() const;

    std::filesystem::path folder_;
    std::vector<std::size_t> plan_;  // numbers of its runs, in its order
    std::size_t shards_;
    std::map<std::filesystem::path, Seen> seen_;
    std::vector<std::filesystem::path> old_;  // files that were there before
};

}  // namespace trainyard
