// Many pieces of work in forked children, a few at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>

#include "analysis/runs/child_process.hpp"

namespace trainyard {

struct PieceOfWork {
    std::size_t number = 0;  // for the caller
    ChildWork work;
};

// On a stop signal: kill what is under way, or let it end.
enum class OnStop { kill, finish };

struct PoolLimits {
    std::size_t children = 1;                          // at most so many at once
    std::optional<std::chrono::milliseconds> timeout;  // of each; who takes longer is killed: a Crash
    OnStop on_stop = OnStop::kill;
};

// Asked for when a child may begin; nothing: there is no more. Not asked after a stop signal.
using NextPiece = std::function<std::optional<PieceOfWork>()>;
// Called in the parent, in the order in which the children end.
using PieceEnded = std::function<void(std::size_t number, ChildEnd)>;

// Until all pieces have ended; true: a stop signal came before. Throws std::system_error when no
// process can be made, and what the callbacks throw; no child is left then.
bool run_in_children(const PoolLimits& limits, const NextPiece& next, const PieceEnded& ended,
                     StopSignals& stop, const Tick& tick);

}  // namespace trainyard
