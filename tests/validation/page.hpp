// The rows of docs/validation.md: the suite writes there what it found.
#pragma once

#include <string>
#include <vector>

namespace trainyard::theory {

// What was expected of a model and what came out.
struct Case {
    std::string model;  // a scenario file of tests/validation, or words
    std::string quantity;
    std::string formula;  // with its source
    std::string expected;
    std::string simulated;
    std::string runs;   // "100"; or draws
    std::string score;  // z; or a statistic and its bound; or "exact"
    double chance = 0;  // of failing although all is right; 0 where nothing is left to chance
    bool holds = false;
};

// The bound of every z, and how improbable a normal variable is beyond it on either side.
inline constexpr double z_bound = 4;
inline constexpr double chance_beyond_z_bound = 6.334e-5;

// Replaces the table `name` of the page, prints it, and fails the test for each case that does not hold.
// Processes may write at once.
void tell(const std::string& name, const std::vector<Case>& cases);

// The same for a paragraph.
void tell_words(const std::string& name, const std::string& words);

// The cases of all tables on the page, by their last cells alone: chance and verdict.
struct Told {
    int cases = 0;
    int exact = 0;
    int held = 0;
    double chances = 0;  // their sum
};
Told told();

}  // namespace trainyard::theory
