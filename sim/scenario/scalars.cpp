// Single values: numbers with units, prices, dates, words, names.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "sim/core/printable.hpp"
#include "sim/scenario/block.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {

namespace {

constexpr std::size_t longest_name = 100;  // bytes

// A quoted number is still a number here: quotes are sometimes needed, and every key has one type.
std::optional<Measure> read_measure_at(const Value& value, Context& context) {
    if (!value.node->is_scalar()) {
        complain_of_form(context, value);
        return std::nullopt;
    }
    Measure measure = read_measure(value.node->text, value.quantity);
    if (!measure.problem.empty()) {
        const bool no_number = measure.problem.starts_with("expected") && measure.number.digits.empty();
        no_number ? complain_of_form(context, value) : complain(context, value, measure.problem);
        return std::nullopt;
    }
    if (!contains(value.range, measure.value())) {
        complain(context, value,
                 fmt::format("{}, found `{}`", violated(value.range, measure.value(), value.quantity),
                             shortened(value.node->text)));
        return std::nullopt;
    }
    return measure;
}

// Billionths of a dollar. What nobody pays is a slip of the pen, and would overflow.
std::optional<std::int64_t> nano_usd(const Measure& measure, const Value& value, int places,
                                     Context& context) {
    constexpr double most_per_unit = 1e6;
    if (!has_at_most_decimals(measure.number, places)) {
        complain(
            context, value,
            fmt::format("at most {} decimals of a dollar, found `{}`", places, shortened(value.node->text)));
        return std::nullopt;
    }
    if (places == 9 && std::abs(measure.number.value) > most_per_unit) {
        complain(
            context, value,
            fmt::format("a price is at most 1000000 USD a unit, found `{}`", shortened(value.node->text)));
        return std::nullopt;
    }
    return fixed_point(measure.number, places);
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    int number = 0;
    if (text.size() < from + count) {
        return std::nullopt;
    }
    const char* begin = text.data() + from;
    const auto result = std::from_chars(begin, begin + count, number);
    const bool all = std::all_of(begin, begin + count, [](char c) { return c >= '0' && c <= '9'; });
    return all && result.ec == std::errc{} ? std::optional{number} : std::nullopt;
}

// `2026-01-05` or `2026-01-05T08:30:00Z`.
std::optional<std::int64_t> unix_seconds(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    const std::int64_t midnight =
        std::chrono::sys_days{date}.time_since_epoch().count() * std::int64_t{86400};
    if (text.size() == 10) {
        return midnight;
    }
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto second = digits(text, 17, 2);
    const bool punctuated = text.size() == 20 && (text[10] == 'T' || text[10] == ' ') && text[13] == ':' &&
                            text[16] == ':' && text[19] == 'Z';
    if (!punctuated || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return midnight + *hour * 3600 + *minute * 60 + *second;
}

}  // namespace

std::optional<double> read_number(const Value& value, Context& context) {
    const auto measure = read_measure_at(value, context);
    return measure ? std::optional{measure->value()} : std::nullopt;
}

std::optional<std::int64_t> read_whole(const Value& value, Context& context) {
    const auto measure = read_measure_at(value, context);
    if (!measure) {
        return std::nullopt;
    }
    const auto whole = fixed_point(measure->number, 0);
    if (!whole) {
        complain(context, value,
                 fmt::format("expected a whole number, found `{}`", shortened(value.node->text)));
    }
    return whole;
}

std::optional<int> read_count(const Value& value, Context& context) {
    const auto whole = read_whole(value, context);
    return whole ? std::optional{static_cast<int>(*whole)} : std::nullopt;
}

std::optional<Seconds> read_seconds(const Value& value, Context& context) {
    const auto seconds = read_number(value, context);
    return seconds ? std::optional{whole_seconds(*seconds)} : std::nullopt;
}

std::optional<bool> read_flag(const Value& value, Context& context) {
    if (value.is_word("true") || value.is_word("false")) {
        return value.is_word("true");
    }
    complain_of_form(context, value);
    return std::nullopt;
}

std::optional<std::string> read_text(const Value& value, Context& context) {
    if (!value.node->is_scalar()) {
        complain_of_form(context, value);
        return std::nullopt;
    }
    if (!is_plain_text(value.node->text)) {
        complain(context, value,
                 fmt::format("`{}` has a control character, which is no text", shortened(value.node->text)));
        return std::nullopt;
    }
    return value.node->text;
}

std::optional<std::int64_t> read_date(const Value& value, Context& context) {
    const auto seconds = value.node->is_scalar() ? unix_seconds(value.node->text) : std::nullopt;
    if (!seconds) {
        complain(context, value,
                 fmt::format("expected a date such as `2026-01-05` (or `2026-01-05T08:00:00Z`), "
                             "found {}",
                             described(*value.node)));
    }
    return seconds;
}

std::optional<std::size_t> read_word(const Value& value, Context& context) {
    const std::vector<std::string> known = split_words(value.key->options);
    const auto at = std::find(known.begin(), known.end(), value.node->text);
    if (value.node->is_scalar() && at != known.end()) {
        return static_cast<std::size_t>(at - known.begin());
    }
    const auto near = value.node->is_scalar() ? nearest(value.node->text, known) : std::nullopt;
    if (near) {
        complain(context, value,
                 fmt::format("expected {}, found {}; did you mean `{}`?",
                             expected_at(*value.key, value.quantity), described(*value.node), *near));
    } else {
        complain_of_form(context, value);
    }
    return std::nullopt;
}

std::optional<Price> read_price(const Value& value, int gpus, Context& context) {
    const auto measure = read_measure_at(value, context);
    const auto nano = measure ? nano_usd(*measure, value, 9, context) : std::nullopt;
    if (!nano) {
        return std::nullopt;
    }
    const bool per_gpu = measure->unit->name.starts_with("USD/gpu");
    return Price{*nano * (per_gpu ? gpus : 1), measure->unit->per};
}

std::optional<Money> read_money(const Value& value, Context& context) {
    const auto measure = read_measure_at(value, context);
    const auto micro = measure ? nano_usd(*measure, value, 6, context) : std::nullopt;
    return micro ? std::optional{Money::micro_usd(*micro)} : std::nullopt;
}

std::optional<std::int64_t> read_scaled(const Value& value, int places, Context& context) {
    const auto number = read_number(value, context);
    return number ? std::optional{round_half_up(*number * std::pow(10, places))} : std::nullopt;
}

std::optional<std::size_t> find_name(const Value& value, std::string_view sort, const std::string& name,
                                     Place place, Context& context) {
    const Names& names = context.declared.find(sort)->second;
    const auto found = names.find(name);
    if (found != names.end()) {
        return found->second;
    }
    std::vector<std::string> known;
    if (names.size() <= most_compared && !context.report.full()) {
        for (const auto& [each, position] : names) {
            known.push_back(each);
        }
    }
    context.report.error(
        place, value.path,
        fmt::format("there is no {} named `{}`{}", sort, shortened(name), did_you_mean(name, known)));
    return std::nullopt;
}

std::optional<std::size_t> read_reference(const Value& value, Context& context) {
    if (!value.node->is_scalar()) {
        complain_of_form(context, value);
        return std::nullopt;
    }
    return find_name(value, value.key->names, value.node->text, value.node->place, context);
}

// `*` is for patterns of paths, `=` ends the path of --set, `;` joins names in results.
bool check_name(const std::string& name, Place place, const std::string& path, Context& context) {
    const bool blank_end = name.empty() || name.front() == ' ' || name.back() == ' ';
    const bool bad = name.find_first_of("*=;,\"[]{}\n\t") != std::string::npos || !is_plain_text(name);
    if (blank_end || bad || name.size() > longest_name || name.front() == '.' || name.back() == '.') {
        context.report.error(
            place, path,
            fmt::format("`{}` cannot be a name: 1 to {} characters, none of * = ; , \" [ ] {{ }}, "
                        "no blank or dot at its ends",
                        shortened(name), longest_name));
        return false;
    }
    return true;
}

}  // namespace trainyard
