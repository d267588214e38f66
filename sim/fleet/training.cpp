#include "sim/fleet/training.hpp"

#include <algorithm>

namespace trainyard {

namespace {

Seconds cycle_length(const Training::Stretch& stretch) { return stretch.compute + stretch.write; }

}  // namespace

Seconds Training::AsyncWrites::begin(std::int64_t i) const {
    return every + (i - 1) * std::max(every, write);
}

std::int64_t Training::AsyncWrites::begun(Seconds compute) const {
    if (compute < every) {
        return 0;
    }
    return std::min(count, (compute - every) / std::max(every, write) + 1);
}

std::int64_t Training::AsyncWrites::ended(Seconds compute) const {
    return compute < write ? 0 : begun(compute - write);
}

Training::Training(Seconds compute, const CheckpointPlan& plan) {
    if (!plan.every || *plan.every >= compute) {
        stretches_.push_back({compute, Seconds{0}, 1, false});
        return;
    }
    const Seconds every = *plan.every;
    if (plan.async) {
        AsyncWrites writes{every, plan.write, 0};
        writes.count = (compute - Seconds{1} - every) / std::max(every, plan.write) + 1;
        async_ = writes;
        stretches_.push_back({compute, Seconds{0}, 1, false});
        return;
    }
    const std::int64_t writes = (compute - Seconds{1}) / every;
    stretches_.push_back({every, plan.write, writes, true});
    stretches_.push_back({compute - writes * every, Seconds{0}, 1, false});
}

Seconds Training::length() const {
    Seconds total{0};
    for (const Stretch& stretch : stretches_) {
        total += stretch.times * cycle_length(stretch);
    }
    return total;
}

Training::Position Training::position(Seconds elapsed) const {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
        const Seconds cycle = cycle_length(stretches_[i]);
        const Seconds all = stretches_[i].times * cycle;
        const bool last = i + 1 == stretches_.size();
        if (elapsed < all || last) {
            const std::int64_t cycles =
                cycle.count() == 0 ? 0 : std::min(stretches_[i].times, elapsed / cycle);
            return {i, cycles, elapsed - cycles * cycle};
        }
        elapsed -= all;
    }
    return {};
}

Standing Training::at(Seconds elapsed) const {
    Standing standing;
    const Position here = position(elapsed);
    const auto pass = [&standing](const Stretch& stretch, std::int64_t cycles) {
        standing.compute += cycles * stretch.compute;
        standing.written += cycles * stretch.write;
        if (stretch.saves && cycles > 0) {
            standing.safe = standing.compute;
            standing.saved = true;
        }
    };
    for (std::size_t i = 0; i < here.stretch; ++i) {
        pass(stretches_[i], stretches_[i].times);
    }
    const Stretch& stretch = stretches_[here.stretch];
    pass(stretch, here.cycle);
    if (here.cycle < stretch.times) {
        standing.compute += std::min(here.offset, stretch.compute);
        if (stretch.saves && here.offset >= stretch.compute) {
            standing.written += here.offset - stretch.compute;
            standing.write_left = cycle_length(stretch) - here.offset;
        }
    }
    if (async_) {
        const std::int64_t ended = async_->ended(standing.compute);
        if (ended > 0) {
            standing.safe = std::max(standing.safe, async_->begin(ended));
            standing.saved = true;
        }
        const std::int64_t begun = async_->begun(standing.compute);
        if (begun > ended && !standing.write_left) {
            standing.write_left = async_->begin(begun) + async_->write - standing.compute;
        }
    }
    return standing;
}

// What was done before `position`, without the cycle under way.
Training Training::until(const Position& position) const {
    Training past;
    past.async_ = async_;
    for (std::size_t i = 0; i <= position.stretch; ++i) {
        Stretch stretch = stretches_[i];
        if (i == position.stretch) {
            stretch.times = position.cycle;
        }
        if (stretch.times > 0) {
            past.stretches_.push_back(stretch);
        }
    }
    return past;
}

Seconds Training::compute_left(const Position& position) const {
    const Stretch& here = stretches_[position.stretch];
    Seconds left = (here.times - position.cycle) * here.compute - std::min(position.offset, here.compute);
    if (position.cycle == here.times) {
        left = Seconds{0};
    }
    for (std::size_t i = position.stretch + 1; i < stretches_.size(); ++i) {
        left += stretches_[i].times * stretches_[i].compute;
    }
    return left;
}

Training Training::finishing(Seconds elapsed) const {
    const Position here = position(elapsed);
    Training next = until(here);
    const Stretch& stretch = stretches_[here.stretch];
    const Seconds computed = std::min(here.offset, stretch.compute);
    const bool writing = stretch.saves && here.cycle < stretch.times && here.offset >= stretch.compute;
    if (writing) {
        next.stretches_.push_back({stretch.compute, stretch.write, 1, true});
    }
    const Seconds rest = compute_left(here) + (writing ? Seconds{0} : computed);
    next.stretches_.push_back({rest, Seconds{0}, 1, false});
    if (next.async_) {
        next.async_->count = async_->begun(at(elapsed).compute);
    }
    return next;
}

Training Training::ending_with_write(Seconds elapsed) const {
    const Position here = position(elapsed);
    const Stretch& stretch = stretches_[here.stretch];
    const Standing standing = at(elapsed);
    Training next = until(here);
    if (stretch.saves && here.cycle < stretch.times) {
        next.stretches_.push_back({stretch.compute, stretch.write, 1, true});
        return next;
    }
    next.stretches_.push_back({here.offset + standing.write_left.value_or(Seconds{0}), Seconds{0}, 1, false});
    next.async_->count = async_->begun(standing.compute);
    return next;
}

Training Training::writing_now(Seconds elapsed, Seconds write) const {
    const Position here = position(elapsed);
    Training next = until(here);
    next.stretches_.push_back({here.offset, write, 1, true});
    if (next.async_) {
        next.async_->count = async_->begun(at(elapsed).compute);
    }
    return next;
}

Training Training::stopping(Seconds elapsed) const {
    Training next;
    next.stretches_ = done(elapsed);
    next.async_ = async_;
    if (next.async_) {
        next.async_->count = async_->begun(at(elapsed).compute);
    }
    if (next.stretches_.empty()) {
        next.stretches_.push_back({Seconds{0}, Seconds{0}, 1, false});
    }
    return next;
}

Training::Stretches Training::done(Seconds elapsed) const {
    const Position here = position(elapsed);
    Stretches past = until(here).stretches_;
    const Stretch& stretch = stretches_[here.stretch];
    if (here.cycle < stretch.times && here.offset > Seconds{0}) {
        const Seconds computed = std::min(here.offset, stretch.compute);
        past.push_back({computed, here.offset - computed, 1, false});
    }
    return past;
}

}  // namespace trainyard
