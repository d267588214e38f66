// A file that appears complete or not at all.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace trainyard {

// A result could not be written; the text names the file and the reason.
struct OutputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Text goes to a temporary file beside the target; commit() puts it in the target's place. Without
// commit() nothing of it stays. All throw OutputError.
class OutputFile {
public:
    explicit OutputFile(std::filesystem::path target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void append(std::string_view text);
    void commit();

private:
    [[noreturn]] void fail(const char* what);

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
};

// Why a file must not be put in the place of what is there, or nothing: there is no regular file, or one
// that does not begin with this line, which is how those begin that the caller makes. Empty ones are free.
std::string overwriting_problem(const std::filesystem::path& file, std::string_view first_line);

}  // namespace trainyard
