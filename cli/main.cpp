#include <exception>

#include "cli/command_line.hpp"
#include "cli/console.hpp"

int main(int argc, char** argv) {
    trainyard::prepare_standard_streams();
    try {
        return trainyard::parse_and_run({argv, argv + argc});
    } catch (const std::exception& error) {
        trainyard::complain(error.what());
        return trainyard::exit_run_failed;
    }
}
