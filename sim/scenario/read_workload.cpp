// Streams of jobs: when they arrive and what they are.
#include <fmt/format.h>

#include <cmath>

#include "sim/scenario/readers.hpp"

namespace trainyard {

namespace {

constexpr double most_jobs = 10'000'000;  // that a stream may be expected to submit

struct ArrivalsReader {
    const Block& block;
    Context& context;
    Seconds horizon;

    // Keys that mean something with one form of arrivals only.
    void check_companion(std::string_view key, std::string_view form) const {
        if (block.has(key) && !block.has(form)) {
            complain_at_key(context, *block.find(key), fmt::format("`{}` goes with `{}` only", key, form));
        }
    }

    // Guards against a year of more jobs than anybody has, and memory than anybody has.
    void check_number(const Value& value, double arrivals, const Distribution& batch) const {
        const double jobs = arrivals * mean(batch);
        if (jobs > most_jobs) {
            complain(context, value,
                     fmt::format("about {:.3g} jobs would arrive up to the horizon; at most {:.0f} "
                                 "are simulated",
                                 jobs, most_jobs));
        }
    }

    Distribution batch() const {
        Distribution batch = Constant{1};
        read(block, "batch", batch, read_distribution);
        return batch;
    }

    std::optional<Arrivals> poisson() const {
        PoissonArrivals arrivals;
        arrivals.batch = batch();
        const Value rate = *block.find("poisson");
        const auto per_s = read_number(rate, context);
        read(block, "profile", arrivals.profile, read_profile);
        if (!per_s) {
            return std::nullopt;
        }
        arrivals.rate_per_s = *per_s;
        check_number(rate, *per_s * static_cast<double>(horizon.count()), arrivals.batch);
        return arrivals;
    }

    std::optional<Arrivals> renewal() const {
        RenewalArrivals arrivals;
        arrivals.batch = batch();
        const Value every = *block.find("every");
        const auto gap = read_distribution(every, context);
        read(block, "first", arrivals.first_s, read_number);
        if (!gap) {
            return std::nullopt;
        }
        arrivals.gap_s = *gap;
        check_number(every, static_cast<double>(horizon.count()) / mean(*gap), arrivals.batch);
        return arrivals;
    }

    std::optional<Arrivals> fixed() const {
        FixedArrivals arrivals;
        arrivals.batch = batch();
        const Value at = *block.find("at");
        for (const Value& item : items_of(at, context)) {
            const auto time = read_seconds(item, context);
            if (time && *time >= horizon) {
                complain(context, item,
                         fmt::format("`{}` is not before the horizon, {}", item.node->text,
                                     written(Quantity::duration, static_cast<double>(horizon.count()))));
            } else if (time) {
                arrivals.at.push_back(SimTime{*time});
            }
        }
        if (at.is_list() && at.node->items.empty()) {
            complain(context, at, "the list is empty: no job would ever arrive");
        }
        check_number(at, static_cast<double>(arrivals.at.size()), arrivals.batch);
        return arrivals;
    }

