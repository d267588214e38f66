#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "analysis/report_files.hpp"
#include "analysis/text/output_file.hpp"
#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"

namespace trainyard {
namespace {

namespace fs = std::filesystem;

// By the desktop's own way; whether there is one.
bool open_in_browser(const fs::path& page) {
    const std::string file = fs::absolute(page).string();
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        execlp("xdg-open", "xdg-open", file.c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

int report_command(const ReportArguments& arguments) {
    try {
        const std::vector<fs::path> pages = rebuild_reports(arguments.folder);
        for (const fs::path& page : pages) {
            print_result(printable(page.string()) + "\n");
        }
        if (arguments.open && !pages.empty() && !open_in_browser(pages.front())) {
            say("note: nothing here opens a browser (xdg-open)");
        }
        return exit_fine;
    } catch (const OutputError& error) {
        complain(error.what());
    } catch (const StoreError& error) {
        complain(error.what());
    } catch (const DamagedPlan& error) {
        complain(printable(arguments.folder) + ": " + error.what());
    } catch (const DamagedRows& error) {
        complain(printable(arguments.folder) + ": " + error.what());
    } catch (const fs::filesystem_error& error) {
        complain(error.what());
    }
    return exit_bad_input;
}

}  // namespace trainyard
