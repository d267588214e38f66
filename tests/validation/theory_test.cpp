// The table of docs/validation.md: every system against its formula, 100 years each.
#include "tests/validation/theory.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace trainyard::theory;

namespace {

constexpr const char* page = "docs/validation.md";
constexpr int years = 100;

struct Row {
    std::string key;   // how its line begins
    std::string line;  // all of it
};

Row row(const System& system, const Quantity& quantity, const Estimate& estimate) {
    const std::string key =
        fmt::format("| [{0}](../tests/validation/{0}) | {1} |", system.file, quantity.what);
    return {key, fmt::format("{} {} | {:.6g} | {:.6g} ± {:.2g} | {:+.2f} |", key, quantity.formula,
                             quantity.expected, estimate.mean, estimate.standard_error,
                             estimate.z(quantity.expected))};
}

std::vector<std::string> lines_of(const std::string& file) {
    std::ifstream in{file};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

void write(const std::string& file, const std::vector<std::string>& lines) {
    std::ofstream out{file};
    for (const std::string& line : lines) {
        out << line << '\n';
    }
}

// The page shows what the program says now. TRAINYARD_RETELL=1 writes it there.
void check_page(const Row& row) {
    std::vector<std::string> lines = lines_of(page);
    for (std::string& line : lines) {
        if (line.starts_with(row.key)) {
            if (std::getenv("TRAINYARD_RETELL") != nullptr) {
                line = row.line;
                write(page, lines);
            }
            CHECK(line == row.line);
            return;
        }
    }
    FAIL(page << " has no row that begins " << row.key);
}

}  // namespace

TEST_CASE("a hundred years of each system agree with its formula", "[.validate]") {
    for (const System& system : systems()) {
        const std::vector<Estimate> estimates = estimate(system, years, {});
        for (std::size_t i = 0; i < estimates.size(); ++i) {
            const Row shown = row(system, system.quantities[i], estimates[i]);
            std::cout << shown.line << std::endl;
            CHECK(std::abs(estimates[i].z(system.quantities[i].expected)) < 4);
            check_page(shown);
        }
    }
}
