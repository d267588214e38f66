// Attempts on storage that the machines of a pool share: when a write or a restore ends depends on who else
// moves what meanwhile, so each is looked at when it ends.
#include "sim/engine/dispatcher.hpp"

namespace trainyard {

SharedStorage& Dispatcher::storage_of(JobIndex index) {
    return storages_.at(trace_.attempts[attempt_of(index).fact].pool);
}

void Dispatcher::begin_sharing(JobIndex index) {
    Attempt& attempt = attempt_of(index);
    if (attempt.restored()) {
        expect_step(index);
    } else if (attempt.restore_begins() > agenda_.now()) {
        agenda_.set(attempt.end, attempt.restore_begins(), {DueClass::phase_end, index.value});
    } else {
        storage_of(index).begin(index, attempt.restore_bytes);
    }
}

void Dispatcher::go_on_sharing(JobIndex index) {
    Attempt& attempt = attempt_of(index);
    if (attempt.restored()) {
        follow(index, attempt.progress->step(attempt.trained(agenda_.now())));
    } else {
        storage_of(index).begin(index, attempt.restore_bytes);
    }
}

void Dispatcher::end_transfers(PoolIndex pool) {
    for (const JobIndex index : storages_.at(pool).take_ended()) {
        Attempt& attempt = attempt_of(index);
        if (attempt.restored()) {
            follow(index, attempt.progress->write_ended(attempt.trained(agenda_.now())));
        } else {
            attempt.restore = agenda_.now() - attempt.restore_begins();
            expect_step(index);
        }
    }
}

void Dispatcher::follow(JobIndex index, SharedTraining::Step step) {
    const Attempt& attempt = attempt_of(index);
    switch (step) {
        case SharedTraining::Step::ends:
            end_attempt(index, attempt.ends_as);
            return;
        case SharedTraining::Step::leaves:
            interrupt(index);
            return;
        case SharedTraining::Step::writes:
            storage_of(index).begin(index, attempt.write_bytes);
            break;
        case SharedTraining::Step::goes_on:
            break;
    }
    expect_step(index);
}

// One that is due at this very second has its alarm already.
void Dispatcher::expect_step(JobIndex index) {
    Attempt& attempt = attempt_of(index);
    const SimTime from = std::max(agenda_.now(), attempt.training_begins());
    const auto next = attempt.progress->next(from - attempt.training_begins());
    agenda_.cancel(attempt.end);
    if (next && from + *next > agenda_.now()) {
        agenda_.set(attempt.end, from + *next, {DueClass::phase_end, index.value});
    }
}

void Dispatcher::heed_notice_sharing(JobIndex index, Seconds notice) {
    Attempt& attempt = attempt_of(index);
    if (attempt.warned) {
        return;
    }
    const bool training = agenda_.now() >= attempt.training_begins();
    const Seconds trained = training ? attempt.trained(agenda_.now()) : Seconds{0};
    SharedTraining& progress = *attempt.progress;
    const Standing standing = progress.at(trained);
    SharedStorage& storage = storage_of(index);
    const NoticeView view{
        .training = training,
        .compute_left = attempt.compute_to_finish - standing.compute,
        .since_safe = standing.compute - standing.safe,
        .write_left = progress.writing() ? std::optional{storage.left(index)} : std::nullopt,
        .async = progress.async(),
        .write = storage.estimate(attempt.write_bytes)};
    const NoticeAction action = on_notice(view, notice);
    attempt.warned = action != NoticeAction::go_on;
    switch (action) {
        case NoticeAction::go_on:
            return;
        case NoticeAction::leave:
            interrupt(index);
            return;
        case NoticeAction::finish:
            progress.begin_no_more_writes();
            break;
        case NoticeAction::end_with_write:
            progress.end_with_write();
            break;
        case NoticeAction::write_now:
            progress.stop_and_write(trained);
            storage.begin(index, attempt.write_bytes);
            break;
    }
    expect_step(index);
}

}  // namespace trainyard
