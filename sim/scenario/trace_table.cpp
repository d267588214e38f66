#include "sim/scenario/trace_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "sim/core/printable.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

constexpr std::size_t most_listed = 20;
constexpr std::size_t longest_shown = 40;     // bytes of a cell in a message
constexpr std::size_t longest_line = 10'000;  // bytes of a source line that is kept for its caret

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

int characters_in(std::string_view text) {
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

std::string source_line(std::string_view text, std::size_t start) {
    const std::size_t end = text.find_first_of("\r\n", start);
    return std::string{text.substr(start, std::min(end, text.size()) - start).substr(0, longest_line)};
}

}  // namespace

void TraceErrors::at(std::string_view text, CsvPlace place, std::string message) {
    if (++count_ <= most_listed) {
        const int column = 1 + characters_in(text.substr(place.line_start, place.at - place.line_start));
        first_.push_back({place.line, column, std::move(message),
                          lines_shown_ ? source_line(text, place.line_start) : std::string{}});
    }
}

void TraceErrors::line(int line, std::string message) {
    if (++count_ <= most_listed) {
        first_.push_back({line, 1, std::move(message), {}});
    }
}

void TraceErrors::whole_file(std::string message) {
    if (++count_ <= most_listed) {
        first_.push_back({0, 0, std::move(message), {}});
    }
}

std::vector<TraceError> TraceErrors::list() const {
    std::vector<TraceError> all = first_;
    if (count_ > most_listed) {
        all.push_back({0, 0, fmt::format("and {} more", count_ - most_listed), {}});
    }
    return all;
}

TraceTable::TraceTable(const std::string& path, std::vector<TraceColumn> columns, TraceTableStyle style)
    : style_{style},
      stream_{path, style.csv.quotes, style.most_bytes},
      columns_{std::move(columns)},
      positions_(columns_.size()) {
    read_header();
}

// Reads a record of this block or the next; false at the end, and where the file cannot be read on.
bool TraceTable::next_record() {
    while (!scanner_.next(record_)) {
        if (!stream_.next()) {
            if (!stream_.problem().empty()) {
                error("the file " + stream_.problem());
            }
            return false;
        }
        text_ = stream_.block();
        fingerprint_.bytes(text_);
        scanner_ = CsvScanner{text_, style_.csv, scanner_.line()};
    }
    return true;
}

void TraceTable::read_header() {
    if (!next_record() || record_.blank()) {
        if (!stream_.problem().empty()) {
            return;
        }
        error(fmt::format("the first line must be a header with at least {}", needed_columns()));
        return;
    }
    if (std::none_of(record_.fields.begin(), record_.fields.end(),
                     [this](const CsvField& field) { return is_known(field); })) {
        const std::string found = record_.fields.empty()
                                      ? ""
                                      : fmt::format(", found `{}`", first_word(record_.fields.front().text));
        errors_.at(
            text_, {},
            fmt::format("the first line must be a header with at least {}{}", needed_columns(), found));
        return;
    }
    errors_.show_lines();
    if (record_.fault) {
        errors_.at(text_, record_.fault->place, record_.fault->message);
        return;
    }
    for (std::size_t position = 0; position < record_.fields.size(); ++position) {
        name_column(record_.fields[position], position);
    }
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        if (columns_[column].required && !positions_[column]) {
            errors_.at(text_, {}, fmt::format("the column `{}` is missing", columns_[column].name));
        }
    }
    width_ = errors_.count() == 0 ? record_.fields.size() : 0;
}

bool TraceTable::is_known(const CsvField& field) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const TraceColumn& column) { return column.name == field.text; });
}

std::string TraceTable::needed_columns() const {
    std::string names;
    for (const TraceColumn& column : columns_) {
        if (column.required) {
            names += names.empty() ? "" : std::string{style_.csv.separator};
            names += column.name;
        }
    }
    return names;
}

