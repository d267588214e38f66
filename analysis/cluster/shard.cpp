#include "analysis/cluster/shard.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <system_error>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using Number = std::optional<std::size_t>;

Number parse_number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? Number{value} : std::nullopt;
}

// An array as its scheduler describes it; absent variables are those that it does not have.
struct Scheduler {
    const char* name;
    const char* index;
    const char* count;        // how many tasks there are
    const char* first;        // the lowest index
    const char* last;         // the highest index
    const char* step;         // from one index to the next
    std::size_t counts_from;  // the index of shard 0
    const char* advice;       // how to say the count
};

constexpr std::array schedulers = {
    Scheduler{"Slurm", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN",
              "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_STEP", 0, "--array=0-7 and"},
    Scheduler{"Kubernetes", "JOB_COMPLETION_INDEX", nullptr, nullptr, nullptr, nullptr, 0,
              "completions: 8 and"},
    Scheduler{"AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", nullptr, nullptr, nullptr,
              0, "an array of 8 and"},
    Scheduler{"Grid Engine", "SGE_TASK_ID", nullptr, "SGE_TASK_FIRST", "SGE_TASK_LAST", "SGE_TASK_STEPSIZE",
              1, "-t 1-8 and"},
};

class Reader {
public:
    explicit Reader(const EnvironmentLookup& environment) : environment_{environment} {}

    // Grid Engine sets its variables to "undefined" outside of arrays.
    Number number(const char* name) const {
        const auto text = name == nullptr ? std::nullopt : environment_(name);
        return text ? parse_number(*text) : std::nullopt;
    }

    std::string text(const char* name) const { return environment_(name).value_or(""); }

    // The scheduler of the first index variable that is set.
    const Scheduler* scheduler() const {
        for (const Scheduler& each : schedulers) {
            const auto text = environment_(each.index);
            if (text && *text != "undefined") {
                return &each;
            }
        }
        return nullptr;
    }

    // What the scheduler itself says, where that can only be the whole.
    Number count(const Scheduler& scheduler) const {
        const Number count = number(scheduler.count);
        if (scheduler.last == nullptr) {
            return count;
        }
        const Number first = number(scheduler.first);
        const Number last = number(scheduler.last);
        if (first != scheduler.counts_from || !last || *last < scheduler.counts_from ||
            number(scheduler.step).value_or(1) != 1) {
            return std::nullopt;
        }
        const std::size_t whole = *last - scheduler.counts_from + 1;
        return scheduler.count == nullptr || count == whole ? Number{whole} : std::nullopt;
    }

private:
    const EnvironmentLookup& environment_;
};

std::variant<Shard, Refusal> checked(Number index, Number count, std::string_view source) {
    if (!count || *count < 1 || *count > most_shards) {
        return Refusal{fmt::format("{}: a study has 1 to {} shards", printable(source), most_shards)};
    }
    if (!index || *index >= *count) {
        return Refusal{fmt::format("{}: the {} shards are numbered from 0 to {}", printable(source), *count,
                                   *count - 1)};
    }
    return Shard{*index, *count};
}

std::variant<Shard, Refusal> from_scheduler(Number count, const Reader& reader) {
    const Scheduler* scheduler = reader.scheduler();
    if (scheduler == nullptr) {
        std::string names;
        for (const Scheduler& each : schedulers) {
            names += fmt::format("{}{} ({})", names.empty() ? "" : ", ", each.index, each.name);
        }
        return Refusal{"auto: this is no task of an array: none of these is set: " + names};
    }
    if (!count) {
        count = reader.count(*scheduler);
    }
    if (!count) {
        return Refusal{
            fmt::format("auto: {} does not say how many shards there are; for 8 give {} --shard "
                        "auto/8, or set TRAINYARD_SHARDS=8",
                        scheduler->name, scheduler->advice)};
    }
    const Number index = reader.number(scheduler->index);
    if (!index || *index < scheduler->counts_from) {
        return Refusal{fmt::format("auto: {} is {}, and {} numbers its tasks from {}", scheduler->index,
                                   printable(reader.text(scheduler->index)), scheduler->name,
                                   scheduler->counts_from)};
    }
    return checked(*index - scheduler->counts_from, count, scheduler->index);
}

}  // namespace

std::optional<std::string> environment_variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

std::variant<Shard, Refusal> parse_shard(std::string_view text, const EnvironmentLookup& environment) {
    const auto slash = text.find('/');
    const bool has_count = slash != std::string_view::npos;
    const std::string_view which = text.substr(0, slash);
    const Number count = has_count ? parse_number(text.substr(slash + 1)) : std::nullopt;
    const Number index = parse_number(which);
    if ((has_count && !count) || (which != "auto" && !(index && count))) {
        return Refusal{
            fmt::format("{}: expected i/n with i from 0, as in 2/8, or auto, or auto/8", printable(text))};
    }
    if (which != "auto") {
        return checked(index, count, text);
    }
    const auto variable = environment("TRAINYARD_SHARDS");
    if (has_count || !variable) {
        return from_scheduler(count, Reader{environment});
    }
    if (const Number from_variable = parse_number(*variable)) {
        return from_scheduler(from_variable, Reader{environment});
    }
    return Refusal{fmt::format("auto: TRAINYARD_SHARDS={} is no number", printable(*variable))};
}

}  // namespace trainyard
