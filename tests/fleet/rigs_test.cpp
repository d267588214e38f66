#include "sim/fleet/rigs.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

using namespace trainyard;

TEST_CASE("a gang gets the lowest rig with room for all of it") {
    Rigs rigs{3, Gpus{4}};
    rigs.take(0, Gpus{3});
    rigs.take(1, Gpus{2});
    CHECK(rigs.lowest_with(Gpus{1}) == 0);
    CHECK(rigs.lowest_with(Gpus{2}) == 1);
    CHECK(rigs.lowest_with(Gpus{3}) == 2);
    rigs.take(2, Gpus{2});
    CHECK(rigs.lowest_with(Gpus{3}) == std::nullopt);  // five are free, on three rigs
    rigs.give_back(0, Gpus{3});
    CHECK(rigs.lowest_with(Gpus{4}) == 0);
}

TEST_CASE("rigs are full when no GPU is free") {
    Rigs rigs{2, Gpus{1}};
    CHECK_FALSE(rigs.full());
    rigs.take(0, Gpus{1});
    CHECK_FALSE(rigs.full());
    rigs.take(1, Gpus{1});
    CHECK(rigs.full());
    CHECK(Rigs{0, Gpus{8}}.full());
    CHECK(Rigs{0, Gpus{8}}.lowest_with(Gpus{1}) == std::nullopt);
}

TEST_CASE("the lowest rig with room is what a walk over all of them finds") {
    std::mt19937 luck{7};
    for (const int count : {1, 2, 3, 5, 8, 13}) {
        Rigs rigs{count, Gpus{8}};
        std::vector<int> free(static_cast<std::size_t>(count), 8);
        std::vector<std::pair<std::size_t, int>> held;
        for (int step = 0; step < 2000; ++step) {
            const int gang = std::uniform_int_distribution{1, 8}(luck);
            std::optional<int> walked;
            for (std::size_t i = 0; i < free.size() && !walked; ++i) {
                if (free[i] >= gang) {
                    walked = static_cast<int>(i);
                }
            }
            REQUIRE(rigs.lowest_with(Gpus{gang}) == walked);
            if (walked) {
                rigs.take(*walked, Gpus{gang});
                free[static_cast<std::size_t>(*walked)] -= gang;
                held.emplace_back(*walked, gang);
            } else {
                const std::size_t which =
                    std::uniform_int_distribution<std::size_t>{0, held.size() - 1}(luck);
                const auto [rig, back] = held[which];
                rigs.give_back(static_cast<int>(rig), Gpus{back});
                free[rig] += back;
                held.erase(held.begin() + static_cast<std::ptrdiff_t>(which));
            }
        }
    }
}
