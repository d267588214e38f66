// Comma-separated values (RFC 4180): quoted fields may hold commas, line ends and doubled quotes;
// lines end with LF, CRLF or CR, mixed as they come. Other separators, and none of the quoting, on demand.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

// The text of a plain or gzip file without its byte order mark, or in words why there is none: it
// does not exist, is a folder, is cut short or damaged, holds more than 500 MB, is not UTF-8.
struct PackedText {
    std::optional<std::string> text;
    std::string problem;
};
PackedText read_packed_text(const std::string& path);

// A place in the text: byte `at`, in the line from 1 that begins at byte `line_start`.
struct CsvPlace {
    int line = 1;
    std::size_t line_start = 0;
    std::size_t at = 0;
};

struct CsvField {
    std::string_view text;  // unquoted; without the blanks around it
    CsvPlace place;
};

struct CsvFault {
    CsvPlace place;
    std::string message;
};

struct CsvRecord {
    std::vector<CsvField> fields;   // valid until the next record is read
    CsvPlace end;                   // behind its last character
    std::optional<CsvFault> fault;  // the rest of its line was skipped

    bool blank() const { return !fault && fields.size() == 1 && fields[0].text.empty(); }
};

// How the fields of a line are told apart.
struct CsvStyle {
    char separator = ',';
    bool quotes = true;  // RFC 4180; else a double quote is a character like any other
};

class CsvScanner {
public:
    explicit CsvScanner(std::string_view text, CsvStyle style = {}, int first_line = 1);

    // Reads one record; false at the end of the text.
    bool next(CsvRecord& record);
    // Of what comes next.
    int line() const { return here_.line; }

private:
    void read_quoted(CsvRecord& record);
    void read_plain(CsvRecord& record);
    void fail(CsvRecord& record, CsvPlace place, std::string message);
    bool at_separator() const;
    void skip_line_end();

    std::string_view text_;
    CsvStyle style_;
    std::string ends_;  // the characters that end a field without quotes, or must not be in it
    CsvPlace here_;
    std::deque<std::string> unescaped_;  // of this record's fields with doubled quotes
};

}  // namespace trainyard
