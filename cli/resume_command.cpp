#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "analysis/shard_folder.hpp"
#include "analysis/store/folder_claim.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace trainyard {
namespace {

// Options of a command that say how it is run, not what: they are not the plan's.
const std::set<std::string, std::less<>> options_with_value{"--out", "--shard", "--shards", "--launch",
                                                            "--sbatch-args"};
const std::set<std::string, std::less<>> flags{"--fresh", "--dry-run"};

// Commands that leave a folder of results.
const std::set<std::string, std::less<>> studies{"run", "sweep", "compare"};

}  // namespace

std::vector<std::string> lasting_part(const std::vector<std::string>& command) {
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < command.size(); ++i) {
        const std::string name = command[i].substr(0, command[i].find('='));
        if (options_with_value.contains(name)) {
            i += command[i].size() == name.size() ? 1 : 0;
        } else if (!flags.contains(command[i])) {
            kept.push_back(command[i]);
        }
    }
    return kept;
}

int resume_command(const FolderArguments& arguments) {
    namespace fs = std::filesystem;
    try {
        const fs::path folder = fs::absolute(arguments.folder);
        const Plan plan = plan_in(folder);
        // Somebody else may have written the plan: it says what is run, and neither where to nor how.
        const std::vector<std::string> command = lasting_part(plan.command);
        if (command.empty() || !studies.contains(command.front())) {
            complain(fmt::format("{} does not say which command made it",
                                 printable((folder / plan_file).string())));
            return exit_bad_input;
        }
        std::vector<std::string> words{"trainyard"};
        words.insert(words.end(), command.begin(), command.end());
        words.insert(words.end(), {"--out", folder.string()});
        words.insert(words.end(), arguments.more.begin(), arguments.more.end());
        fs::current_path(plan.directory);
        return parse_and_run(words);
    } catch (const OutputError& error) {
        complain(error.what());
    } catch (const fs::filesystem_error& error) {
        complain(fmt::format("cannot go to {}, where the command was given: {}",
                             printable(error.path1().string()), error.code().message()));
    }
    return exit_bad_input;
}

}  // namespace trainyard
