#include "sim/scenario/used_pools.hpp"

#include <catch2/catch.hpp>

#include "sim/scenario/parse.hpp"

using namespace trainyard;

namespace {

Node tree_of(const std::string& text) {
    Sources sources;
    Report report{sources};
    const auto root = parse(sources, sources.add("scenario.yaml", ".", text), report);
    REQUIRE(root);
    return *root;
}

}  // namespace

TEST_CASE("used pools are those that a strategy names, in either form") {
    const Node tree = tree_of(
        "strategies:\n"
        "  a: {pools: [rig, {pool: spot.a, after: 2 h}]}\n"
        "  b: {pools: [rig, [no, name], {after: 1 h}], queue: fifo}\n"
        "  c: none\n");
    CHECK(used_pools(tree) == std::set<std::string>{"rig", "spot.a"});
    CHECK(used_pools(tree_of("name: x\n")).empty());
}

TEST_CASE("a path leads into an unused pool when its name, dots and all, is not among them") {
    const std::set<std::string> used{"rig", "spot.a"};
    CHECK_FALSE(leads_into_unused_pool("fleet.rigs.rig.count", used));
    CHECK_FALSE(leads_into_unused_pool("fleet.spot.spot.a.price", used));
    CHECK_FALSE(leads_into_unused_pool("fleet.rigs.rig", used));
    CHECK_FALSE(leads_into_unused_pool("jobs.rig2.work", used));
    CHECK_FALSE(leads_into_unused_pool("fleet.rigs", used));
    CHECK(leads_into_unused_pool("fleet.rigs.rig2.count", used));
    CHECK(leads_into_unused_pool("fleet.spot.spot.price", used));
}
