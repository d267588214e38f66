#include "analysis/runs/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using namespace std::chrono_literals;

// What is left, judged by what the runs so far have taken.
std::string time_left(Progress::Clock::duration elapsed, std::size_t done, std::size_t runs) {
    if (done == 0) {
        return "";
    }
    const double seconds = std::chrono::duration<double>(elapsed).count();
    const double left = seconds / static_cast<double>(done) * static_cast<double>(runs - done);
    return ", about " + readable_duration(left < 1 ? 1 : static_cast<double>(static_cast<long>(left))) +
           " left";
}

}  // namespace

void Progress::now_running(std::size_t done, std::string what) {
    done_ = done;
    what_ = std::move(what);
    tick();
}

void Progress::tick() {
    const Clock::time_point now = Clock::now();
    const Clock::duration pause = style_ == Style::redrawn ? Clock::duration{200ms} : Clock::duration{10s};
    if (style_ == Style::none || now - began_ < 2s || now - last_ < pause) {
        return;
    }
    last_ = now;
    const std::string line = fmt::format("{} of {} runs done{}; now {}", done_, runs_,
                                         time_left(now - began_, done_, runs_), what_);
    if (style_ == Style::redrawn) {
        fmt::print(stderr, "\r\x1b[K{}", shortened(line, 79));
        std::fflush(stderr);
        drawn_ = true;
    } else {
        fmt::print(stderr, "{}\n", line);
    }
}

void Progress::clear() {
    if (drawn_) {
        fmt::print(stderr, "\r\x1b[K");
        std::fflush(stderr);
        drawn_ = false;
    }
}

Progress::Style progress_style(bool quiet) {
    if (quiet) {
        return Progress::Style::none;
    }
    return isatty(STDERR_FILENO) != 0 ? Progress::Style::redrawn : Progress::Style::lines;
}

}  // namespace trainyard
