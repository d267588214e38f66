#include "tests/support/sections.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace trainyard::tests {

namespace {

constexpr std::string_view separator = "----";
constexpr std::string_view further_mark = "---- ";

std::string content_of(const std::string& file) {
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

Sections read_sections(const std::string& file) {
    Sections sections;
    std::string* part = &sections.body;
    bool separated = false;
    for (const std::string& line : lines_of(content_of(file))) {
        if (sections.title.empty()) {
            sections.title = line;
        } else if (separated) {
            sections.expected.push_back(line);
        } else if (line == separator) {
            separated = true;
        } else if (line.starts_with(further_mark)) {
            part = &sections.further.emplace_back(line.substr(further_mark.size()), "").second;
        } else {
            *part += line + "\n";
        }
    }
    if (!separated) {
        throw std::runtime_error{file + ": expected a title, a text, ----, and what comes of it"};
    }
    return sections;
}

std::string text_of(const Sections& sections, const std::vector<std::string>& expected) {
    std::string text = sections.title + "\n" + sections.body;
    for (const auto& [name, content] : sections.further) {
        text.append(further_mark).append(name).append("\n").append(content);
    }
    text.append(separator).append("\n");
    for (const std::string& line : expected) {
        text.append(line).append("\n");
    }
    return text;
}

}  // namespace trainyard::tests
