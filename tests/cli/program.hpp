// Runs the built program as a user would, in a scratch folder.
#pragma once

#include <string>

namespace trainyard::program {

struct Ended {
    int code = 0;  // 128 + the signal that killed it
    std::string out;
    std::string err;
};

// The arguments as a shell takes them; redirections among them win.
Ended call(const std::string& arguments);

// Several commands of a shell, in which $trainyard is the program.
Ended in_shell(const std::string& commands);

// Writes a file in the scratch folder and returns its path. The folder is the process's own.
std::string scratch_file(const std::string& name, const std::string& content);
std::string scratch_path(const std::string& name);
std::string content_of(const std::string& file);

// Two rigs of one GPU, one spot and one on-demand pool; jobs each hour for a day; strategies own,
// mixed and cloud. `more` goes below.
std::string small_scenario(const std::string& more = "");

}  // namespace trainyard::program
