#include "analysis/table_rows.hpp"

#include "sim/ledger/outcome.hpp"

namespace trainyard {
namespace {

std::string words(std::string name) {
    for (char& c : name) {
        c = c == '_' ? ' ' : c;
    }
    return name;
}

std::vector<TableRow> cost_rows() {
    std::vector<TableRow> rows{{"Total cost", "total_cost_usd", RowQuantity::usd, Better::lower, false}};
    for (std::size_t i = 0; i < cost_category_count; ++i) {
        const std::string name = name_of(static_cast<CostCategory>(i));
        rows.push_back(
            {"  " + words(name), "cost_" + name + "_usd", RowQuantity::usd, Better::neither, true});
    }
    return rows;
}

std::vector<TableRow> use_rows() {
    return {
        {"Useful", "useful_usd", RowQuantity::usd, Better::neither, false},
        {"Idle waste", "idle_waste_usd", RowQuantity::usd, Better::lower, false},
        {"  share of cost", "idle_waste_share", RowQuantity::share, Better::lower, false},
        {"Overhead", "overhead_usd", RowQuantity::usd, Better::lower, false},
        {"Rework", "rework_usd", RowQuantity::usd, Better::lower, false},
        {"Per finished GPU-h", "usd_per_finished_gpu_h", RowQuantity::usd, Better::lower, false},
        {"Waiting (not in cost)", "waiting_cost_usd", RowQuantity::usd, Better::lower, true},
    };
}

std::vector<TableRow> gpu_time_rows() {
    std::vector<TableRow> rows{
        {"GPU-hours paid", "paid_gpu_h", RowQuantity::gpu_hours, Better::neither, false}};
    for (std::size_t i = 0; i < gpu_state_count; ++i) {
        const std::string name = name_of(static_cast<GpuState>(i));
        rows.push_back({"  " + words(name), name + "_gpu_h", RowQuantity::gpu_hours, Better::neither, true});
    }
    rows.push_back({"Utilization", "utilization", RowQuantity::share, Better::higher, false});
    rows.push_back({"Energy, kWh", "energy_kwh", RowQuantity::count, Better::neither, true});
    return rows;
}

std::vector<TableRow> waiting_rows() {
    return {
        {"Queue time, mean", "queue_time_mean_s", RowQuantity::duration, Better::lower, false},
        {"  median", "queue_time_p50_s", RowQuantity::duration, Better::lower, false},
        {"  95th percentile", "queue_time_p95_s", RowQuantity::duration, Better::lower, false},
        {"Turnaround, mean", "turnaround_mean_s", RowQuantity::duration, Better::lower, false},
        {"  95th percentile", "turnaround_p95_s", RowQuantity::duration, Better::lower, false},
    };
}

std::vector<TableRow> job_rows() {
    return {
        {"Jobs submitted", "jobs_submitted", RowQuantity::count, Better::neither, false},
        {"  finished", "jobs_finished", RowQuantity::count, Better::higher, false},
        {"  failed", "jobs_failed", RowQuantity::count, Better::lower, true},
        {"  unfinished", "jobs_unfinished", RowQuantity::count, Better::lower, true},
        {"Work finished, GPU-h", "finished_work_gpu_h", RowQuantity::gpu_hours, Better::higher, false},
        {"Deadline misses", "deadline_misses", RowQuantity::count, Better::lower, false},
        {"Interruptions", "interruptions", RowQuantity::count, Better::lower, false},
        {"Machines reclaimed", "reclaims", RowQuantity::count, Better::lower, true},
        {"Machines launched", "launches", RowQuantity::count, Better::neither, true},
        {"Attempts", "attempts", RowQuantity::count, Better::neither, false},
    };
}

Scale scale_of(RowQuantity quantity, double value) {
    switch (quantity) {
        case RowQuantity::usd:
            return usd_scale(value);
        case RowQuantity::duration:
            return duration_scale(value);
        case RowQuantity::share:
            return share_scale();
        case RowQuantity::gpu_hours:
            return {1, value < 100 ? 1 : 0, "", ""};
        case RowQuantity::count:
            return number_scale(value);
    }
    return {};
}

}  // namespace

const std::vector<std::vector<TableRow>>& table_groups() {
    static const std::vector<std::vector<TableRow>> groups{cost_rows(), use_rows(), gpu_time_rows(),
                                                           waiting_rows(), job_rows()};
    return groups;
}

std::string format_cell(RowQuantity quantity, double value, std::optional<double> margin) {
    return in_scale(scale_of(quantity, value), value, margin);
}

}  // namespace trainyard
