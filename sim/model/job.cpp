#include "sim/model/job.hpp"

namespace trainyard {

WeeklyProfile flat_profile() {
    WeeklyProfile profile;
    profile.weights.fill(1.0);
    return profile;
}

WeeklyProfile office_hours_profile() {
    WeeklyProfile profile;
    profile.weights.fill(0.1875);
    for (std::size_t day = 0; day < 5; ++day) {
        for (std::size_t hour = 9; hour < 17; ++hour) {
            profile.weights[24 * day + hour] = 3.6;
        }
    }
    return profile;
}

}  // namespace trainyard
