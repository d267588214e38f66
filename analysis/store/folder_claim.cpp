#include "analysis/store/folder_claim.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>

#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

constexpr const char* marker_name = ".trainyard-output";
constexpr const char* lock_name = ".trainyard-lock";
constexpr const char* marker_title = "Made by trainyard; it overwrites the files named here:";

[[noreturn]] void refuse(const fs::path& folder, const std::string& why) {
    throw OutputError{fmt::format("cannot write to {}: {}", printable(folder.string()), why)};
}

// The files that trainyard made in the folder; absent: it has no marker.
std::optional<std::vector<std::string>> read_marker(const fs::path& folder) {
    std::ifstream in{folder / marker_name};
    std::string line;
    if (!std::getline(in, line) || line != marker_title) {
        return std::nullopt;
    }
    std::vector<std::string> files;
    while (std::getline(in, line)) {
        files.push_back(line);
    }
    return files;
}

void write_marker(const fs::path& folder, const std::vector<std::string>& files) {
    OutputFile marker{folder / marker_name};
    marker.append(fmt::format("{}\n{}{}", marker_title, fmt::join(files, "\n"), files.empty() ? "" : "\n"));
    marker.commit();
}

// But for markers that other processes are just writing.
bool has_nothing(const fs::path& folder) {
    const std::string in_the_making = fmt::format(".{}.", marker_name);
    const fs::directory_iterator entries{folder};
    return std::all_of(begin(entries), end(entries), [&](const fs::directory_entry& entry) {
        return entry.path().filename().string().starts_with(in_the_making);
    });
}

// Shards may begin in a new folder all at once. Each puts the same marker there before anything else: who
// finds other things without it may have come in between, and looks again.
std::optional<std::vector<std::string>> find_marker(const fs::path& folder) {
    auto made = read_marker(folder);
    if (!made && !has_nothing(folder)) {
        made = read_marker(folder);
        if (!made) {
            refuse(folder, "it is not empty and was not made by trainyard");
        }
    }
    return made;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void check_nothing_foreign(const fs::path& folder, const std::vector<std::string>& files,
                           const std::vector<std::string>& made) {
    for (const std::string& file : files) {
        if (fs::exists(fs::symlink_status(folder / file)) && !contains(made, file)) {
            refuse(folder, file + " there was not made by trainyard");
        }
    }
}

// Only plain names: a marker that somebody edited removes nothing elsewhere.
bool is_plain(const std::string& file) {
    return fs::path{file}.filename() == file && file != "." && file != "..";
}

bool belongs_to_store(const std::string& file) { return file == store_file || file == plan_file; }

// What shards have written, and their folder if nothing else is in it.
void drop_shards(const fs::path& folder) {
    if (!fs::is_directory(fs::symlink_status(folder))) {
        return;
    }
    std::vector<fs::path> own;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("shard-") && name.find(".db") != std::string::npos) {
            own.push_back(entry.path());
        }
    }
    for (const fs::path& file : own) {
        fs::remove(file);
    }
    if (fs::is_empty(folder)) {
        fs::remove(folder);
    }
}

// What a study of several scenarios has written for one of them. A folder with a store is another study.
void drop_folder_of_scenario(const fs::path& folder) {
    const auto made = read_marker(folder);
    if (!made || std::any_of(made->begin(), made->end(), belongs_to_store)) {
        return;
    }
    for (const std::string& file : *made) {
        if (is_plain(file)) {
            fs::remove(folder / file);
        }
    }
    fs::remove(folder / marker_name);
    if (fs::is_empty(folder)) {
        fs::remove(folder);
    }
}

void drop_folders_of_scenarios(const fs::path& folder) {
    std::vector<fs::path> folders;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        if (fs::is_directory(entry.symlink_status())) {
            folders.push_back(entry.path());
        }
    }
    std::for_each(folders.begin(), folders.end(), drop_folder_of_scenario);
}

template <class Action>
void reporting(const fs::path& folder, Action action) {
    try {
        action();
    } catch (const fs::filesystem_error& error) {
        refuse(folder, error.code().message());
    }
}

}  // namespace

void claim_folder(const fs::path& folder, const std::vector<std::string>& files) {
    reporting(folder, [&] {
        fs::create_directories(folder);
        const auto made = find_marker(folder);
        if (made) {
            check_nothing_foreign(folder, files, *made);
        }
        std::vector<std::string> all = made.value_or(std::vector<std::string>{});
        std::copy_if(files.begin(), files.end(), std::back_inserter(all),
                     [&](const std::string& file) { return !contains(all, file); });
        if (!made || all != *made) {
            write_marker(folder, all);
        }
    });
}

bool is_claimed(const fs::path& folder) { return read_marker(folder).has_value(); }

void drop_outdated(const fs::path& folder, const std::vector<std::string>& files) {
    reporting(folder, [&] {
        std::vector<std::string> kept = files;
        for (const std::string& file : read_marker(folder).value_or(std::vector<std::string>{})) {
            if (belongs_to_store(file) && !contains(kept, file)) {
                kept.push_back(file);
            } else if (!contains(kept, file) && is_plain(file)) {
                fs::remove(folder / file);
            }
        }
        write_marker(folder, kept);
    });
}

void drop_results(const fs::path& folder) {
    reporting(folder, [&] {
        for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(folder / (std::string{store_file} + ending));
        }
        fs::remove(folder / plan_file);
        drop_shards(folder / shards_folder);
        drop_folders_of_scenarios(folder);
    });
}

FolderLock::FolderLock(const fs::path& folder) {
    const fs::path file = folder / lock_name;
    descriptor_ = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) {
        refuse(folder, std::strerror(errno));
    }
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (fcntl(descriptor_, F_SETLK, &lock) == 0) {
        return;
    }
    const int error = errno;
    const bool known = fcntl(descriptor_, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(descriptor_);
    if (error != EACCES && error != EAGAIN) {
        refuse(folder, std::strerror(error));
    }
    refuse(folder, fmt::format("another trainyard is at work there{}",
                               known ? fmt::format(" (process {})", lock.l_pid) : ""));
}

FolderLock::~FolderLock() { close(descriptor_); }

}  // namespace trainyard
