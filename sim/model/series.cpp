#include "sim/model/series.hpp"

#include <algorithm>

namespace trainyard {

namespace {

bool by_value(const SeriesStep& a, const SeriesStep& b) { return a.value < b.value; }

}  // namespace

Seconds offset_of(const Series& series, RunSeed seed) {
    if (!series.random_offsets) {
        return series.offset;
    }
    RandomStream random{seed, Purpose::market_offset, 0, 0};
    const auto offsets = static_cast<double>(series.random_offsets->count());
    return Seconds{static_cast<std::int64_t>(random.uniform() * offsets)};
}

std::int64_t least(const Series& series) {
    return std::min_element(series.steps->begin(), series.steps->end(), by_value)->value;
}

std::int64_t most(const Series& series) {
    return std::max_element(series.steps->begin(), series.steps->end(), by_value)->value;
}

double mean_below(const Series& series, std::int64_t limit) {
    const auto& steps = *series.steps;
    if (series.length == Seconds{0}) {
        return static_cast<double>(std::min(steps.back().value, limit));
    }
    double sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Seconds until = i + 1 < steps.size() ? steps[i + 1].at : series.length;
        sum += static_cast<double>(std::min(steps[i].value, limit)) *
               static_cast<double>((until - steps[i].at).count());
    }
    return sum / static_cast<double>(series.length.count());
}

SeriesWalk::SeriesWalk(const Series& series, Seconds offset, SimTime time) : series_{&series} {
    Seconds into = offset + time.time_since_epoch();
    round_ = SimTime{} - offset;
    if (series.repeat) {
        round_ += into / series.length * series.length;
        into %= series.length;
    }
    const auto& steps = *series.steps;
    const auto next = std::upper_bound(steps.begin(), steps.end(), into,
                                       [](Seconds at, const SeriesStep& step) { return at < step.at; });
    step_ = static_cast<std::size_t>(next - steps.begin()) - 1;
}

SimTime SeriesWalk::until() const {
    if (step_ + 1 < series_->steps->size()) {
        return round_ + (*series_->steps)[step_ + 1].at;
    }
    return series_->repeat ? round_ + series_->length : SimTime::max();
}

void SeriesWalk::advance() {
    if (step_ + 1 < series_->steps->size()) {
        ++step_;
        return;
    }
    round_ += series_->length;
    step_ = 0;
}

}  // namespace trainyard
