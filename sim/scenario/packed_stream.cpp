#include "sim/scenario/packed_stream.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <filesystem>

#include "sim/scenario/source.hpp"

namespace trainyard {
namespace {

constexpr std::size_t chunk = 1 << 18;
constexpr std::size_t longest_record = 16'000'000;  // bytes; then a block ends within quotes too

}  // namespace

PackedStream::PackedStream(const std::string& path, bool quotes, std::uint64_t most_bytes)
    : file_{nullptr, &gzclose}, quotes_{quotes}, most_bytes_{most_bytes} {
    open(path);
}

void PackedStream::open(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        problem_ = "does not exist";
    } else if (std::filesystem::is_directory(status)) {
        problem_ = "is a folder";
    } else {
        file_.reset(gzopen(path.c_str(), "rb"));
        problem_ = file_ ? "" : "cannot be read (no permission?)";
    }
}

bool PackedStream::fill() {
    const std::size_t before = buffer_.size();
    buffer_.resize(before + chunk);
    const int got = gzread(file_.get(), buffer_.data() + before, static_cast<unsigned>(chunk));
    buffer_.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    bytes_ += static_cast<std::uint64_t>(got > 0 ? got : 0);
    if (bytes_ > most_bytes_) {
        fail(fmt::format("holds more than {} MB, which is the limit", most_bytes_ / 1'000'000));
        return false;
    }
    if (got > 0) {
        if (bytes_ == static_cast<std::uint64_t>(got) && buffer_.starts_with("\xEF\xBB\xBF")) {
            buffer_.erase(0, 3);
        }
        return true;
    }
    int code = Z_OK;
    gzerror(file_.get(), &code);
    if (code != Z_OK && code != Z_STREAM_END) {
        fail(code == Z_BUF_ERROR ? "is cut short: its gzip data end too early"
                                 : "is damaged: its gzip data do not unpack");
    }
    return false;
}

// Behind the last line end that may end a block; 0 where there is none.
std::size_t PackedStream::last_line_end() const {
    if (!quotes_ || buffer_.size() > longest_record) {
        const std::size_t end = buffer_.rfind('\n');
        return end == std::string::npos ? 0 : end + 1;
    }
    bool within = false;
    std::size_t found = 0;
    for (std::size_t at = buffer_.find_first_of("\"\r\n"); at != std::string::npos;
         at = buffer_.find_first_of("\"\r\n", at + 1)) {
        if (buffer_[at] == '"') {
            within = !within;
        } else if (!within && (buffer_[at] == '\n' || (at + 1 < buffer_.size() && buffer_[at + 1] != '\n'))) {
            found = at + 1;
        }
    }
    return found;
}

void PackedStream::fail(const std::string& problem) {
    problem_ = lines_ == 0 ? problem : fmt::format("{} (behind line {})", problem, lines_);
    file_.reset();
    block_size_ = 0;
    buffer_.clear();
}

bool PackedStream::accept(std::size_t size) {
    block_size_ = size;
    const std::string wrong = text_problem(block(), lines_ + 1);
    if (!wrong.empty()) {
        lines_ = 0;  // the text names the line
        fail(wrong);
        return false;
    }
    lines_ += std::count(block().begin(), block().end(), '\n');
    return true;
}

bool PackedStream::next() {
    buffer_.erase(0, block_size_);
    block_size_ = 0;
    while (file_) {
        if (!fill()) {
            file_.reset();
            return problem_.empty() && !buffer_.empty() && accept(buffer_.size());
        }
        if (const std::size_t end = last_line_end(); end > 0) {
            return accept(end);
        }
    }
    return false;
}

}  // namespace trainyard
