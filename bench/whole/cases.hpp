// The cases: each measures whole processes and says what came out beside what is wanted of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bench/whole/measure.hpp"

namespace trainyard::bench {

struct Row {
    std::string what;
    std::string measured;
    std::string target;  // empty: none
};

// Where the programs are, and how often each is run.
class Bench {
public:
    Bench(std::string folder, std::string program, int rounds)
        : folder_{std::move(folder)}, program_{std::move(program)}, rounds_{rounds} {}

    // A scenario's file of that name, in a folder that is removed at the end.
    std::string file(const std::string& name, const std::string& text) const;
    Command run(const std::string& file) const;
    Command trainyard(Command arguments) const;
    Command beside(const std::string& name, Command arguments) const;  // another program of this folder
    std::vector<Cost> cost(const std::vector<Command>& commands) const {
        return least_costs(commands, rounds_);
    }

    // Attempts of all runs of a scenario.
    double attempts(const std::string& file) const;
    // The file of waits of a scenario.
    std::string waits(const std::string& file) const;
    bool has_command(const std::string& name) const;

private:
    std::string folder_;
    std::string program_;
    int rounds_;
};

struct Case {
    std::string name;
    std::function<std::vector<Row>(const Bench&)> measure;
};
const std::vector<Case>& all_cases();

}  // namespace trainyard::bench
