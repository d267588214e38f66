// What the cases share: files, commands, counts.
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "bench/whole/cases.hpp"

namespace trainyard::bench {
namespace {

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in{line};
    for (std::string field; std::getline(in, field, ',');) {
        fields.push_back(field);
    }
    return fields;
}

}  // namespace

std::string Bench::file(const std::string& name, const std::string& text) const {
    const std::string path = folder_ + '/' + name;
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

Command Bench::run(const std::string& file) const {
    return trainyard({"run", "--quiet", "--format", "csv", file});
}

Command Bench::trainyard(Command arguments) const {
    arguments.insert(arguments.begin(), program_);
    return arguments;
}

Command Bench::beside(const std::string& name, Command arguments) const {
    const auto here = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    arguments.insert(arguments.begin(), (here / name).string());
    return arguments;
}

double Bench::attempts(const std::string& file) const {
    std::istringstream rows{output_of(run(file))};
    std::string line;
    std::getline(rows, line);
    const auto names = fields_of(line);
    double sum = 0;
    while (std::getline(rows, line)) {
        const auto values = fields_of(line);
        for (std::size_t i = 0; i < values.size(); ++i) {
            sum += names.at(i) == "attempts" ? std::stod(values[i]) : 0;
        }
    }
    return sum;
}

std::string Bench::waits(const std::string& file_of_scenario) const {
    const auto name = std::filesystem::path{file_of_scenario}.stem().string() + ".waits";
    return file(name, output_of(beside("record_waits", {file_of_scenario})));
}

bool Bench::has_command(const std::string& name) const {
    return output_of(trainyard({"--help"})).find("\n  " + name + " ") != std::string::npos;
}

}  // namespace trainyard::bench
