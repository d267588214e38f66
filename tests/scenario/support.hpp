// Scenario files made for one test.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "sim/scenario/reader.hpp"

namespace trainyard::test {

// A folder that goes away with the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "trainyard-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream{path_ / name, std::ios::binary} << text;
        return (path_ / name).string();
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// The smallest scenario, with places for more: `job`, `spot` and `strategy` are further keys of
// each, `more` is top-level lines.
struct Small {
    std::string job = "work: 8 gpu-h";
    std::string stream = "arrivals: {at: [0 s]}";
    std::string spot = "price: 1 USD/h, interruptions: none";
    std::string rig = "price: 3600 USD, life: 36 month";
    std::string strategy = "pools: [cloud]";
    std::string more = {};

    std::string text() const {
        return "trainyard: 1\n"
               "gpus: {a: {memory: 80 GB, speed: 1}, b: {memory: 24 GB, speed: 0.5}}\n"
               "jobs: {kind: {" +
               job +
               "}}\n"
               "workload: {stream: {job: kind, " +
               stream +
               "}}\n"
               "fleet: {spot: {cloud: {gpu: a, gpus: 2, " +
               spot + "}}, rigs: {rig: {gpu: b, gpus: 2, " + rig +
               "}}}\n"
               "strategies: {plan: {" +
               strategy + "}}\n" + more;
    }
};

inline Loaded load(const std::string& text, const std::vector<std::string>& sets = {}) {
    const Folder folder;
    return load_scenario(folder.write("scenario.yaml", text), {sets});
}

// "3:5 path: message", a line for each error.
inline std::string complaints(const Loaded& loaded) {
    std::string text;
    for (const Diagnostic& each : loaded.errors) {
        text += std::to_string(each.line) + ":" + std::to_string(each.column) + " " + each.path + ": " +
                each.message + "\n";
    }
    return text;
}

inline Scenario good(const Small& small, const std::vector<std::string>& sets = {}) {
    const Loaded loaded = load(small.text(), sets);
    if (!loaded.scenario) {
        throw std::runtime_error{render(loaded.errors)};
    }
    return *loaded.scenario;
}

inline std::string complaint(const Small& small) { return complaints(load(small.text())); }

}  // namespace trainyard::test
