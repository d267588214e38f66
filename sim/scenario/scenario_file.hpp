// A scenario file that has been read, for those who want many scenarios of it: the points of a sweep.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace trainyard {

// What --vary asks for.
struct ReadAxes {
    std::vector<Axis> axes;  // use them only if there are no errors
    std::vector<std::string> notes;
    std::vector<Diagnostic> errors;
};

// What --design asks for.
struct ReadDesign {
    std::optional<Design> design;
    std::vector<Diagnostic> errors;
};
// `grid`, `lhs:200` or `sobol:256`.
ReadDesign parse_design(const std::string& text);

// One of an axis' values, to be put where the axis' path says.
struct Setting {
    const GivenPath* path = nullptr;
    const AxisValue* value = nullptr;
};

// The file, its includes and the changes of --set, parsed; traces and files of values are read when a
// scenario first needs them, and kept. Not for several threads at once. Never throws for bad input.
class ScenarioFile {
public:
    explicit ScenarioFile(const std::string& file, const LoadOptions& options = {});
    ~ScenarioFile();
    ScenarioFile(ScenarioFile&&) noexcept;
    ScenarioFile& operator=(ScenarioFile&&) noexcept;

    // The scenario as it stands.
    Loaded load() const;
    // With these values instead, put in one after another; without the axes of `study.vary`. Complaints
    // about a value point to where it was asked for.
    Loaded load(const std::vector<Setting>& settings) const;
    // The axes of these texts, PATH=VALUES. A path must have a place in the file as it stands.
    ReadAxes parse_vary(const std::vector<std::string>& flags);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace trainyard
