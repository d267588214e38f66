// Files of `{empirical: FILE}`: one column of numbers under the name of their unit.
#include <fmt/format.h>

#include <algorithm>

#include "sim/core/fingerprint.hpp"
#include "sim/scenario/trace_reader.hpp"
#include "sim/scenario/trace_table.hpp"

namespace trainyard {
namespace {

// One line that must hold one field; adds what is wrong with it.
class OneColumn {
public:
    OneColumn(std::string_view text, TraceErrors& errors) : text_{text}, scanner_{text}, errors_{errors} {}

    // The next field; null at the end of the text. A bad line is an error and is skipped.
    const CsvField* next() {
        std::optional<CsvPlace> blank;
        while (scanner_.next(record_)) {
            if (record_.blank()) {
                blank = blank.value_or(record_.end);
                continue;
            }
            if (blank) {
                errors_.at(text_, *blank, "a blank line between values");
                blank.reset();
            }
            if (record_.fault) {
                errors_.at(text_, record_.fault->place, record_.fault->message);
            } else if (record_.fields.size() > 1) {
                errors_.at(text_, record_.fields[1].place, "a second column; only one is expected");
            } else {
                return &record_.fields.front();
            }
        }
        return nullptr;
    }

private:
    std::string_view text_;
    CsvScanner scanner_;
    TraceErrors& errors_;
    CsvRecord record_;
};

// Short, and of the characters that units are made of.
bool may_be_unit(std::string_view text) {
    constexpr std::size_t longest = 12;
    return text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '-' || c == '%' ||
                      c == ' ';
           });
}

void read_values(std::string_view text, EmpiricalFile& file, TraceErrors& errors) {
    OneColumn column{text, errors};
    const CsvField* const header = column.next();
    if (!header || parse_number(header->text)) {
        if (errors.count() == 0) {
            errors.at(text, {}, "the first line must name the unit of the values below, like gpu-h or min");
        }
        return;
    }
    if (!may_be_unit(header->text)) {
        errors.at(text, header->place,
                  fmt::format(
                      "the first line must name the unit of the values below, like gpu-h or min, found `{}`",
                      first_word(header->text)));
        return;
    }
    errors.show_lines();
    file.unit = header->text;
    while (const CsvField* const field = column.next()) {
        const std::optional<double> value = parse_number(field->text);
        if (value && *value >= 0) {
            file.values.push_back(*value);
        } else {
            errors.at(text, field->place,
                      fmt::format("a value must be a number, at least 0, found `{}`", shown(field->text)));
        }
    }
    if (file.values.empty() && errors.count() == 0) {
        errors.whole_file("the file has a header but no values");
    }
}

}  // namespace

EmpiricalFile read_empirical(const std::string& path) {
    EmpiricalFile file;
    TraceErrors errors;
    const PackedText packed = read_packed_text(path);
    if (packed.text) {
        read_values(*packed.text, file, errors);
        file.fingerprint = fingerprint_of(*packed.text);
    } else {
        errors.whole_file("the file " + packed.problem);
    }
    file.errors = errors.list();
    return file;
}

}  // namespace trainyard
