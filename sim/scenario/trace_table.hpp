// A table of text with a header of known columns in any order, read row by row, with every complaint at
// its place. However long it is, only a block of it is in memory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/fingerprint.hpp"
#include "sim/scenario/packed_stream.hpp"
#include "sim/scenario/trace_csv.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

// The complaints about one text: the first 20, and how many there are besides. They show its lines once
// it has been found to be what it should: a scenario must not be able to have any file read out.
class TraceErrors {
public:
    void show_lines() { lines_shown_ = true; }
    void at(std::string_view text, CsvPlace place, std::string message);
    void line(int line, std::string message);
    void whole_file(std::string message);
    std::size_t count() const { return count_; }
    std::vector<TraceError> list() const;

private:
    std::vector<TraceError> first_;
    std::size_t count_ = 0;
    bool lines_shown_ = false;
};

struct TraceColumn {
    std::string_view name;
    bool required = false;
};

// What a number in a cell must be; `expected` says it in words.
struct NumberRule {
    std::string_view expected;
    double low = 0;
    bool low_allowed = true;
    double high = 0;
    bool whole = false;
};

// How a table is written.
struct TraceTableStyle {
    CsvStyle csv;
    bool other_columns = false;  // columns that are not asked for are passed over
    std::uint64_t most_bytes = most_trace_bytes;
};

class TraceTable {
public:
    // Reads the header of the file; columns are then known by their place in the list.
    TraceTable(const std::string& path, std::vector<TraceColumn> columns, TraceTableStyle style = {});
    TraceTable(const TraceTable&) = delete;  // its fields point into its text
    TraceTable& operator=(const TraceTable&) = delete;

    // Moves to the next row with as many fields as the header; false at the end.
    bool next();
    int line() const { return record_.fields.front().place.line; }
    std::int64_t rows() const { return rows_; }  // so far, the present one included
    std::string_view name(std::size_t column) const { return columns_[column].name; }
    bool has_column(std::size_t column) const { return positions_[column].has_value(); }

    // The cell of a column in this row; null where the file has no such column or it is blank.
    const CsvField* cell(std::size_t column) const;
    // The same of a column that must have a value: a blank cell is an error.
    const CsvField* required_cell(std::size_t column);
    // The number in a cell that may be blank, or of one that must not be. A bad number is an error.
    std::optional<double> number(std::size_t column, const NumberRule& rule);
    std::optional<double> required_number(std::size_t column, const NumberRule& rule);

    // A complaint about this row's cell: "`column` must be EXPECTED, found `text`".
    void wrong(std::size_t column, std::string_view expected);
    void error(const CsvField& field, std::string message);
    void error(std::string message) { errors_.whole_file(std::move(message)); }
    const TraceErrors& errors() const { return errors_; }
    // Of what has been read of the text.
    std::string fingerprint() const { return fingerprint_.hex(); }

private:
    bool next_record();
    void read_header();
    bool is_known(const CsvField& field) const;
    std::string needed_columns() const;
    void name_column(const CsvField& field, std::size_t position);
    bool well_formed();
    std::optional<double> parse(const CsvField* field, std::size_t column, const NumberRule& rule);

    TraceTableStyle style_;
    PackedStream stream_;
    std::string_view text_;  // the block that is being read
    Fingerprint fingerprint_;
    std::int64_t rows_ = 0;
    std::vector<TraceColumn> columns_;
    std::vector<std::optional<std::size_t>> positions_;  // in the file, by column
    std::size_t width_ = 0;                              // fields of the header; 0: no usable one
    CsvScanner scanner_{std::string_view{}};
    CsvRecord record_;
    TraceErrors errors_;
};

// A finite number and nothing else, or nothing.
std::optional<double> parse_number(std::string_view text);

// Text from a file as a message shows it: short, control characters as text.
std::string shown(std::string_view text);
// The same of a file that is not what it should be: no more than a word of it.
std::string first_word(std::string_view text);

}  // namespace trainyard
