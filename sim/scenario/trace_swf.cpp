// The Standard Workload Format of the Parallel Workloads Archive (Feitelson, Tsafrir and Krakov,
// "Experience with using the Parallel Workloads Archive", JPDC 74, 2014): 18 numbers a line, -1 for what is
// not known, comments behind `;`. Processors count as GPUs.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr std::size_t fields = 18;
enum Field : std::size_t { submit = 1, wait = 2, run = 3, processors = 4, asked = 7, status = 10, user = 11 };

constexpr std::array<std::string_view, fields> names{
    "job number", "submit time",   "wait time",  "run time",       "allocated processors",
    "CPU time",   "used memory",   "processors", "requested time", "requested memory",
    "status",     "user",          "group",      "executable",     "queue",
    "partition",  "preceding job", "think time"};

class Swf {
public:
    Swf(const TraceSource& source, TraceTaker& taker)
        : stream_{source.path, false, source.most_bytes}, taker_{taker} {}

    void read() {
        while (!is_hopeless() && stream_.next()) {
            text_ = stream_.block();
            fingerprint_.bytes(text_);
            for (std::size_t at = 0; at < text_.size() && !is_hopeless();) {
                ++line_;
                const std::size_t end = std::min(text_.find('\n', at), text_.size());
                place_ = {line_, at, at};
                read_line(text_.substr(at, end - at));
                at = end + 1;
            }
        }
        if (!stream_.problem().empty()) {
            errors_.whole_file("the file " + stream_.problem());
        }
        finish();
    }

private:
    // What begins with a line of something else is no such log: one complaint is enough.
    bool is_hopeless() const { return rows_ == 0 && errors_.count() > 0; }

    void read_line(std::string_view line) {
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos) {
            return;
        }
        if (line[first] == ';') {
            read_comment(line.substr(first));
        } else if (split(line)) {
            ++rows_;
            errors_.show_lines();
            read_job();
        }
    }

    // "; UnixStartTime: 749458803" says what second 0 is.
    void read_comment(std::string_view line) {
        constexpr std::string_view key = "UnixStartTime:";
        const std::size_t at = line.find(key);
        if (at == std::string_view::npos) {
            return;
        }
        line.remove_prefix(at + key.size());
        const std::size_t from = line.find_first_not_of(" \t");
        if (from == std::string_view::npos) {
            return;
        }
        const auto start = parse_number(line.substr(from, line.find_first_of(" \t\r", from) - from));
        if (start && *start > 0 && *start <= most_seconds) {
            taker_.scan.second_0_unix_s = *start;
        }
    }

    // The numbers of the line, or an error.
    bool split(std::string_view line) {
        std::size_t count = 0;
        for (std::size_t at = line.find_first_not_of(" \t\r"); at != std::string_view::npos;) {
            const std::size_t end = std::min(line.find_first_of(" \t\r", at), line.size());
            const auto number = parse_number(line.substr(at, end - at));
            if (!number) {
                error(at, fmt::format("`{}` must be a number, found `{}`", names[std::min(count, fields - 1)],
                                      shown(line.substr(at, end - at))));
                return false;
            }
            if (count < fields) {
                values_[count] = *number;
                columns_[count] = at;
            }
            ++count;
            at = line.find_first_not_of(" \t\r", end);
        }
        if (count != fields) {
            error(0, fmt::format("a line must have {} numbers, found {}", fields, count));
        }
        return count == fields;
    }

    void read_job() {
        if (values_[submit] < 0 || values_[submit] > most_seconds) {
            wrong(submit, "a number of seconds from 0 to 1e10");
            return;
        }
        if (values_[submit] < last_submit_) {
            wrong(submit, fmt::format("at or after the {} of the line before: the clock goes backwards",
                                      last_submit_));
            return;
        }
        last_submit_ = values_[submit];
        const double gpus = values_[processors] > 0 ? values_[processors] : values_[asked];
        if (gpus > gpu_count.high || (gpus > 0 && gpus != static_cast<double>(static_cast<int>(gpus)))) {
            wrong(values_[processors] > 0 ? processors : asked, gpu_count.expected);
            return;
        }
        if (values_[run] > most_seconds || values_[wait] > most_seconds) {
            wrong(values_[run] > most_seconds ? run : wait, "a number of seconds, at most 1e10");
            return;
        }
        take(gpus);
    }

    void take(double gpus) {
        const auto ended = end_of_job();
        if (gpus <= 0) {
            taker_.drop("the number of processors is not known", line_);
        } else if (values_[run] < 0) {
            taker_.drop("the run time is not known", line_);
        } else if (values_[run] == 0) {
            taker_.drop("the job never ran", line_);
        } else if (values_[status] >= 2 && values_[status] <= 4) {
            taker_.drop("part of a job that was restarted, whose own line counts", line_);
        } else {
            TraceRow row;
            row.submit_s = values_[submit];
            row.gpus = Gpus{static_cast<std::int32_t>(gpus)};
            row.work_gpu_s = gpus * values_[run];
            row.ended = ended;
            if (values_[wait] >= 0) {
                row.start_s = values_[submit] + values_[wait];
                row.end_s = *row.start_s + values_[run];
            }
            if (values_[user] >= 0) {
                row.team = fmt::format("user-{}", values_[user]);
            }
            row.line = line_;
            ++jobs_;
            taker_.job(std::move(row));
        }
    }

    std::optional<LoggedEnd> end_of_job() const {
        if (values_[status] == 1) {
            return LoggedEnd::completed;
        }
        if (values_[status] == 0) {
            return LoggedEnd::failed;
        }
        return values_[status] == 5 ? std::optional{LoggedEnd::cancelled} : std::nullopt;
    }

    void error(std::size_t column, std::string message) {
        CsvPlace place = place_;
        place.at += column;
        errors_.at(text_, place, std::move(message));
    }

    void wrong(Field field, std::string_view expected) {
        error(columns_[field],
              fmt::format("`{}` must be {}, found `{}`", names[field], expected, values_[field]));
    }

    void finish() {
        if (jobs_ == 0 && errors_.count() == 0) {
            errors_.whole_file("there is no job in the file");
        }
        taker_.note("processors count as GPUs, each as fast as the reference");
        taker_.scan.errors = errors_.list();
        taker_.scan.lines = rows_;
        taker_.scan.fingerprint = fingerprint_.hex();
    }

    PackedStream stream_;
    TraceTaker& taker_;
    TraceErrors errors_;
    Fingerprint fingerprint_;
    std::string_view text_;  // the block that is being read
    CsvPlace place_;         // of the line
    int line_ = 0;
    std::int64_t rows_ = 0;
    std::int64_t jobs_ = 0;
    std::array<double, fields> values_{};
    std::array<std::size_t, fields> columns_{};  // where in the line they begin
    double last_submit_ = 0;
};

}  // namespace

void read_swf_trace(const TraceSource& source, TraceTaker& taker) { Swf{source, taker}.read(); }

}  // namespace trainyard
