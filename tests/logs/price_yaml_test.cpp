#include "analysis/logs/price_yaml.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

// A malformed row, a host without GPUs, a price of 0, a zone twice.
constexpr const char* small_list =
    "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,Price,SpotPrice,Region,AvailabilityZone,Gen\n"
    "g.8x,A100-80GB,8.0,96,32.77,9.1,east,east-1a,V1\n"
    "g.8x,A100-80GB,8.0,96,32.77,0.00,east,east-1b,V1,V2\n"
    "g.8x,A100-80GB,8.0,96,32.77,,east,east-1c,V1\n"
    "g.1x,A100-80GB,1.0,12,4.1,0.00,west,west-1a,V1\n"
    "m.large,,,96,3.2,1,east,east-1a,V1\n"
    "g.8x,A100-80GB,8.0,96,32.77,8.5,east,east-1a,V1\n"
    "h.8x,H100,eight,96,50,,east,east-1a,V1\n";

PriceList read_list() {
    const test::Folder folder;
    return read_skypilot_prices(folder.write("vms.csv", small_list));
}

Loaded load_with(const std::string& yaml, const std::string& pool) {
    const test::Folder folder;
    folder.write("prices.yaml", yaml);
    return load_scenario(
        folder.write("s.yaml",
                     "trainyard: 1\ninclude: [prices.yaml]\nworkload: {w: {job: {work: 3 gpu-h}, "
                     "arrivals: {at: [0 s]}}}\nstrategies: {s: {pools: [" +
                         pool + "]}}\n"));
}

}  // namespace

TEST_CASE("malformed rows are told with their line and skipped") {
    const PriceList list = read_list();
    CHECK(list.errors.empty());
    CHECK(list.rows.size() == 4);
    REQUIRE(list.skipped.size() == 2);
    CHECK(list.skipped[0].line == 3);
    CHECK(list.skipped[0].message.starts_with("too many fields: 10"));
    CHECK(list.skipped[1].line == 8);
    REQUIRE(list.dropped.size() == 1);
    CHECK(list.dropped[0].reason == "an instance without GPUs");
}

TEST_CASE("the pools load as an include, and an empty or zero spot price is none") {
    const PricePools pools =
        pools_of(read_list(), {"a100-80gb", {}, {}, "{rate: 0.05/h}", "vms.csv", "2026-05-20"});
    CHECK(pools.on_demand == 2);
    CHECK(pools.spot == 1);
    CHECK(pools.dearer == 1);
    const Loaded loaded = load_with(pools.yaml, "g-8x-east-1a-spot");
    CHECK(render(loaded.errors) == "");
    REQUIRE(loaded.scenario);
    const auto spot = std::find_if(loaded.scenario->pools.begin(), loaded.scenario->pools.end(),
                                   [](const Pool& pool) { return pool.name == "g-8x-east-1a-spot"; });
    REQUIRE(spot != loaded.scenario->pools.end());
    CHECK(spot->gpus_per_machine == Gpus{8});
    CHECK(spot->source == "vms.csv");
    CHECK(std::holds_alternative<InterruptionRate>(spot->rented()->interruptions));
    CHECK(loaded.scenario->gpus[spot->gpu.value].name == "a100-80gb");
    CHECK(pools.yaml.find("8.5 USD/h") != std::string::npos);
}

TEST_CASE("a region, and what is not there") {
    const PricePools west = pools_of(read_list(), {"A100-80GB", "west", {}, {}, "vms.csv", ""});
    CHECK(west.on_demand == 1);
    CHECK(west.spot == 0);
    CHECK(pools_of(read_list(), {"A100-80GB", "north", {}, {}, "", ""}).regions ==
          std::vector<std::string>{"east", "west"});
    CHECK(pools_of(read_list(), {"T4", {}, {}, {}, "", ""}).yaml.empty());
}

TEST_CASE("price lists of four clouds become includes that load") {
    const std::string folder = "../shared/data/prices/";
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: the price lists are not beside the project");
        return;
    }
    const auto loads = [&](const std::string& file, const std::string& gpu, const std::string& pool) {
        INFO(file);
        const PriceList list = read_skypilot_prices(folder + file);
        REQUIRE(list.errors.empty());
        CHECK(render(load_with(pools_of(list, {gpu, {}, {}, {}, file, ""}).yaml, pool).errors) == "");
    };
    loads("skypilot_aws_gpu_vms.csv", "H100", "p5-48xlarge-us-east-1");
    loads("runpod_pod_catalog_2023.csv", "A100-80GB", "1x-a100-80gb-secure-us");
    loads("anycloud_vast_vms_gpu.csv", "RTX5090", "1x-rtx-5090-32-65536-ca-na");
}
