#include "sim/scenario/trace_clock.hpp"

#include <charconv>
#include <chrono>

namespace trainyard {
namespace {

// The text that is still to be read, from its front.
class Front {
public:
    explicit Front(std::string_view text) : left_{text} {}

    std::optional<int> digits(std::size_t count) {
        if (left_.size() < count) {
            return std::nullopt;
        }
        int value = 0;
        for (const char digit : left_.substr(0, count)) {
            if (digit < '0' || digit > '9') {
                return std::nullopt;
            }
            value = 10 * value + (digit - '0');
        }
        left_.remove_prefix(count);
        return value;
    }
    bool skip(char wanted) {
        const bool there = left_.starts_with(wanted);
        left_.remove_prefix(there ? 1 : 0);
        return there;
    }
    // ".25", or 0 where there is no point.
    std::optional<double> fraction() {
        if (!left_.starts_with('.')) {
            return 0;
        }
        double value = 0;
        const auto [end, error] =
            std::from_chars(left_.data(), left_.data() + left_.size(), value, std::chars_format::fixed);
        if (error != std::errc{}) {
            return std::nullopt;
        }
        left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
        return value;
    }
    bool empty() const { return left_.empty(); }

private:
    std::string_view left_;
};

std::optional<double> read_date(Front& front) {
    const auto year = front.digits(4);
    if (!year || !front.skip('-')) {
        return std::nullopt;
    }
    const auto month = front.digits(2);
    if (!month || !front.skip('-')) {
        return std::nullopt;
    }
    const auto day = front.digits(2);
    if (!day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return 86400.0 * static_cast<double>(std::chrono::sys_days{date}.time_since_epoch().count());
}

std::optional<double> read_time_of_day(Front& front) {
    const auto hour = front.digits(2);
    if (!hour || *hour > 23 || !front.skip(':')) {
        return std::nullopt;
    }
    const auto minute = front.digits(2);
    if (!minute || *minute > 59 || !front.skip(':')) {
        return std::nullopt;
    }
    const auto second = front.digits(2);
    const auto fraction = front.fraction();
    if (!second || *second > 59 || !fraction) {
        return std::nullopt;
    }
    return 3600.0 * *hour + 60.0 * *minute + *second + *fraction;
}

// "Z", "+08:00", "-0530", or nothing behind the time: what local time is ahead of UTC.
std::optional<double> read_offset(Front& front) {
    if (front.empty() || front.skip('Z')) {
        return 0;
    }
    const bool ahead = front.skip('+');
    if (!ahead && !front.skip('-')) {
        return std::nullopt;
    }
    const auto hours = front.digits(2);
    front.skip(':');
    const auto minutes = front.empty() ? std::optional{0} : front.digits(2);
    if (!hours || *hours > 14 || !minutes || *minutes > 59) {
        return std::nullopt;
    }
    return (ahead ? 1 : -1) * (3600.0 * *hours + 60.0 * *minutes);
}

// A whole number, its digits up to what is no digit.
std::optional<double> count(std::string_view text) {
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const bool fine = error == std::errc{} && end == text.data() + text.size() && value >= 0;
    return fine && text.front() != '-' ? std::optional{value} : std::nullopt;
}

}  // namespace

std::optional<double> log_time(std::string_view text) {
    Front front{text};
    const auto date = read_date(front);
    if (!date || (!front.skip(' ') && !front.skip('T'))) {
        return std::nullopt;
    }
    const auto time = read_time_of_day(front);
    const auto offset = time ? read_offset(front) : std::nullopt;
    if (!offset || !front.empty()) {
        return std::nullopt;
    }
    const double unix_s = *date + *time - *offset;
    return unix_s >= 0 && unix_s <= most_log_seconds ? std::optional{unix_s} : std::nullopt;
}

std::optional<double> elapsed_seconds(std::string_view text) {
    double days = 0;
    if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
        const auto written = count(text.substr(0, dash));
        if (!written) {
            return std::nullopt;
        }
        days = *written;
        text.remove_prefix(dash + 1);
    }
    double seconds = 0;
    int parts = 0;
    while (true) {
        const std::size_t colon = text.find(':');
        const auto part = count(text.substr(0, colon));
        if (!part || ++parts > 3 || (parts > 1 && *part >= 60)) {
            return std::nullopt;
        }
        seconds = 60 * seconds + *part;
        if (colon == std::string_view::npos) {
            break;
        }
        text.remove_prefix(colon + 1);
    }
    const double elapsed = 86400 * days + seconds;
    return parts < 2 || elapsed > most_log_seconds ? std::nullopt : std::optional{elapsed};
}

}  // namespace trainyard
