// Stories: text files that hold a rule of the model to a literal time line. See README.md here.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace trainyard::stories {

struct Story {
    std::string title;                         // the rule that it protects
    std::string scenario;                      // YAML
    std::map<std::string, std::string> files;  // beside the scenario, by name
    std::vector<std::string> expected;         // lines
};

// Throws std::runtime_error when the file is no story.
Story read_story(const std::string& path);

// What happens in the story, one line each; `expected` says which metrics are asked for, of each
// strategy those below its own name. A scenario with errors tells those instead.
std::vector<std::string> tell(const Story& story);

// The same story with what it tells as its expectation, for whoever writes one.
std::string retold(const Story& story, const std::vector<std::string>& told);

}  // namespace trainyard::stories
