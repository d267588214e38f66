#include "tests/bad/complaints.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "analysis/runs/child_process.hpp"
#include "sim/scenario/reader.hpp"
#include "tests/support/surroundings.hpp"

namespace trainyard::bad {

namespace {

namespace fs = std::filesystem;

// Each case takes less than a second; the kernel counts whole ones.
rlim_t most_cpu_seconds() { return is_sanitized() ? 20 : 2; }
// The shadow of AddressSanitizer alone is terabytes.
rlim_t most_bytes() { return is_sanitized() ? RLIM_INFINITY : 1'000'000'000; }

// A folder that goes when the test is done with it.
class Folder {
public:
    Folder() : path_{fs::temp_directory_path() / fmt::format("trainyard-bad-{}", getpid())} {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return path_; }

    // A name that ends with a slash is a folder.
    void put(const std::string& name, const std::string& bytes) const {
        if (name.ends_with('/')) {
            fs::create_directories(path_ / name);
        } else {
            std::ofstream{path_ / name, std::ios::binary} << bytes;
        }
    }

private:
    fs::path path_;
};

std::string without(std::string text, const std::string& part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
        text.erase(at, part.size());
    }
    return text;
}

std::string read_and_complain(const std::string& file, const std::vector<std::string>& sets) {
    const rlimit memory{most_bytes(), most_bytes()};
    const rlimit cpu{most_cpu_seconds(), most_cpu_seconds()};
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CPU, &cpu);
    const Loaded loaded = load_scenario(file, LoadOptions{sets});
    if (!loaded.scenario) {
        return render(loaded.errors);
    }
    const std::string text = render(infeasibilities(loaded));
    return text.empty() ? "nothing is wrong\n" : text;
}

}  // namespace

std::string complaints(const Input& input) {
    const Folder folder;
    for (const auto& [name, bytes] : input.files) {
        folder.put(name, bytes);
    }
    StopSignals stop;
    const ChildEnd end = run_in_child(
        [&] { return read_and_complain((folder.path() / "scenario.yaml").string(), input.sets); }, stop,
        [] {});
    if (const auto* told = std::get_if<Bytes>(&end)) {
        return without(told->text, folder.path().string() + "/");
    }
    const auto* crash = std::get_if<Crash>(&end);
    return fmt::format("crash: {}\n", crash != nullptr ? crash->reason : "stopped");
}

}  // namespace trainyard::bad
