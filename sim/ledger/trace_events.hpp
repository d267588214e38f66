// Writes Chrome trace events as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/ledger/segments.hpp"

namespace trainyard {

// A row of the viewer.
struct EventRow {
    std::int64_t process = 0;
    std::int64_t thread = 0;
};

class EventWriter {
public:
    // `args`: the inside of a JSON object.
    void phase(EventRow row, const Segment& segment, std::string_view args);
    void instant(EventRow row, SimTime when, std::string_view name, std::string_view args);
    void name_process(std::int64_t process, std::string_view name);
    void name_thread(EventRow row, std::string_view name);

    std::string take() { return std::move(out_); }

private:
    void separate();
    void append(std::string_view text, std::int64_t number);

    std::string out_;
};

// A JSON string, quotes included.
std::string json_text(std::string_view text);

}  // namespace trainyard
