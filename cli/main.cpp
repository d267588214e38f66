#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

#include "cli/command_line.hpp"
#include "cli/console.hpp"

namespace {

// SimGrid brings libraries with thousands of static objects, whose end takes as long as many a run. The
// sanitizers look for leaks there.
int leave(int code) {
#ifdef __SANITIZE_ADDRESS__
    return code;
#else
    std::fflush(nullptr);
    std::_Exit(code);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    trainyard::prepare_standard_streams();
    try {
        return leave(trainyard::parse_and_run({argv, argv + argc}));
    } catch (const std::bad_alloc&) {
        trainyard::complain("out of memory");
        return trainyard::exit_run_failed;
    } catch (const std::exception& error) {
        trainyard::complain(error.what());
        return trainyard::exit_run_failed;
    }
}
