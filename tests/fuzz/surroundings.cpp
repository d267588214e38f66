#include "tests/fuzz/surroundings.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "sim/scenario/source.hpp"

namespace trainyard::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_line = 5'000;  // bytes

// Gone when the process ends.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "trainyard-fuzz-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

bool is_control(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return (value < 0x20U && byte != '\n' && byte != '\t') || value == 0x7FU;
}

}  // namespace

void require(bool holds, const std::string& what) {
    if (!holds) {
        throw std::logic_error{what};
    }
}

std::string file_of(const std::string& name, std::string_view bytes) {
    static const Folder folder;
    const std::string path = (folder.path / name).string();
    std::ofstream{path, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return path;
}

void require_printable(const std::string& text) {
    require(text_problem(text).empty(), "a message that is no text: " + text_problem(text));
    require(std::none_of(text.begin(), text.end(), is_control), "a control character in a message");
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        require(line.size() <= longest_line, "a message without end: " + line.substr(0, 200));
    }
}

void require_sound(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& each : diagnostics) {
        require(each.line >= 1 && each.column >= 1 && !each.message.empty(),
                "a complaint without place or words");
    }
    require_printable(render(diagnostics));
}

void require_sound(const std::vector<TraceError>& errors) {
    std::vector<Diagnostic> diagnostics;
    for (const TraceError& each : errors) {
        require(each.line >= 0 && each.column >= 0 && !each.message.empty(), "an error without words");
        diagnostics.push_back(Diagnostic{"file",
                                         std::max(each.line, 1),
                                         std::max(each.column, 1),
                                         {},
                                         each.message,
                                         each.source_line,
                                         1,
                                         std::nullopt});
    }
    require(errors.size() <= 22, "more errors than anybody reads");
    require_sound(diagnostics);
}

}  // namespace trainyard::fuzz
