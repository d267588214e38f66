// Test files that are text in, text out:
//
//     a title
//     what is tried
//     ---- NAME
//     a further text of that name
//     ----
//     what comes of it
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace trainyard::tests {

struct Sections {
    std::string title;
    std::string body;
    std::vector<std::pair<std::string, std::string>> further;  // name and text, in the order of the file
    std::vector<std::string> expected;                         // lines
};

std::vector<std::string> lines_of(const std::string& text);

// Throws std::runtime_error when a part of it is missing.
Sections read_sections(const std::string& file);

// The text of such a file, with other lines as its expectation: for whoever writes one.
std::string text_of(const Sections& sections, const std::vector<std::string>& expected);

}  // namespace trainyard::tests
