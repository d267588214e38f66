#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {

int schema_command() {
    print_result(json_schema());
    return exit_fine;
}

}  // namespace trainyard
