#include "tests/cli/program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/surroundings.hpp"

namespace trainyard::program {
namespace {

namespace fs = std::filesystem;

// Gone when the tests end.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("trainyard-cli-" + std::to_string(getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() { fs::remove_all(path); }
};

const fs::path& scratch() {
    static const Scratch folder;
    return folder.path;
}

std::string redirected() {
    return " >'" + scratch_path("stdout") + "' 2>'" + scratch_path("stderr") + "' </dev/null ";
}

Ended run_shell(const std::string& command) {
    const int status = std::system(command.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, content_of(scratch_path("stdout")), content_of(scratch_path("stderr"))};
}

}  // namespace

Ended call(const std::string& arguments) {
    return run_shell("'" + program_path() + "'" + redirected() + arguments);
}

Ended in_shell(const std::string& commands) {
    return run_shell("trainyard='" + program_path() + "'\n{ " + commands + "\n}" + redirected());
}

std::string scratch_path(const std::string& name) { return (scratch() / name).string(); }

std::string scratch_file(const std::string& name, const std::string& content) {
    std::ofstream{scratch_path(name)} << content;
    return scratch_path(name);
}

std::string content_of(const std::string& file) {
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string small_scenario(const std::string& more) {
    return R"(trainyard: 1
name: small
question: Does it run?
horizon: 1 d
gpus:
  a100: {memory: 80 GB, speed: 1}
jobs:
  tune: {memory: 20 GB, work: 1 gpu-h}
workload:
  bot: {job: tune, arrivals: {every: 1 h}}
fleet:
  rigs:
    rig: {count: 2, gpu: a100, gpus: 1, price: 3650 USD, life: 365 d}
  spot:
    cheap: {gpu: a100, price: 1 USD/gpu-h, interruptions: none}
  on_demand:
    dear: {gpu: a100, price: 2 USD/gpu-h}
strategies:
  own: {pools: [rig]}
  mixed: {pools: [rig, {pool: cheap, after: 1 h}]}
  cloud: {pools: [dear]}
)" + more;
}

}  // namespace trainyard::program
