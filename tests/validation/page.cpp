#include "tests/validation/page.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace trainyard::theory {
namespace {

constexpr const char* page = "docs/validation.md";

std::vector<std::string> lines_of_page() {
    std::ifstream in{page};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

void write_page(const std::vector<std::string>& lines) {
    std::ofstream out{page};
    for (const std::string& line : lines) {
        out << line << '\n';
    }
}

}  // namespace

void check_page(const std::string& key, const std::string& line) {
    std::vector<std::string> lines = lines_of_page();
    for (std::string& shown : lines) {
        if (shown.starts_with(key)) {
            if (std::getenv("TRAINYARD_RETELL") != nullptr) {
                shown = line;
                write_page(lines);
            }
            CHECK(shown == line);
            return;
        }
    }
    FAIL(page << " has no row that begins " << key);
}

}  // namespace trainyard::theory
