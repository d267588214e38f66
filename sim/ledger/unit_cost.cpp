#include "sim/ledger/unit_cost.hpp"

namespace trainyard {

UnitCost::UnitCost(const MachineAccount& account, const std::optional<EnergyTariff>& tariff)
    : paid_from_{account.paid_from},
      paid_until_{account.paid_until},
      standing_{sum_of(account.cost) - account.cost[index_of(CostCategory::energy)] -
                account.cost[index_of(CostCategory::repair)]},
      paid_{account.paid_gpu_s},
      tariff_{tariff ? &*tariff : nullptr} {}

void UnitCost::charge(GpuSeconds gpu_s, Metered drawn, FineMoney& sum) const {
    if (gpu_s.count == 0) {
        return;
    }
    sum.add(static_cast<int128>(standing_.micro()) * gpu_s.count, paid_.count);
    if (tariff_ != nullptr) {
        sum.add(tariff_->micro_usd_times_per(drawn), tariff_->per);
    }
}

}  // namespace trainyard
