#include "sim/scenario/trace_csv.hpp"

#include <utility>

#include "sim/scenario/packed_stream.hpp"

namespace trainyard {
namespace {

std::string_view without_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

PackedText read_packed_text(const std::string& path) {
    PackedStream stream{path, false, most_trace_bytes};
    std::string text;
    while (stream.next()) {
        text += stream.block();
    }
    if (!stream.problem().empty()) {
        return {std::nullopt, stream.problem()};
    }
    return {std::move(text), {}};
}

CsvScanner::CsvScanner(std::string_view text, CsvStyle style, int first_line)
    : text_{text}, style_{style}, ends_{"\r\n"} {
    here_.line = first_line;
    ends_ += style.separator;
    ends_ += style.quotes ? "\"" : "";
}

bool CsvScanner::next(CsvRecord& record) {
    record.fields.clear();
    record.fault.reset();
    unescaped_.clear();
    if (here_.at >= text_.size()) {
        return false;
    }
    while (true) {
        if (style_.quotes && here_.at < text_.size() && text_[here_.at] == '"') {
            read_quoted(record);
        } else {
            read_plain(record);
        }
        if (here_.at >= text_.size() || text_[here_.at] != style_.separator) {
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
    const std::size_t end = text_.find_first_of(ends_, start.at);
    here_.at = end == std::string_view::npos ? text_.size() : end;
    if (style_.quotes && here_.at < text_.size() && text_[here_.at] == '"') {
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
    return here_.at >= text_.size() || text_[here_.at] == style_.separator || text_[here_.at] == '\r' ||
           text_[here_.at] == '\n';
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
