// How far a batch has come, on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace trainyard {

// Says nothing for work under two seconds. On a terminal then one line that is redrawn, elsewhere a
// line each ten seconds.
class Progress {
public:
    enum class Style { none, redrawn, lines };
    using Clock = std::chrono::steady_clock;

    Progress(Style style, std::size_t runs) : style_{style}, runs_{runs} {}
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void one_done() { ++done_; }
    void tick();
    // Takes a redrawn line away, so that something else can be printed.
    void clear();

private:
    Style style_;
    std::size_t runs_;
    std::size_t done_ = 0;
    Clock::time_point began_ = Clock::now();
    Clock::time_point last_ = began_;
    bool drawn_ = false;
};

// The same for a study that runs elsewhere, which is looked at now and then.
class LaunchProgress {
public:
    explicit LaunchProgress(Progress::Style style) : style_{style} {}
    ~LaunchProgress() { clear(); }
    LaunchProgress(const LaunchProgress&) = delete;
    LaunchProgress& operator=(const LaunchProgress&) = delete;

    void show(std::size_t done, std::size_t runs, const std::string& more);
    void clear();

private:
    Progress::Style style_;
    Progress::Clock::time_point last_{};
    bool drawn_ = false;
};

// "[######----]  60 % · 63 of 105 runs · 12.5 runs/s · 3 s left"; pure.
std::string progress_line(std::size_t done, std::size_t runs, double elapsed_s);

// The style that fits standard error.
Progress::Style progress_style(bool quiet);

}  // namespace trainyard
