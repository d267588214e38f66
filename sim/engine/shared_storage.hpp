// Storage that the machines of a pool share, as SimGrid knows it: one link, on which what is moved at once
// contends. Each write and restore is a SimGrid communication; its end is rounded to the nearest second,
// halves up, so that one that is alone takes size / bandwidth as everywhere.
#pragma once

#include <simgrid/forward.h>

#include <map>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/engine/agenda.hpp"

namespace trainyard {

class SharedStorage {
public:
    // The hosts are those of the platform; `of` says what falls due when something ends.
    SharedStorage(Agenda& agenda, std::uint32_t of, double bytes_per_s);

    // SimGrid complains of what is still under way when it goes.
    ~SharedStorage();
    SharedStorage(const SharedStorage&) = delete;
    SharedStorage& operator=(const SharedStorage&) = delete;

    // A job moves one thing at a time.
    void begin(JobIndex job, double bytes);
    void stop(JobIndex job);  // nothing happens where it moves nothing
    bool moves(JobIndex job) const { return transfers_.contains(job); }

    // What has ended by now, by job.
    std::vector<JobIndex> take_ended();

    // How long what is left of a job's takes, and so many bytes more would, if it stays as crowded as now.
    Seconds left(JobIndex job) const;
    Seconds estimate(double bytes) const;

private:
    double left_s(JobIndex job) const;
    void expect_end();

    Agenda& agenda_;
    std::uint32_t of_;
    double bytes_per_s_;
    simgrid::s4u::Host* machines_;
    simgrid::s4u::Host* storage_;
    std::map<JobIndex, simgrid::s4u::CommPtr> transfers_;
    std::vector<simgrid::s4u::CommPtr> cancelled_;  // at that second: SimGrid still looks at them
    SimTime cancelled_at_{};
    Alarm next_end_;
};

}  // namespace trainyard