void TraceTable::name_column(const CsvField& field, std::size_t position) {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const TraceColumn& column) { return column.name == field.text; });
    if (found == columns_.end() && style_.other_columns) {
        return;
    }
    if (found == columns_.end()) {
        std::vector<std::string> known;
        for (const TraceColumn& column : columns_) {
            known.emplace_back(column.name);
        }
        error(field,
              fmt::format("unknown column `{}`{}", shown(field.text), did_you_mean(field.text, known)));
        return;
    }
    std::optional<std::size_t>& place = positions_[static_cast<std::size_t>(found - columns_.begin())];
    if (place) {
        error(field, fmt::format("the column `{}` stands twice", field.text));
    }
    place = position;
}

bool TraceTable::next() {
    std::optional<int> blank;  // its line
    while (width_ > 0 && next_record()) {
        if (record_.blank()) {
            blank = blank.value_or(record_.end.line);
            continue;
        }
        if (blank) {
            errors_.line(*blank, "a blank line between rows");
            blank.reset();
        }
        ++rows_;
        if (well_formed()) {
            return true;
        }
    }
    return false;
}

bool TraceTable::well_formed() {
    if (record_.fault) {
        errors_.at(text_, record_.fault->place, record_.fault->message);
        return false;
    }
    const std::size_t found = record_.fields.size();
    if (found > width_) {
        error(record_.fields[width_],
              fmt::format("too many fields: {} where the header has {} ({})", found, width_,
                          style_.csv.quotes ? "a text with a comma needs quotes"
                                            : "leave out columns whose text may have the separator in it"));
    } else if (found < width_) {
        errors_.at(text_, record_.end,
                   fmt::format("too few fields: {} where the header has {}", found, width_));
    }
    return found == width_;
}

const CsvField* TraceTable::cell(std::size_t column) const {
    const std::optional<std::size_t> position = positions_[column];
    return position && !record_.fields[*position].text.empty() ? &record_.fields[*position] : nullptr;
}

const CsvField* TraceTable::required_cell(std::size_t column) {
    const CsvField* const found = cell(column);
    if (!found) {
        error(record_.fields[*positions_[column]],
              fmt::format("`{}` must have a value in every row", columns_[column].name));
    }
    return found;
}

std::optional<double> TraceTable::number(std::size_t column, const NumberRule& rule) {
    return parse(cell(column), column, rule);
}

std::optional<double> TraceTable::required_number(std::size_t column, const NumberRule& rule) {
    return parse(required_cell(column), column, rule);
}

std::optional<double> TraceTable::parse(const CsvField* field, std::size_t column, const NumberRule& rule) {
    if (!field) {
        return std::nullopt;
    }
    const std::optional<double> value = parse_number(field->text);
    const bool in_range =
        value && *value <= rule.high && (rule.low_allowed ? *value >= rule.low : *value > rule.low);
    if (!in_range || (rule.whole && *value != std::floor(*value))) {
        wrong(column, rule.expected);
        return std::nullopt;
    }
    return value;
}

void TraceTable::wrong(std::size_t column, std::string_view expected) {
    const CsvField& field = record_.fields[*positions_[column]];
    error(field,
          fmt::format("`{}` must be {}, found `{}`", columns_[column].name, expected, shown(field.text)));
}

void TraceTable::error(const CsvField& field, std::string message) {
    errors_.at(text_, field.place, std::move(message));
}

std::optional<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole_text = error == std::errc{} && end == text.data() + text.size();
    return whole_text && std::isfinite(value) ? std::optional{value} : std::nullopt;
}

std::string first_word(std::string_view text) { return shown(text.substr(0, text.find_first_of(" \t"))); }

std::string shown(std::string_view text) {
    std::size_t length = std::min(text.size(), longest_shown);
    while (length < text.size() && length > 0 && continues_character(text[length])) {
        --length;
    }
    return printable(text.substr(0, length)) + (length < text.size() ? "…" : "");
}

}  // namespace trainyard
