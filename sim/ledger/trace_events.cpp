#include "sim/ledger/trace_events.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "sim/ledger/accounts.hpp"

namespace trainyard {
namespace {

constexpr std::int64_t us_per_s = 1'000'000;

// Names of chrome://tracing's palette; Perfetto colours by the name of the event instead.
const char* colour_of(GpuState state) {
    static constexpr std::array<const char*, gpu_state_count> colours{
        "thread_state_running",  // compute: green
        "terrible",              // rework: red
        "yellow",                // checkpoint
        "olive",                 // restore
        "rail_load",             // load
        "startup",               // boot
        "rail_response",         // setup
        "rail_animation",        // linger
        "grey",                  // idle
        "white",                 // stranded
        "black",                 // down
    };
    return colours.at(index_of(state));
}

}  // namespace

void EventWriter::separate() {
    if (!out_.empty()) {
        out_ += ",\n";
    }
}

// By hand: a run may have a million phases, and a format string is read anew for each.
void EventWriter::append(std::string_view text, std::int64_t number) {
    const fmt::format_int digits{number};
    out_ += text;
    out_.append(digits.data(), digits.size());
}

void EventWriter::phase(EventRow row, const Segment& segment, std::string_view args) {
    separate();
    out_ += R"({"name":")";
    out_ += name_of(segment.state);
    append(R"(","ph":"X","pid":)", row.process);
    append(R"(,"tid":)", row.thread);
    append(R"(,"ts":)", second_of(segment.from) * us_per_s);
    append(R"(,"dur":)", (segment.to - segment.from).count() * us_per_s);
    out_ += R"(,"cname":")";
    out_ += colour_of(segment.state);
    out_ += R"(","args":{)";
    out_ += args;
    out_ += "}}";
}

void EventWriter::instant(EventRow row, SimTime when, std::string_view name, std::string_view args) {
    separate();
    fmt::format_to(std::back_inserter(out_),
                   R"({{"name":"{}","ph":"i","s":"t","pid":{},"tid":{},"ts":{},"args":{{{}}}}})", name,
                   row.process, row.thread, second_of(when) * us_per_s, args);
}

void EventWriter::name_process(std::int64_t process, std::string_view name) {
    separate();
    fmt::format_to(std::back_inserter(out_),
                   R"({{"name":"process_name","ph":"M","pid":{0},"args":{{"name":{1}}}}},)"
                   "\n"
                   R"({{"name":"process_sort_index","ph":"M","pid":{0},"args":{{"sort_index":{0}}}}})",
                   process, json_text(name));
}

void EventWriter::name_thread(EventRow row, std::string_view name) {
    separate();
    fmt::format_to(
        std::back_inserter(out_),
        R"({{"name":"thread_name","ph":"M","pid":{0},"tid":{1},"args":{{"name":{2}}}}},)"
        "\n"
        R"({{"name":"thread_sort_index","ph":"M","pid":{0},"tid":{1},"args":{{"sort_index":{1}}}}})",
        row.process, row.thread, json_text(name));
}

std::string json_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fmt::format_to(std::back_inserter(quoted), "\\u{:04x}", static_cast<unsigned>(c));
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

}  // namespace trainyard
