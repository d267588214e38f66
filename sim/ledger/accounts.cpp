#include "sim/ledger/accounts.hpp"

#include <algorithm>

#include "sim/ledger/downs.hpp"

namespace trainyard {
namespace {

MachineAccount open_account(const Scenario& scenario, const Trace& trace, const MachineFact& machine) {
    const Pool& pool = scenario.pool(machine.pool);
    const RentedTerms* rented = pool.rented();
    MachineAccount account;
    account.paid_until = std::min(machine.released.value_or(trace.end), trace.end);
    account.paid_from = rented != nullptr && !rented->billing.boot ? machine.ready : machine.launched;
    account.paid_from = std::min(account.paid_from, account.paid_until);
    account.paid_gpu_s = pool.gpus_per_machine * account.paid();
    return account;
}

void tally(const AttemptFact& attempt, const Hold& hold, MachineAccount& account) {
    const auto add = [&account](GpuState state, GpuSeconds amount) {
        account.gpu_s[index_of(state)] += amount;
    };
    add(GpuState::boot,
        hold.used * paid_within(account, attempt.allocated, attempt.allocated + attempt.boot));
    add(GpuState::setup, hold.used * attempt.setup);
    add(GpuState::restore, hold.used * attempt.restore);
    add(GpuState::load, hold.used * attempt.load);
    add(GpuState::compute, hold.used * (attempt.compute - attempt.rework));
    add(GpuState::rework, hold.used * attempt.rework);
    add(GpuState::checkpoint, hold.used * attempt.write);
    add(GpuState::linger, hold.used * paid_within(account, attempt.end, hold.until));
    add(GpuState::stranded, (hold.gpus - hold.used) * paid_within(account, attempt.allocated, hold.until));
}

}  // namespace

MachineAccount account_of(const Scenario& scenario, const Trace& trace, MachineIndex machine,
                          std::span<const Hold> holds, std::span<const Down> downs) {
    MachineAccount account = open_account(scenario, trace, trace.machines[machine.value]);
    for (const Hold& hold : holds) {
        tally(trace.attempts[hold.attempt], hold, account);
    }
    account.gpu_s[index_of(GpuState::idle)] = idle_gpu_seconds(scenario, trace, machine, holds, account);
    if (!downs.empty()) {
        check_downs(scenario, trace, machine, holds, downs);
        const Gpus gpus = scenario.pool(trace.machines[machine.value].pool).gpus_per_machine;
        const GpuSeconds down = down_until(downs, gpus, account.paid_until);
        account.gpu_s[index_of(GpuState::down)] = down;
        account.gpu_s[index_of(GpuState::idle)] -= down;
        account.failures = static_cast<std::int64_t>(downs.size());
    }
    return account;
}

GpuSeconds sum_of(const GpuTally& tally) {
    GpuSeconds sum;
    for (const GpuSeconds amount : tally) {
        sum += amount;
    }
    return sum;
}

Money sum_of(const CategoryTotals& totals) {
    Money sum;
    for (const Money amount : totals) {
        sum += amount;
    }
    return sum;
}

void add_to(GpuTally& sum, const GpuTally& tally) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += tally[i];
    }
}

void add_to(CategoryTotals& sum, const CategoryTotals& totals) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += totals[i];
    }
}

Seconds paid_within(const MachineAccount& account, SimTime from, SimTime until) {
    const Seconds common = std::min(until, account.paid_until) - std::max(from, account.paid_from);
    return std::max(common, Seconds{0});
}

SimTime hold_end(const Trace& trace, const GangMember& member) {
    return std::min(member.held_until, trace.end);
}

MemberRange members_of(const Trace& trace, const AttemptFact& attempt) {
    const GangMember* first = trace.members.data() + attempt.first_member;
    return {first, first + attempt.members};
}

}  // namespace trainyard
