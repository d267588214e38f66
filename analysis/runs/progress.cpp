#include "analysis/runs/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using namespace std::chrono_literals;

std::string bar(std::size_t done, std::size_t runs) {
    constexpr std::size_t width = 20;
    const std::size_t full = runs == 0 ? width : done * width / runs;
    return "[" + std::string(full, '#') + std::string(width - full, '-') + "]";
}

// Under ten with a decimal.
std::string rate(double runs_per_s) {
    return fmt::format("{:.{}f} runs/s", runs_per_s, runs_per_s < 9.95 ? 1 : 0);
}

// Columns of the terminal; what a line may have at most without going over into the next.
std::size_t terminal_width() {
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 10 ? size.ws_col : 80;
}

// Whether there is something to take away.
bool draw(Progress::Style style, const std::string& line) {
    const bool redrawn = style == Progress::Style::redrawn;
    fmt::print(stderr, "{}{}{}", redrawn ? "\r\x1b[K" : "",
               redrawn ? shortened(line, terminal_width() - 1) : line, redrawn ? "" : "\n");
    std::fflush(stderr);
    return redrawn;
}

void take_away(bool& drawn) {
    if (drawn) {
        fmt::print(stderr, "\r\x1b[K");
        std::fflush(stderr);
        drawn = false;
    }
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t runs, double elapsed_s) {
    std::string line = fmt::format("{} {:3} % · {} of {} runs", bar(done, runs),
                                   runs == 0 ? 100 : done * 100 / runs, done, runs);
    if (done == 0 || elapsed_s <= 0) {
        return line;
    }
    const double per_s = static_cast<double>(done) / elapsed_s;
    const double left_s = std::ceil(static_cast<double>(runs - done) / per_s);
    line += " · " + rate(per_s);
    return done == runs ? line : line + " · " + readable_duration(left_s) + " left";
}

void Progress::tick() {
    const Clock::time_point now = Clock::now();
    const Clock::duration pause = style_ == Style::redrawn ? Clock::duration{200ms} : Clock::duration{10s};
    if (style_ == Style::none || now - began_ < 2s || now - last_ < pause) {
        return;
    }
    last_ = now;
    const std::string line = progress_line(done_, runs_, std::chrono::duration<double>(now - began_).count());
    drawn_ = draw(style_, line);
}

void Progress::clear() { take_away(drawn_); }

void LaunchProgress::show(std::size_t done, std::size_t runs, const std::string& more) {
    const auto now = Progress::Clock::now();
    if (style_ == Progress::Style::none || (style_ == Progress::Style::lines && now - last_ < 10s)) {
        return;
    }
    last_ = now;
    drawn_ = draw(style_, progress_line(done, runs, 0) + " · " + more);
}

void LaunchProgress::clear() { take_away(drawn_); }

Progress::Style progress_style(bool quiet) {
    if (quiet) {
        return Progress::Style::none;
    }
    return isatty(STDERR_FILENO) != 0 ? Progress::Style::redrawn : Progress::Style::lines;
}

}  // namespace trainyard
