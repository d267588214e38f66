// Backfilling: jobs in order of submission, where the first that must wait has (easy), or the first 100 have
// (conservative), a reservation, and a later one starts if it fits now and leaves the reservations alone.
//
// EASY: D. Lifka, "The ANL/IBM SP scheduling system", JSSPP 1995; conservative: A. Mu'alem and D. Feitelson,
// "Utilization, predictability, workloads, and user runtime estimates in scheduling the IBM SP2 with
// backfilling", IEEE TPDS 12 (2001). Both live on estimates. Where jobs run longer than their estimate, what
// was put before a wide gang is still there when its turn has come; where a stream's jobs all have one mean,
// the short ones are not known as such and few fit into a gap.
#pragma once

#include <vector>

#include "sim/strategy/dispatch.hpp"
#include "sim/strategy/timetable.hpp"

namespace trainyard {

// The machines as backfilling sees them. What is of an entry's pool is the same for all entries of that pool.
class Outlook : public Placer {
public:
    // Free units of the parts of the entry's pool, and when more are expected.
    virtual Timetable timetable(std::size_t entry) const = 0;
    // What the job would take there: units of one part, and for how long, if it started now or later.
    struct Stay {
        int units = 0;
        Seconds now{0};
        Seconds later{0};  // on cold machines
    };
    virtual Stay stay(const JobRequest& request, std::size_t entry, Gpus gang) const = 0;
    // Starts it on that part, where the timetable says that there is room; false where an entry takes warm
    // machines only and there are not enough.
    virtual bool place_on(const JobRequest& request, std::size_t entry, Gpus gang, std::uint32_t part) = 0;
};

inline constexpr int most_reservations = 100;

// As `decide`, for the disciplines that backfill. Jobs of a line have one estimate but for those whose
// request says otherwise; so a job that can neither start nor have a reservation speaks for its whole line.
void backfill(const Strategy& strategy, const Admission& admission, WaitingQueue& queue, SimTime now,
              Outlook& outlook);

}  // namespace trainyard
