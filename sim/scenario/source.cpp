#include "sim/scenario/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <tuple>

#include "sim/core/printable.hpp"

namespace trainyard {

namespace {

constexpr std::size_t most_complaints = 500;
constexpr std::size_t longest_kept_line = 100'000;  // bytes of a source line that a complaint shows

int characters_in(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

}  // namespace

std::uint32_t Sources::add(std::string name, std::filesystem::path folder, std::string text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            starts.push_back(at + 1);
        }
    }
    all_.push_back(Source{std::move(name), std::move(folder), std::move(text), std::move(starts), true});
    return static_cast<std::uint32_t>(all_.size() - 1);
}

std::uint32_t Sources::add_unproven(std::string name, std::filesystem::path folder, std::string text) {
    const std::uint32_t source = add(std::move(name), std::move(folder), std::move(text));
    all_[source].proven = false;
    return source;
}

std::string_view Sources::line(std::uint32_t source, int number) const {
    const Source& from = all_[source];
    if (number < 1 || static_cast<std::size_t>(number) > from.starts.size()) {
        return {};
    }
    const std::size_t start = from.starts[static_cast<std::size_t>(number) - 1];
    const bool last = static_cast<std::size_t>(number) == from.starts.size();
    std::size_t end = last ? from.text.size() : from.starts[static_cast<std::size_t>(number)] - 1;
    if (end > start && from.text[end - 1] == '\r') {
        --end;
    }
    return std::string_view{from.text}.substr(start, end - start);
}

Diagnostic Report::located(Place place, std::string path, std::string message) const {
    const std::string_view line = sources_.line(place.source, place.line);
    const auto before = std::min(static_cast<std::size_t>(std::max(place.column - 1, 0)), line.size());
    const std::string_view marked = line.substr(before, static_cast<std::size_t>(std::max(place.width, 1)));
    const bool is_shown = line.size() <= longest_kept_line && sources_.is_proven(place.source);
    return Diagnostic{sources_.name(place.source),
                      place.line,
                      characters_in(line.substr(0, before)) + 1,
                      std::move(path),
                      std::move(message),
                      is_shown ? std::string{line} : std::string{},
                      std::max(characters_in(marked), 1),
                      std::nullopt};
}

bool Report::full() const { return all_.size() >= most_complaints; }

void Report::error(Place place, std::string path, std::string message) {
    if (full()) {
        overflowed_ = true;
        return;
    }
    add(place, located(place, std::move(path), std::move(message)));
}

void Report::error(Place place, std::string path, std::string message, Place other, std::string note) {
    if (full()) {
        overflowed_ = true;
        return;
    }
    Diagnostic diagnostic = located(place, std::move(path), std::move(message));
    diagnostic.related = related(other, std::move(note));
    add(place, std::move(diagnostic));
}

void Report::error_elsewhere(Place named, Diagnostic diagnostic) {
    diagnostic.related = related(named, "the file is named here");
    add(named, std::move(diagnostic));
}

RelatedPlace Report::related(Place place, std::string note) const {
    const Diagnostic there = located(place, {}, {});
    return RelatedPlace{there.file, there.line, there.column, std::move(note), there.source_line};
}

// A value that several entries share (`like`, an anchor) is wrong only once.
void Report::add(Place place, Diagnostic diagnostic) {
    const bool known = std::any_of(all_.begin(), all_.end(), [&](const Entry& each) {
        return each.place.source == place.source && each.place.line == place.line &&
               each.place.column == place.column && each.diagnostic.message == diagnostic.message &&
               each.diagnostic.line == diagnostic.line;
    });
    if (!known) {
        all_.push_back(Entry{place, std::move(diagnostic)});
    }
}

std::vector<Diagnostic> Report::sorted() const {
    std::vector<Entry> entries = all_;
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.place.source, a.place.line, a.place.column) <
               std::tie(b.place.source, b.place.line, b.place.column);
    });
    std::vector<Diagnostic> diagnostics;
    for (Entry& each : entries) {
        diagnostics.push_back(std::move(each.diagnostic));
    }
    if (overflowed_) {
        const Diagnostic& last = diagnostics.back();
        diagnostics.push_back(Diagnostic{last.file,
                                         last.line,
                                         last.column,
                                         {},
                                         "and further errors, which are not listed",
                                         {},
                                         1,
                                         std::nullopt});
    }
    return diagnostics;
}

std::string text_problem(std::string_view text, std::int64_t first_line) {
    const auto line = [&](std::size_t at) {
        return first_line + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\0') {
            return fmt::format("is not a text file: it has a zero byte in line {}", line(at));
        }
        const auto next = first_code_point(text.substr(at));
        if (!next) {
            return fmt::format("is not UTF-8 text: it has the byte 0x{:02X} in line {}",
                               static_cast<unsigned char>(text[at]), line(at));
        }
        at += next->bytes;
        // Stretches of ASCII need no second look.
        while (at < text.size() && text[at] > 0) {
            ++at;
        }
    }
    return {};
}

FileText read_text_file(const std::filesystem::path& file, std::uintmax_t limit) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) {
        return {std::nullopt, "does not exist"};
    }
    if (std::filesystem::is_directory(status)) {
        return {std::nullopt, "is a folder, not a file"};
    }
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        return {std::nullopt, "cannot be read (no permission?)"};
    }
    // Read no further than the limit: the size of a pipe or a device is not known beforehand.
    std::string text;
    std::array<char, 65536> piece{};
    while (in && text.size() <= limit) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
    }
    if (text.size() > limit) {
        return {std::nullopt, fmt::format("is larger than {} MB, which is the limit", limit / 1'000'000)};
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    std::string problem = text_problem(text);
    if (!problem.empty()) {
        return {std::nullopt, std::move(problem)};
    }
    return {std::move(text), {}};
}

}  // namespace trainyard
