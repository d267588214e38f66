// The folder of `--out`: it holds what trainyard made, and nothing that somebody else made is ever
// overwritten. A marker file in it lists what was made.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace trainyard {

// Names of files that stand for themselves in a folder of results; besides, there are the store and
// folders of scenarios.
inline constexpr const char* store_file = "results.db";
inline constexpr const char* plan_file = "plan.json";
inline constexpr const char* shards_folder = "shards";

// Creates the folder, if need be, and claims it: it must be new, empty, or made by trainyard before, and
// none of the files may be somebody else's. Removes nothing. Throws OutputError.
void claim_folder(const std::filesystem::path& folder, const std::vector<std::string>& files);

// Whether trainyard has made it.
bool is_claimed(const std::filesystem::path& folder);

// Removes what trainyard made there before and is not among `files`, the store's files excepted.
void drop_outdated(const std::filesystem::path& folder, const std::vector<std::string>& files);

// Removes the store, the plan and all shards of a claimed folder.
void drop_results(const std::filesystem::path& folder);

// While it lives, no other process can have it; it goes with the process, however that ends. Not
// inherited by children. Throws OutputError, which names the process that has it.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int descriptor_ = -1;
};

}  // namespace trainyard
