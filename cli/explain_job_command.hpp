// `trainyard explain job`: the derivation of a job that is said as a model.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace trainyard {

struct ExplainJobArguments {
    std::string file;
    std::string stream;
    std::vector<std::string> sets;
};
int explain_job_command(const ExplainJobArguments& arguments);
// Below `explain`.
void add_explain_job(CLI::App& explain, ExplainJobArguments& arguments);

}  // namespace trainyard
