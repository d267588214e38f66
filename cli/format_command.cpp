#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {

int format_command() {
    print_result(format_reference());
    return exit_fine;
}

}  // namespace trainyard
