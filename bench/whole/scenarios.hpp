// The scenarios of the cases, as text.
#pragma once

#include <string>

namespace trainyard::bench {

// Exponential 6-hour jobs on one-GPU spot instances with 0.1 interruptions an hour, at 70 % load.
struct SpotFleet {
    int jobs = 20'000;
    int machines = 64;
    std::string checkpoint_every = "30 min";
};
std::string spot_fleet(const SpotFleet& fleet);

std::string small_year();  // 5,000 jobs, 8 machines, 5 strategies

// 100,000 one-GPU jobs of ten streams that differ in length, priority and deadline, on 64 rigs: all
// waiting from second 0, or arriving as fast as the rigs take them.
std::string hundred_thousand_jobs(const std::string& queue, bool at_once);

// One-GPU jobs on eight rigs of 8 GPUs, under first-fit, and gangs of 8 that never find a rig empty.
std::string waiting_in_vain(int gangs);

std::string gangs();  // of 8 to 128 GPUs on instances of 8
std::string rig_fleet(int rigs);
std::string philly(const std::string& file);
std::string smallest();  // one job on one rig
std::string thousand_streams();
std::string sweep_base();  // a small year of one strategy, to be varied

}  // namespace trainyard::bench
