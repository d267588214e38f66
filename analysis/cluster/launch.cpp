#include "analysis/cluster/launch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// Shared file systems show what another machine has written after a few seconds only.
constexpr milliseconds until_seen = 5s;
constexpr milliseconds longest_pause = 15s;

class Launch {
public:
    Launch(SlurmJob job, const LaunchHooks& hooks, int resubmissions)
        : job_{std::move(job)}, hooks_{hooks}, left_{resubmissions} {}

    LaunchEnd run() {
        StudyState state = hooks_.look();
        std::optional<SlurmId> id = state.unfinished.empty() ? std::nullopt : queued_before();
        while (!state.unfinished.empty()) {
            if (!id && !(id = submit(state))) {
                return LaunchEnd::refused;
            }
            const auto last = follow(*id);
            if (!last) {
                say_how_to_return(*id);
                return LaunchEnd::stopped;
            }
            state = hooks_.look();
            if (!state.unfinished.empty() && (last->ended.contains("CANCELLED") || left_-- == 0)) {
                give_up(state, *last);
                return LaunchEnd::unfinished;
            }
            id.reset();
        }
        return LaunchEnd::finished;
    }

private:
    std::optional<SlurmId> queued_before() const {
        auto id = hooks_.slurm.queued_from(job_.folder);
        if (id) {
            hooks_.say(
                fmt::format("job {} of this folder is still in the queue: following it", id->number()));
        }
        return id;
    }

    std::optional<SlurmId> submit(const StudyState& state) {
        job_.only = state.unfinished;
        const auto id = hooks_.slurm.submit(job_);
        if (const auto* refusal = std::get_if<Refusal>(&id)) {
            hooks_.complain(refusal->text);
            return std::nullopt;
        }
        hooks_.say(fmt::format("submitted {} {} as job {}", job_.only.size() == 1 ? "shard" : "shards",
                               index_ranges(job_.only), std::get<SlurmId>(id).number()));
        return std::get<SlurmId>(id);
    }

    // Until none of its tasks is in the queue any more: how they ended. Absent: told to stop before.
    std::optional<SlurmQueue> follow(const SlurmId& id) {
        milliseconds pause = 1s;
        do {
            const auto answer = hooks_.slurm.queue(id);
            const StudyState state = hooks_.look();
            if (const auto* refusal = std::get_if<Refusal>(&answer)) {
                if (state.unfinished.empty()) {
                    return SlurmQueue{};
                }
                say_once(refusal->text + "\n  asking again until Slurm answers");
                continue;
            }
            const auto& queue = std::get<SlurmQueue>(answer);
            hooks_.progress(state, queue.words());
            if (queue.empty()) {
                const bool stopped = !state.unfinished.empty() && hooks_.pause(until_seen);
                return stopped ? std::nullopt : std::optional{queue};
            }
            if (state.unfinished.empty() && queue.pending + queue.held > 0) {
                hooks_.slurm.cancel_waiting(id);  // they would find nothing to do
            } else if (queue.held > 0) {
                say_once(fmt::format("job {}: {}; to let them run: scontrol release {}", id.number(),
                                     queue.words(), id.number()));
            }
        } while (!hooks_.pause(std::exchange(pause, std::min<milliseconds>(pause * 3 / 2, longest_pause))));
        return std::nullopt;
    }

    // What has just been said is not said again.
    void say_once(const std::string& line) {
        if (line != said_) {
            hooks_.say(line);
            said_ = line;
        }
    }

    void say_how_to_return(const SlurmId& id) const {
        const std::string folder = printable(job_.folder.string());
        hooks_.say(
            fmt::format("job {} goes on by itself. How far it is: trainyard status {}\n"
                        "the same command again follows it; `{}` ends it, and what is done stays",
                        id.number(), folder, cancel_command(id)));
    }

    void give_up(const StudyState& state, const SlurmQueue& last) const {
        const std::string how = last.ended_badly();
        hooks_.complain(fmt::format("shards {} are unfinished{}; what they said: {}",
                                    index_ranges(state.unfinished),
                                    how.empty() ? "" : " (Slurm says: " + how + ")",
                                    printable((job_.folder / slurm_log_folder).string())));
    }

    SlurmJob job_;
    const LaunchHooks& hooks_;
    int left_;
    std::string said_;
};

}  // namespace

LaunchEnd launch_on_slurm(SlurmJob job, const LaunchHooks& hooks, int resubmissions) {
    return Launch{std::move(job), hooks, resubmissions}.run();
}

}  // namespace trainyard
