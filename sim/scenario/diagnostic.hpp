// What is wrong with an input file, and where: the one shape in which bad input leaves this layer.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trainyard {

// A second place that belongs to a complaint: "first declared here".
struct RelatedPlace {
    std::string file;
    int line = 1;    // from 1
    int column = 1;  // from 1, in characters
    std::string note;
    std::string source_line;
};

struct Diagnostic {
    std::string file;
    int line = 1;      // from 1
    int column = 1;    // from 1, in characters
    std::string path;  // dotted, as --set takes it; empty for the file as a whole
    std::string message;
    std::string source_line;  // empty when there is none to show
    int caret_width = 1;      // characters to underline
    std::optional<RelatedPlace> related;
};

// "file:line:col: error: path: message", the source line and a caret, for each of them.
std::string render(const std::vector<Diagnostic>& diagnostics);

}  // namespace trainyard
