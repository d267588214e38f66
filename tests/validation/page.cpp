#include "tests/validation/page.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iostream>

namespace trainyard::theory {
namespace {

constexpr const char* page = "docs/validation.md";
constexpr const char* head =
    "| model | quantity | formula | expected | simulated | runs | z | by chance | verdict |\n"
    "|---|---|---|---|---|---|---|---|---|\n";

// One process at a time writes the page.
class PageLock {
public:
    PageLock() : file_{open(page, O_RDWR)} {
        REQUIRE(file_ >= 0);
        REQUIRE(flock(file_, LOCK_EX) == 0);
    }
    ~PageLock() { close(file_); }
    PageLock(const PageLock&) = delete;
    PageLock& operator=(const PageLock&) = delete;

private:
    int file_;
};

std::vector<std::string> lines_of_page() {
    std::ifstream in{page};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

// Between the lines that mark its beginning and its end.
void replace(const std::string& name, const std::string& text) {
    const PageLock lock;
    const std::vector<std::string> lines = lines_of_page();
    const auto begin = std::find(lines.begin(), lines.end(), "<!-- " + name + " -->");
    const auto end = std::find(begin, lines.end(), "<!-- end of " + name + " -->");
    if (end == lines.end()) {
        FAIL(page << " has no place for " << name);
    }
    std::ofstream out{page};
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        if (line <= begin || line >= end) {
            out << *line << '\n';
        }
        if (line == begin) {
            out << text;
        }
    }
}

std::string row(const Case& each) {
    const std::string model = each.model.ends_with(".yaml")
                                  ? fmt::format("[{0}](../tests/validation/{0})", each.model)
                                  : each.model;
    const std::string chance = each.chance > 0 ? fmt::format("{:.2g} %", each.chance * 100) : "never";
    return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", model, each.quantity, each.formula,
                       each.expected, each.simulated, each.runs, each.score, chance,
                       each.holds ? "holds" : "**fails**");
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::size_t from = 2;
    for (std::size_t bar = line.find(" |", from); bar != std::string::npos; bar = line.find(" |", from)) {
        cells.push_back(line.substr(from, bar - from));
        from = bar + 3;
        if (from > line.size()) {
            break;
        }
    }
    return cells;
}

}  // namespace

void tell(const std::string& name, const std::vector<Case>& cases) {
    std::string text = head;
    for (const Case& each : cases) {
        text += row(each);
    }
    std::cout << text << std::endl;
    replace(name, text);
    for (const Case& each : cases) {
        INFO(row(each));
        CHECK(each.holds);
    }
}

void tell_words(const std::string& name, const std::string& words) { replace(name, words + "\n"); }

Told told() {
    Told all;
    for (const std::string& line : lines_of_page()) {
        const std::vector<std::string> cells =
            line.starts_with("| ") ? cells_of(line) : std::vector<std::string>{};
        if (cells.size() != 9 || (cells[8] != "holds" && cells[8] != "**fails**")) {
            continue;
        }
        ++all.cases;
        all.held += cells[8] == "holds" ? 1 : 0;
        all.exact += cells[7] == "never" ? 1 : 0;
        all.chances += cells[7] == "never" ? 0 : std::stod(cells[7]) / 100;
    }
    return all;
}

}  // namespace trainyard::theory
