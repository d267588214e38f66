#include "sim/fleet/shared_training.hpp"

#include <algorithm>

namespace trainyard {

// Counted from where the last one began if it did not stop compute, else from where it ended: the same.
std::optional<Seconds> SharedTraining::due() const {
    if (!plan_.every || writing_) {
        return std::nullopt;
    }
    const Seconds due = (has_written_ ? write_from_ : Seconds{0}) + *plan_.every;
    return due < compute_ ? std::optional{due} : std::nullopt;  // none is written when the work is done
}

std::optional<Seconds> SharedTraining::next(Seconds elapsed) const {
    if (!computes()) {
        return std::nullopt;
    }
    return std::max(due().value_or(compute_) - computed(elapsed), Seconds{0});
}

SharedTraining::Step SharedTraining::step(Seconds elapsed) {
    const Seconds now = computed(elapsed);
    if (!computes()) {
        return Step::goes_on;
    }
    if (now >= compute_) {
        return Step::ends;
    }
    if (const auto write = due(); write && now >= *write) {
        writing_ = true;
        has_written_ = true;
        write_from_ = now;
        return Step::writes;
    }
    return Step::goes_on;
}

SharedTraining::Step SharedTraining::write_ended(Seconds elapsed) {
    if (!computes()) {
        const Seconds write = elapsed - written_ - write_from_;
        stretches_.push_back({write_from_ - stretch_from_, write, 1, true});
        stretch_from_ = write_from_;
        written_ += write;
    }
    writing_ = false;
    stopped_ = false;
    safe_ = write_from_;
    first_saved_ = first_saved_.value_or(elapsed);
    if (computed(elapsed) >= compute_) {
        return Step::goes_on;
    }
    return ends_with_write_ ? Step::leaves : step(elapsed);
}

Standing SharedTraining::at(Seconds elapsed) const {
    Standing standing;
    standing.compute = computed(elapsed);
    standing.written = elapsed - standing.compute;
    standing.safe = safe_;
    standing.saved = first_saved_.has_value();
    return standing;
}

void SharedTraining::stop_and_write(Seconds elapsed) {
    write_from_ = computed(elapsed);
    writing_ = true;
    stopped_ = true;
    has_written_ = true;
    ends_with_write_ = true;
}

std::vector<Training::Stretch> SharedTraining::done(Seconds elapsed) const {
    std::vector<Training::Stretch> stretches = stretches_;
    const Seconds compute = computed(elapsed);
    const Seconds write = elapsed - compute - written_;
    if (compute > stretch_from_ || write > Seconds{0}) {
        stretches.push_back({compute - stretch_from_, write, 1, false});
    }
    return stretches;
}

}  // namespace trainyard