    std::optional<Arrivals> closed() const {
        ClosedArrivals arrivals;
        read(block, "users", arrivals.users, read_count);
        read(block, "think", arrivals.think_s, read_distribution);
        if (!block.has("think")) {
            complain_at_key(context, block.value(),
                            "missing key `think`: how long a user waits before the next job");
        }
        if (block.has("batch")) {
            complain_at_key(context, *block.find("batch"), "`batch` does not go with `users`");
        }
        return arrivals;
    }
};

std::optional<Arrivals> read_arrivals(const Value& value, Seconds horizon, Context& context) {
    const Block block{value, context};
    const ArrivalsReader reader{block, context, horizon};
    const std::string_view form = block.alternative();
    if (form.empty()) {
        return std::nullopt;
    }
    reader.check_companion("profile", "poisson");
    reader.check_companion("first", "every");
    reader.check_companion("think", "users");
    if (form == "poisson") {
        return reader.poisson();
    }
    if (form == "every") {
        return reader.renewal();
    }
    return form == "at" ? reader.fixed() : reader.closed();
}

std::optional<Price> read_rent(const Value& value, Context& context) { return read_price(value, 1, context); }

std::optional<std::string> read_name(const Value& value, Context& context) {
    const auto name = read_text(value, context);
    return name && check_name(*name, value.node->place, value.path, context) ? name : std::nullopt;
}

ReadJob job_of(const Block& block, const std::string& stream, const StreamSurroundings& around) {
    const auto job = block.find("job");
    if (job) {
        return read_stream_job(*job, around.scenario, around.kinds, around.gpus, stream);
    }
    if (block.readable() && !block.has("trace")) {
        complain_at_key(block.context(), block.value(),
                        "missing key `job`: the name of a job kind, or a mapping with `work` or `duration`");
    }
    JobSpec blank;
    blank.kind = stream;
    blank.speed.resize(around.gpus.size());
    blank.gpu_types.assign(around.gpus.size(), true);
    return {blank, true};
}

Stream read_stream(const Value& value, const std::string& name, const StreamSurroundings& around) {
    Context& context = around.scenario.context();
    const Block block{value, context};
    Stream stream;
    stream.name = name;
    stream.team = name;
    const ReadJob job = job_of(block, name, around);
    stream.kinds.push_back(job.spec);
    if (!job.has_work && !block.has("trace")) {
        complain_at_key(
            context, block.find("job").value(),
            fmt::format(
                "job `{}` has none of `work`, `duration` and `model`; only a trace can say it instead",
                job.spec.kind));
    }
    if (const auto arrivals = block.find("arrivals")) {
        stream.arrivals = read_arrivals(*arrivals, around.horizon, context).value_or(stream.arrivals);
    }
    if (const auto trace = block.find("trace")) {
        if (auto arrivals = read_trace_arrivals(*trace, stream, around)) {
            stream.arrivals = std::move(*arrivals);
        }
    }
    read(block, "deadline", stream.deadline, read_seconds);
    read(block, "priority", stream.priority, read_count);
    read(block, "team", stream.team, read_name);
    read(block, "waiting_cost", stream.waiting_cost, read_rent);
    return stream;
}

}  // namespace

std::optional<WeeklyProfile> read_profile(const Value& value, Context& context) {
    if (!value.is_list()) {
        return read_named_profile(value, context);
    }
    WeeklyProfile profile;
    const std::size_t hours = profile.weights.size();
    if (value.node->items.size() != hours) {
        complain(context, value,
                 fmt::format("a profile has {} weights, one for each hour of the week; found {}", hours,
                             value.node->items.size()));
        return std::nullopt;
    }
    double sum = 0;
    bool complete = true;
    std::size_t hour = 0;
    for (const Value& item : items_of(value, context)) {
        const auto weight = read_number(item, context);
        complete = complete && weight.has_value();
        profile.weights[hour] = weight.value_or(0);
        sum += profile.weights[hour++];
    }
    const double mean_weight = sum / static_cast<double>(hours);
    if (complete && std::abs(mean_weight - 1) > 1e-3) {
        complain(context, value, fmt::format("the mean of the weights must be 1, found {:.4g}", mean_weight));
        return std::nullopt;
    }
    return complete ? std::optional{profile} : std::nullopt;
}

std::vector<Stream> read_workload(const Block& scenario, const StreamSurroundings& around) {
    std::vector<Stream> streams;
    const auto section = scenario.find("workload");
    if (!section) {
        return streams;
    }
    const Block block{*section, scenario.context()};
    for (const auto& [entry, value] : block.entries()) {
        streams.push_back(read_stream(value, entry->key, around));
    }
    if (block.readable() && streams.empty()) {
        complain_at_key(scenario.context(), *section, "expected at least one stream of jobs");
    }
    return streams;
}

}  // namespace trainyard
