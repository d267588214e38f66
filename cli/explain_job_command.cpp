#include "cli/explain_job_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "analysis/explain_job.hpp"
#include "analysis/text/text.hpp"
#include "cli/console.hpp"
#include "cli/inputs.hpp"
#include "cli/study_options.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

// Null after a complaint.
const Stream* stream_of(const Scenario& scenario, const std::string& name) {
    std::vector<std::string> names;
    for (const Stream& stream : scenario.streams) {
        if (stream.name == name) {
            return &stream;
        }
        names.push_back(stream.name);
    }
    complain(fmt::format("there is no stream named `{}`{}", printable(name), did_you_mean(name, names)));
    return nullptr;
}

}  // namespace

int explain_job_command(const ExplainJobArguments& arguments) {
    const auto inputs = load_inputs({arguments.file}, arguments.sets);
    const Stream* const stream = inputs ? stream_of(inputs->front().scenario(), arguments.stream) : nullptr;
    if (stream == nullptr) {
        return exit_bad_input;
    }
    if (!stream->kinds.front().model) {
        complain(fmt::format("the job of `{}` is not said as a `model`: there is nothing to derive",
                             printable(arguments.stream)));
        return exit_bad_input;
    }
    print_result(explain_job(inputs->front().scenario(), *stream));
    return exit_fine;
}

void add_explain_job(CLI::App& explain, ExplainJobArguments& arguments) {
    CLI::App& job = *explain.add_subcommand(
        "job", "How work, memory and hours of a stream's job follow from its `model`");
    job.add_option("FILE", arguments.file, "Scenario file")->required()->type_name("");
    job.add_option("STREAM", arguments.stream, "Name of the stream")->required()->type_name("");
    add_set(job, arguments.sets);
}

}  // namespace trainyard
