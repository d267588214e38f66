#include "analysis/shard_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "analysis/store/folder_claim.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// "shard-3-of-8-2.db": the second attempt at the fourth of eight.
std::string attempt_name(const Shard& shard, int attempt) {
    return fmt::format("shard-{}-of-{}-{}.db", shard.index, shard.count, attempt);
}

// Takes the first attempt's number that nobody has, and says whose came before.
fs::path begin_attempt(const fs::path& shards, const Shard& shard, std::vector<fs::path>& earlier) {
    for (int attempt = 1;; ++attempt) {
        fs::path file = shards / attempt_name(shard, attempt);
        const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0) {
            close(descriptor);
            return file;
        }
        if (errno != EEXIST) {
            throw OutputError{
                fmt::format("cannot create {}: {}", printable(file.string()), std::strerror(errno))};
        }
        earlier.push_back(std::move(file));
    }
}

bool is_begun(const fs::path& store) {
    std::error_code error;
    const auto size = fs::file_size(store, error);
    return !error && size > 0;
}

void write_plan(const fs::path& folder, const Plan& plan) {
    OutputFile file{folder / plan_file};
    file.append(plan_json(plan));
    file.commit();
}

}  // namespace

// Whoever comes first writes it; all others must have the same.
void agree_on_plan(const fs::path& folder, const Plan& plan) {
    if (!fs::exists(folder / plan_file)) {
        claim_folder(folder, {store_file, plan_file});
        write_plan(folder, plan);
    }
    const Plan there = plan_in(folder);
    if (hash_of(there) != hash_of(plan)) {
        throw OtherPlan{difference(there, plan)};
    }
    if (there.replications < plan.replications) {  // it is the same plan, with more of it to do
        write_plan(folder, plan);
    }
}

std::vector<RunKey> runs_of(const Shard& shard, const Batch& batch) {
    std::vector<RunKey> chosen;
    const std::vector<RunKey> all = all_runs(batch);
    for (std::size_t i = shard.index; i < all.size(); i += shard.count) {
        chosen.push_back(all[i]);
    }
    return chosen;
}

ShardFolder::ShardFolder(const fs::path& folder, const Plan& plan, const Shard& shard) : folder_{folder} {
    try {
        agree_on_plan(folder, plan);
        fs::create_directories(folder / shards_folder);
    } catch (const fs::filesystem_error& error) {
        throw OutputError{
            fmt::format("cannot write to {}: {}", printable(folder.string()), error.code().message())};
    }
    store_.emplace(begin_attempt(folder / shards_folder, shard, earlier_), plan, Writing::journal);
}

std::size_t ShardFolder::load(Batch& batch) {
    std::size_t held = 0;
    std::vector<fs::path> files = earlier_;
    files.push_back(folder_ / store_file);
    for (const fs::path& file : files) {
        if (!is_begun(file)) {
            continue;
        }
        const std::string damage = unless_damaged(file, [&] { held += ResultStore{file}.load(batch); });
        if (!damage.empty()) {
            damages_.push_back(damage);
        }
    }
    return held;
}

std::string unless_damaged(const fs::path& shard, const std::function<void()>& action) {
    try {
        action();
        return "";
    } catch (const OtherPlan&) {
        throw;
    } catch (const StoreError& error) {
        return fmt::format("{} is passed over ({}); its runs are made again where no other file has them",
                           printable(shard.string()), error.what());
    }
}

std::vector<fs::path> shard_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder / shards_folder, error}) {
        if (entry.path().extension() == ".db" && is_begun(entry.path())) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<fs::path> stores_in(const fs::path& folder) {
    std::vector<fs::path> files = shard_files(folder);
    if (is_begun(folder / store_file)) {
        files.insert(files.begin(), folder / store_file);
    }
    return files;
}

Plan plan_in(const fs::path& folder) {
    std::ifstream in{folder / plan_file, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    const std::string name = printable((folder / plan_file).string());
    if (!in) {
        throw OutputError{
            fmt::format("{} is no folder of results: cannot read {}", printable(folder.string()), name)};
    }
    try {
        return read_plan(text);
    } catch (const DamagedPlan& damaged) {
        throw OutputError{fmt::format("{}: {}", name, damaged.what())};
    }
}

}  // namespace trainyard
