// The texts that a scenario is made of, so that a complaint can show its line, and the list of
// complaints itself.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/diagnostic.hpp"

namespace trainyard {

// A stretch of a line in one of the sources.
struct Place {
    std::uint32_t source = 0;
    int line = 1;    // from 1
    int column = 1;  // from 1, in bytes
    int width = 1;   // in bytes
};

// All texts read so far. A source is a file, or what was given to --set.
class Sources {
public:
    std::uint32_t add(std::string name, std::filesystem::path folder, std::string text);
    // A file that somebody else's file names: no line of it is shown until it is found to be a scenario's.
    // Else a scenario could have any file read out.
    std::uint32_t add_unproven(std::string name, std::filesystem::path folder, std::string text);
    void prove(std::uint32_t source) { all_[source].proven = true; }
    bool is_proven(std::uint32_t source) const { return all_[source].proven; }
    const std::string& name(std::uint32_t source) const { return all_[source].name; }
    // Where the relative paths of that source start.
    const std::filesystem::path& folder(std::uint32_t source) const { return all_[source].folder; }
    const std::string& text(std::uint32_t source) const { return all_[source].text; }
    std::string_view line(std::uint32_t source, int number) const;

private:
    struct Source {
        std::string name;
        std::filesystem::path folder;
        std::string text;
        std::vector<std::size_t> starts;  // of the lines, in bytes
        bool proven = true;
    };
    std::deque<Source> all_;
};

// Every complaint about the input, each of them once, up to as many as anybody reads.
class Report {
public:
    explicit Report(const Sources& sources) : sources_{sources} {}

    void error(Place place, std::string path, std::string message);
    // With a second place, and what it is.
    void error(Place place, std::string path, std::string message, Place other, std::string note);
    // In a file that is no source, such as a trace: as the diagnostic says. `named` is where the
    // scenario names that file.
    void error_elsewhere(Place named, Diagnostic diagnostic);
    // The complaint without adding it.
    Diagnostic located(Place place, std::string path, std::string message) const;

    bool empty() const { return all_.empty(); }
    // Further complaints are not kept: no need to put them in words.
    bool full() const;
    // By source, line and column.
    std::vector<Diagnostic> sorted() const;

private:
    struct Entry {
        Place place;
        Diagnostic diagnostic;
    };
    void add(Place place, Diagnostic diagnostic);
    RelatedPlace related(Place place, std::string note) const;

    const Sources& sources_;
    std::vector<Entry> all_;
    bool overflowed_ = false;
};

// In words what makes a text unreadable (a zero byte, not UTF-8), or nothing; it begins in that line.
std::string text_problem(std::string_view text, std::int64_t first_line = 1);

// A text file's content, or in words why it cannot be read: missing, a folder, larger than
// `limit` bytes, binary, not UTF-8.
struct FileText {
    std::optional<std::string> text;
    std::string problem;
};
FileText read_text_file(const std::filesystem::path& file, std::uintmax_t limit);

}  // namespace trainyard
