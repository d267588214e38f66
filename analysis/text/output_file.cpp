#include "analysis/text/output_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <random>
#include <system_error>
#include <utility>

#include "analysis/text/text.hpp"

namespace trainyard {

OutputFile::OutputFile(std::filesystem::path target)
    : target_{std::move(target)},
      temporary_{target_.parent_path() /
                 fmt::format(".{}.{:08x}.part", target_.filename().string(), std::random_device{}())} {
    descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) {
        fail("cannot create");
    }
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        ::unlink(temporary_.c_str());
    }
}

void OutputFile::append(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor_, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            fail("cannot write");
        }
        text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
}

void OutputFile::commit() {
    if (::close(std::exchange(descriptor_, -1)) != 0 || ::rename(temporary_.c_str(), target_.c_str()) != 0) {
        const int error = errno;
        ::unlink(temporary_.c_str());
        errno = error;
        fail("cannot write");
    }
}

std::string overwriting_problem(const std::filesystem::path& file, std::string_view first_line) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) {
        return "";
    }
    const std::string name = printable(file.string());
    if (!std::filesystem::is_regular_file(status)) {
        return fmt::format("{} is no file that could be replaced", name);
    }
    std::ifstream in{file, std::ios::binary};
    std::string line;
    const bool own = in && (!std::getline(in, line) || line == first_line);
    return own ? ""
               : fmt::format("{} was not made by this command: move it away, or give another name", name);
}

void OutputFile::fail(const char* what) {
    throw OutputError{fmt::format("{} {}: {}", what, printable(target_.string()), std::strerror(errno))};
}

}  // namespace trainyard
