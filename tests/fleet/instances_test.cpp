#include "sim/fleet/instances.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("launch numbers ascend, places are the lowest free") {
    Instances instances{std::nullopt};
    CHECK(instances.launch().place == 1);
    CHECK(instances.launch().place == 2);
    CHECK(instances.launch().place == 3);
    instances.release(3);
    instances.release(1);
    const Instances::Launch fourth = instances.launch();
    CHECK(fourth.number == 4);
    CHECK(fourth.place == 1);
    CHECK(instances.launch().place == 3);
    CHECK(instances.launch().place == 4);
}

TEST_CASE("the warm instance with the lowest number is taken first, once") {
    Instances instances{std::nullopt};
    instances.make_warm(MachineIndex{7});
    instances.make_warm(MachineIndex{4});
    instances.make_warm(MachineIndex{5});
    instances.remove_warm(MachineIndex{5});
    CHECK(instances.take_warm() == MachineIndex{4});
    CHECK(instances.take_warm() == MachineIndex{7});
    CHECK(instances.take_warm() == std::nullopt);
}

TEST_CASE("a quota counts what runs, warm instances can be had within it") {
    Instances instances{3};
    CHECK(instances.available(3));
    CHECK_FALSE(instances.available(4));
    const auto first = instances.launch();
    instances.launch();
    CHECK(instances.available(1));
    CHECK_FALSE(instances.available(2));
    instances.make_warm(MachineIndex{0});
    CHECK(instances.available(2));
    instances.launch();
    CHECK(instances.available(1));  // the warm one
    CHECK_FALSE(instances.full());
    instances.take_warm();
    CHECK(instances.full());
    instances.release(first.place);
    CHECK(instances.available(1));
}

TEST_CASE("without a quota any number can be had") {
    Instances instances{std::nullopt};
    for (int i = 0; i < 1000; ++i) {
        instances.launch();
    }
    CHECK(instances.available(1'000'000));
    CHECK_FALSE(instances.full());
}
