// Random scenarios, as a user could have written them.
#pragma once

#include <rapidcheck.h>

#include <iosfwd>
#include <string>
#include <vector>

namespace trainyard::properties {

struct StreamRecipe {
    int arrivals = 0;  // 0: at fixed times, 1: Poisson, 2: one after another, 3: closed
    int jobs = 1;      // at fixed times; users when closed
    int gap_min = 1;   // between arrivals, on average; when closed to think
    int batch = 1;
    int gpus = 1;
    int work_min = 1;   // GPU-minutes
    int work_is = 0;    // 0: constant, 1: exponential, 2: lognormal
    int every_min = 0;  // between checkpoints; 0: there are none
    int write_s = 0;
    int restore_s = 0;
    bool async = false;
    int load_s = 0;
    int setup_s = 0;
    int linger_s = 0;
    int failure_percent = 0;
    bool from_scratch = false;
    int priority = 0;
    int deadline_min = 0;  // 0: none
};

struct PoolRecipe {
    int market = 0;  // 0: rigs, 1: spot, 2: on demand
    int count = 1;   // of rigs; of rented ones at most, 0: no limit
    int gpus = 1;
    int cents = 100;  // a GPU-hour, or a thousandth of a rig
    int boot_s = 0;
    int notice_s = 0;
    int losses_per_100_h = 0;
    int per_s = 1;
    int minimum_s = 0;
    bool boot_is_billed = true;
    bool scales_badly = false;
    int after_min = 0;  // of the strategy
};

struct Recipe {
    std::vector<StreamRecipe> streams;
    std::vector<PoolRecipe> pools;  // all of them the strategy's, in this order
    int queue = 0;
    int checkpoint = 0;  // 0: job, 1: 20 min, 2: young, 3: daly, 4: never
    bool heeds_notice = true;
    int idle_timeout_s = 0;
    bool cut = false;
    int horizon_h = 24;
    int seed = 1;
    int price_factor = 1;  // of every price
};

std::string yaml_of(const Recipe& recipe);
std::ostream& operator<<(std::ostream& out, const Recipe& recipe);

rc::Gen<Recipe> any_recipe();
// One-GPU jobs that neither write nor fail on rigs that do not fail, under fifo.
rc::Gen<Recipe> plain_rigs();

}  // namespace trainyard::properties
