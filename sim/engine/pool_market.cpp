#include "sim/engine/pool_market.hpp"

#include <algorithm>
#include <limits>

namespace trainyard {

namespace {

constexpr int no_limit = std::numeric_limits<int>::max();

}  // namespace

PoolMarket::PoolMarket(const RentedTerms& terms, PoolIndex pool, std::uint64_t name, RunSeed seed,
                       Seconds notice, Agenda& agenda)
    : terms_{terms},
      pool_{pool},
      name_{name},
      seed_{seed},
      notice_{notice},
      agenda_{agenda},
      capacity_{terms, name, seed},
      shocks_{terms.shocks, name, seed},
      capacity_ahead_{terms, name, seed},
      shocks_ahead_{terms.shocks, name, seed} {
    change();
    look_ahead();
}

// Nobody runs yet who could be warned of what comes within the first notice.
void PoolMarket::look_ahead() {
    if (notice_ == Seconds{0}) {
        return;
    }
    const SimTime seen = agenda_.now() + notice_;
    while (shocks_ahead_.next().at <= seen) {
        shocks_ahead_.advance();
    }
    while (capacity_ahead_.next() <= seen) {
        const SimTime at = capacity_ahead_.next();
        capacity_ahead_.advance();
        coming_.push_back({at, capacity_ahead_.most()});
    }
    expect_announcement();
}

bool PoolMarket::starts(int instances) {
    if (!terms_.start_failure) {
        return true;
    }
    bool all = true;
    for (int i = 0; i < instances; ++i) {
        RandomStream random{seed_, Purpose::start_failure, name_, ++asked_};
        all = random.uniform() >= terms_.start_failure->probability && all;
    }
    if (!all) {
        RandomStream random{seed_, Purpose::start_retry, name_, asked_};
        const Seconds retry =
            std::max(whole_seconds(sample(terms_.start_failure->retry_s, random)), Seconds{1});
        closed_until_ = std::max(closed_until_, agenda_.now() + retry);
        expect_change();
    }
    return all;
}

void PoolMarket::launched(MachineIndex machine, std::uint32_t launch, SimTime gone) {
    running_.emplace_hint(running_.end(), machine, Running{launch, gone});
}

std::vector<MachineIndex> PoolMarket::change() {
    const SimTime now = agenda_.now();
    std::vector<MachineIndex> taken;
    for (; shocks_.next().at <= now; shocks_.advance()) {
        const Shock& shock = shocks_.next();
        closed_until_ = std::max(closed_until_, shock.at + shock.drought);
        for (const auto& [machine, running] : running_) {
            if (takes(shock, *terms_.shocks, name_, seed_, running.launch)) {
                taken.push_back(machine);
            }
        }
    }
    while (capacity_.next() <= now) {
        capacity_.advance();
    }
    while (!coming_.empty() && coming_.front().at <= now) {
        coming_.pop_front();
    }
    expect_change();
    return taken;
}

void PoolMarket::expect_change() {
    SimTime next = std::min(capacity_.next(), shocks_.next().at);
    if (closed()) {
        next = std::min(next, closed_until_);
    }
    if (next != SimTime::max()) {
        agenda_.set(change_, next, {DueClass::market_change, pool_.value});
    }
}

std::optional<MachineIndex> PoolMarket::excess() const {
    const auto most_now = static_cast<std::size_t>(most().value_or(no_limit));
    return running_.size() > most_now ? std::optional{running_.rbegin()->first} : std::nullopt;
}

std::vector<MachineIndex> PoolMarket::announce() {
    const SimTime then = agenda_.now() + notice_;
    std::vector<MachineIndex> warned;
    for (; shocks_ahead_.next().at <= then; shocks_ahead_.advance()) {
        warn_of(shocks_ahead_.next(), warned);
    }
    while (capacity_ahead_.next() <= then) {
        capacity_ahead_.advance();
        coming_.push_back({then, capacity_ahead_.most()});
        warn_of_last_change(warned);
    }
    expect_announcement();
    return warned;
}

void PoolMarket::expect_announcement() {
    const SimTime next = std::min(capacity_ahead_.next(), shocks_ahead_.next().at);
    if (next != SimTime::max()) {
        agenda_.set(announcement_, next - notice_, {DueClass::market_notice, pool_.value});
    }
}

void PoolMarket::warn_of(const Shock& shock, std::vector<MachineIndex>& warned) {
    for (auto& [machine, running] : running_) {
        if (running.gone > shock.at && takes(shock, *terms_.shocks, name_, seed_, running.launch)) {
            running.gone = shock.at;
            warned.push_back(machine);
        }
    }
}

// The last of `coming_` is what is warned of. The changes before it may take some that came too late to be
// told of those; what then is still there and will be taken is told.
void PoolMarket::warn_of_last_change(std::vector<MachineIndex>& warned) {
    std::vector<std::map<MachineIndex, Running>::iterator> there;
    for (auto it = running_.begin(); it != running_.end(); ++it) {
        there.push_back(it);
    }
    for (const Coming& change : coming_) {
        std::erase_if(there, [&change](const auto& each) { return each->second.gone <= change.at; });
        const auto left = static_cast<std::size_t>(change.most.value_or(no_limit));
        for (; there.size() > left; there.pop_back()) {
            if (&change == &coming_.back()) {
                there.back()->second.gone = change.at;
                warned.push_back(there.back()->first);
            }
        }
    }
}

}  // namespace trainyard
