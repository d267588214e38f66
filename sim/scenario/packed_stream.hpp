// A plain or gzip text file, read block by block: however large the file, a block or two of it are
// in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct gzFile_s;

namespace trainyard {

inline constexpr std::uint64_t most_trace_bytes = 500'000'000;  // unpacked, of a file that a scenario names

class PackedStream {
public:
    // `quotes`: line ends within double quotes (RFC 4180) belong to their line.
    PackedStream(const std::string& path, bool quotes, std::uint64_t most_bytes);

    // Moves to the next block of whole lines; false at the end, and where the file cannot be read on.
    bool next();
    // Without the byte order mark; valid until the next call.
    std::string_view block() const { return std::string_view{buffer_}.substr(0, block_size_); }
    // In words why the text ended before its end ("does not exist", "is cut short: …"), or nothing.
    const std::string& problem() const { return problem_; }

private:
    void open(const std::string& path);
    bool fill();  // appends a chunk; false at the end of the file
    std::size_t last_line_end() const;
    void fail(const std::string& problem);
    bool accept(std::size_t size);

    std::unique_ptr<gzFile_s, int (*)(gzFile_s*)> file_;
    bool quotes_;
    std::uint64_t most_bytes_;
    std::uint64_t bytes_ = 0;  // unpacked so far
    std::int64_t lines_ = 0;   // in the blocks so far
    std::string buffer_;
    std::size_t block_size_ = 0;
    std::string problem_;
};

}  // namespace trainyard
