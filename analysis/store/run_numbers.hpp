// Which runs of its plan a file of results holds, read while another process writes to it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace trainyard {

struct RunNumbers {
    std::vector<std::size_t> finished;  // ascending
    std::vector<std::size_t> failed;    // ascending; none that has finished since
};

// Changes nothing in the file. Throws StoreError, also where the file is just being written: that passes.
RunNumbers run_numbers(const std::filesystem::path& store);

}  // namespace trainyard
