#include "sim/scenario/price_list.hpp"

#include <algorithm>

#include "sim/scenario/trace_formats.hpp"

namespace trainyard {
namespace {

constexpr NumberRule list_price{"a price in USD an hour from 0 to 1e6", 0, true, 1e6};
constexpr NumberRule listed_gpus{"a whole number of GPUs from 0 to 1000", 0, true, 1e3, true};

void drop(PriceList& list, const std::string& reason, int line) {
    auto found = std::find_if(list.dropped.begin(), list.dropped.end(),
                              [&reason](const DroppedRows& other) { return other.reason == reason; });
    if (found == list.dropped.end()) {
        found = list.dropped.insert(list.dropped.end(), DroppedRows{reason, 0, line});
    }
    ++found->rows;
}

std::optional<double> above_0(std::optional<double> price) {
    return price && *price > 0 ? price : std::nullopt;
}

// Why a row is no offer; empty where it is one.
std::string no_offer(const ListedPrice& row) {
    if (row.gpu.empty() || row.gpus == 0) {
        return "an instance without GPUs";
    }
    if (row.instance_type.empty()) {
        return "the price of a GPU alone, without an instance";
    }
    return row.usd_per_h || row.spot_usd_per_h ? "" : "no price";
}

}  // namespace

PriceList read_skypilot_prices(const std::string& path) {
    enum : std::size_t { type, gpu, count, price, spot, region, zone };
    TraceTable table{path,
                     {{"InstanceType", true},
                      {"AcceleratorName", true},
                      {"AcceleratorCount", true},
                      {"Price", true},
                      {"SpotPrice"},
                      {"Region"},
                      {"AvailabilityZone"}},
                     {.csv = {}, .other_columns = true}};
    PriceList list;
    list.errors = table.errors().list();
    while (table.next()) {
        const std::size_t errors_before = table.errors().count();
        ListedPrice row;
        row.instance_type = text_of(table.cell(type)).value_or("");
        row.gpu = text_of(table.cell(gpu)).value_or("");
        row.gpus = static_cast<int>(table.number(count, listed_gpus).value_or(0));
        row.usd_per_h = above_0(table.number(price, list_price));
        row.spot_usd_per_h = above_0(table.number(spot, list_price));
        row.region = text_of(table.cell(region)).value_or("");
        row.zone = text_of(table.cell(zone)).value_or("");
        row.line = table.line();
        if (table.errors().count() > errors_before) {
            continue;
        }
        if (const std::string reason = no_offer(row); !reason.empty()) {
            drop(list, reason, row.line);
        } else {
            list.rows.push_back(std::move(row));
        }
    }
    const auto all = table.errors().list();
    list.skipped.assign(all.begin() + static_cast<std::ptrdiff_t>(list.errors.size()), all.end());
    return list;
}

}  // namespace trainyard
