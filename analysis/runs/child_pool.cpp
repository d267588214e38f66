#include "analysis/runs/child_pool.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <cerrno>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

namespace trainyard {
namespace {

using Clock = std::chrono::steady_clock;

class WorkingChildren {
public:
    WorkingChildren(const PoolLimits& limits, const NextPiece& next, const PieceEnded& ended,
                    StopSignals& stop, const Tick& tick)
        : limits_{limits}, next_{next}, ended_{ended}, stop_{stop}, tick_{tick} {}

    bool run() {
        bool stopped = stop_.arrived();
        while (true) {
            if (!stopped) {
                fill();
            }
            if (working_.empty()) {
                return stopped;
            }
            wait();
            tick_();
            if (stop_.arrived() && !stopped) {  // asked always: a second signal must not wait there
                stopped = true;
                if (limits_.on_stop == OnStop::kill) {
                    abandon();
                }
            }
            end_late_ones();
        }
    }

private:
    struct Working {
        Working(std::size_t of, Child working, Clock::time_point when)
            : number{of}, child{std::move(working)}, began{when} {}
        std::size_t number;
        Child child;
        Clock::time_point began;
        bool late = false;
    };

    void fill() {
        while (!no_more_ && working_.size() < limits_.children) {
            auto piece = next_();
            if (!piece) {
                no_more_ = true;
                return;
            }
            working_.push_back(std::make_unique<Working>(piece->number, Child{piece->work}, Clock::now()));
        }
    }

    // Until a child has something to say, a signal comes, or a tick is due.
    void wait() {
        constexpr int tick_ms = 100;
        waiting_.clear();
        for (const auto& each : working_) {
            waiting_.push_back({each->child.descriptor(), POLLIN, 0});
        }
        waiting_.push_back({stop_.descriptor(), POLLIN, 0});
        if (poll(waiting_.data(), waiting_.size(), tick_ms) < 0) {
            if (errno != EINTR) {
                throw std::system_error{errno, std::generic_category(), "poll"};
            }
            return;
        }
        for (std::size_t i = waiting_.size() - 1; i-- > 0;) {
            if (waiting_[i].revents != 0 && !working_[i]->child.take()) {
                settle(i);
            }
        }
    }

    void settle(std::size_t position) {
        const std::unique_ptr<Working> done = std::move(working_[position]);
        working_.erase(working_.begin() + static_cast<std::ptrdiff_t>(position));
        ChildEnd end = done->child.end();
        if (done->late) {
            end = Crash{fmt::format("killed: it ran longer than {} s",
                                    std::chrono::duration<double>(*limits_.timeout).count())};
        }
        ended_(done->number, std::move(end));
    }

    void end_late_ones() {
        if (!limits_.timeout) {
            return;
        }
        for (const auto& each : working_) {
            if (!each->late && Clock::now() - each->began > *limits_.timeout) {
                each->late = true;
                each->child.kill();  // its end is met when its pipe closes
            }
        }
    }

    void abandon() {
        for (const auto& each : std::exchange(working_, {})) {
            ended_(each->number, Stopped{});
        }
    }

    const PoolLimits& limits_;
    const NextPiece& next_;
    const PieceEnded& ended_;
    StopSignals& stop_;
    const Tick& tick_;
    std::vector<std::unique_ptr<Working>> working_;
    std::vector<pollfd> waiting_;
    bool no_more_ = false;
};

}  // namespace

bool run_in_children(const PoolLimits& limits, const NextPiece& next, const PieceEnded& ended,
                     StopSignals& stop, const Tick& tick) {
    return WorkingChildren{limits, next, ended, stop, tick}.run();
}

}  // namespace trainyard
