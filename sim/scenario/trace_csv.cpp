#include "sim/scenario/trace_csv.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <filesystem>
#include <memory>
#include <utility>

#include "sim/scenario/source.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_bytes = 500'000'000;
constexpr std::size_t chunk = 1 << 18;

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Appends all that the file unpacks to; in words why that failed, or nothing.
std::string unpack(gzFile file, std::string& text) {
    while (true) {
        const std::size_t before = text.size();
        text.resize(before + chunk);
        const int got = gzread(file, text.data() + before, static_cast<unsigned>(chunk));
        text.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
        if (text.size() > most_bytes) {
            return fmt::format("holds more than {} MB, which is the limit", most_bytes / 1'000'000);
        }
        if (got <= 0) {
            break;
        }
    }
    int code = Z_OK;
    gzerror(file, &code);
    if (code == Z_OK || code == Z_STREAM_END) {
        return {};
    }
    return code == Z_BUF_ERROR ? "is cut short: its gzip data end too early"
                               : "is damaged: its gzip data do not unpack";
}

}  // namespace

PackedText read_packed_text(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        return {std::nullopt, "does not exist"};
    }
    if (std::filesystem::is_directory(status)) {
        return {std::nullopt, "is a folder"};
    }
    const std::unique_ptr<gzFile_s, decltype(&gzclose)> file{gzopen(path.c_str(), "rb"), &gzclose};
    if (!file) {
        return {std::nullopt, "cannot be read (no permission?)"};
    }
    std::string text;
    std::string problem = unpack(file.get(), text);
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    if (problem.empty()) {
        problem = text_problem(text);
    }
    if (!problem.empty()) {
        return {std::nullopt, std::move(problem)};
    }
    return {std::move(text), {}};
}

bool CsvScanner::next(CsvRecord& record) {
    record.fields.clear();
    record.fault.reset();
    unescaped_.clear();
    if (here_.at >= text_.size()) {
        return false;
    }
    while (true) {
        if (here_.at < text_.size() && text_[here_.at] == '"') {
            read_quoted(record);
        } else {
            read_plain(record);
        }
        if (here_.at >= text_.size() || text_[here_.at] != ',') {
            break;
        }
        ++here_.at;
    }
    record.end = here_;
    skip_line_end();
    return true;
}

void CsvScanner::read_plain(CsvRecord& record) {
    const CsvPlace start = here_;
    const std::size_t end = text_.find_first_of(",\r\n\"", start.at);
    here_.at = end == std::string_view::npos ? text_.size() : end;
    if (here_.at < text_.size() && text_[here_.at] == '"') {
        fail(record, here_, "a quote inside a field; quote the whole field and double the quote");
        return;
    }
    record.fields.push_back({without_blanks(text_.substr(start.at, here_.at - start.at)), start});
}

void CsvScanner::read_quoted(CsvRecord& record) {
    const CsvPlace start = here_;
    std::string value;
    std::size_t from = ++here_.at;
    while (true) {
        here_.at = text_.find_first_of("\"\r\n", here_.at);
        if (here_.at == std::string_view::npos) {
            fail(record, start, "a quoted field must end with a quote");
            return;
        }
        if (text_[here_.at] != '"') {
            skip_line_end();
            continue;
        }
        const bool doubled = text_.substr(here_.at, 2) == "\"\"";
        value += text_.substr(from, here_.at - from + (doubled ? 1 : 0));
        here_.at += doubled ? 2 : 1;
        from = here_.at;
        if (!doubled) {
            break;
        }
    }
    if (!at_separator()) {
        fail(record, here_, "a comma must follow a quoted field");
        return;
    }
    record.fields.push_back({unescaped_.emplace_back(std::move(value)), start});
}

void CsvScanner::fail(CsvRecord& record, CsvPlace place, std::string message) {
    record.fault = CsvFault{place, std::move(message)};
    const std::size_t end = text_.find_first_of("\r\n", here_.at);
    here_.at = end == std::string_view::npos ? text_.size() : end;
}

bool CsvScanner::at_separator() const {
    return here_.at >= text_.size() ||
           std::string_view{",\r\n"}.find(text_[here_.at]) != std::string_view::npos;
}

void CsvScanner::skip_line_end() {
    if (here_.at >= text_.size()) {
        return;
    }
    here_.at += text_.substr(here_.at, 2) == "\r\n" ? 2 : 1;
    here_.line_start = here_.at;
    ++here_.line;
}

}  // namespace trainyard
