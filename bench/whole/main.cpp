// whole_process [--program TRAINYARD] [--rounds N] [CASE…]: prints a table of what the cases came to.
#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>

#include "bench/whole/cases.hpp"

namespace {

using namespace trainyard::bench;

struct Arguments {
    std::string program;
    int rounds = 7;
    std::vector<std::string> cases;
};

Arguments arguments_of(int argc, char** argv) {
    Arguments arguments;
    const auto here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    arguments.program = (here.parent_path() / "trainyard").string();
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--program" && i + 1 < argc) {
            arguments.program = argv[++i];
        } else if (word == "--rounds" && i + 1 < argc) {
            arguments.rounds = std::max(1, std::atoi(argv[++i]));
        } else {
            arguments.cases.push_back(word);
        }
    }
    return arguments;
}

// Removed when it goes.
class ScratchFolder {
public:
    ScratchFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "trainyard-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error{"no folder could be made: " + name};
        }
        path_ = name;
    }
    ~ScratchFolder() { std::filesystem::remove_all(path_); }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

bool is_known(const std::string& name) {
    const auto& cases = all_cases();
    return std::any_of(cases.begin(), cases.end(), [&name](const Case& one) { return one.name == name; });
}

void print(const Case& one, const Bench& bench) {
    for (const Row& row : one.measure(bench)) {
        fmt::print("| {} | {} | {} | {} |\n", one.name, row.what, row.measured, row.target);
        std::fflush(stdout);
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Arguments arguments = arguments_of(argc, argv);
        for (const std::string& name : arguments.cases) {
            if (!is_known(name)) {
                fmt::print(stderr, "whole_process: no case {}\n", name);
                return 2;
            }
        }
        const ScratchFolder folder;
        const Bench bench{folder.path(), arguments.program, arguments.rounds};
        fmt::print("| case | what | measured | target |\n|---|---|---|---|\n");
        for (const Case& one : all_cases()) {
            const auto& wanted = arguments.cases;
            if (wanted.empty() || std::find(wanted.begin(), wanted.end(), one.name) != wanted.end()) {
                print(one, bench);
            }
        }
    } catch (const std::exception& error) {
        fmt::print(stderr, "whole_process: {}\n", error.what());
        return 1;
    }
    return 0;
}
