#include "sim/core/random.hpp"

#include <Random123/philox.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace trainyard;

TEST_CASE("Philox4x64-10 gives the published numbers for a counter and a key of zeros") {
    // Random123, tests/kat_vectors.
    RandomStream random{{0, 0}, Purpose{0}, 0, 0};
    CHECK(random.bits() == 0x16554d9eca36314c);
    CHECK(random.bits() == 0xdb20fe9d672d0fdc);
    CHECK(random.bits() == 0xd7e772cee186176b);
    CHECK(random.bits() == 0x7e68b68aec7ba23b);
}

TEST_CASE("Philox4x64-10 gives the published numbers for the digits of pi") {
    // Random123, tests/kat_vectors.
    const r123::Philox4x64::ctr_type counter{
        {0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89}};
    const r123::Philox4x64::key_type key{{0x452821e638d01377, 0xbe5466cf34e90c6c}};
    const auto block = r123::Philox4x64{}(counter, key);
    CHECK(block[0] == 0xa528f45403e61d95);
    CHECK(block[1] == 0x38c72dbd566e9788);
    CHECK(block[2] == 0xa5a1610e72fd18b5);
    CHECK(block[3] == 0x57bd43b5e52b7fe6);
}

TEST_CASE("each part of a stream's name has its word, and the last word counts blocks") {
    RandomStream random{{11, 12}, Purpose::boot, 13, 14};
    for (std::uint64_t block = 0; block < 3; ++block) {
        const auto expected = r123::Philox4x64{}({{13, 14, 12, block}}, {{11, 12}});
        for (std::size_t word = 0; word < 4; ++word) {
            CHECK(random.bits() == expected[word]);
        }
    }
}

TEST_CASE("a stream is the same whatever else is drawn") {
    RandomStream alone{{1, 1}, Purpose::work, hash_name("support-bot"), 7};
    std::array<std::uint64_t, 9> expected{};
    for (auto& bits : expected) {
        bits = alone.bits();
    }
    RandomStream again{{1, 1}, Purpose::work, hash_name("support-bot"), 7};
    RandomStream other{{1, 1}, Purpose::work, hash_name("support-bot"), 8};
    for (const std::uint64_t bits : expected) {
        CHECK(again.bits() == bits);
        CHECK(other.bits() != bits);
    }
}

TEST_CASE("a change of any part of the name changes the numbers") {
    std::set<std::uint64_t> first_numbers;
    for (const std::uint64_t seed : {1, 2}) {
        for (const std::uint64_t replication : {1, 2}) {
            for (const Purpose purpose : {Purpose::work, Purpose::life}) {
                for (const std::uint64_t entity : {hash_name("a"), hash_name("b")}) {
                    for (const std::uint64_t number : {1, 2}) {
                        first_numbers.insert(
                            RandomStream{{seed, replication}, purpose, entity, number}.bits());
                    }
                }
            }
        }
    }
    CHECK(first_numbers.size() == 32);
}

TEST_CASE("uniform numbers lie inside (0, 1) and have its mean and variance") {
    RandomStream random{{1, 1}, Purpose::work, 0, 0};
    constexpr int draws = 200'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < draws; ++i) {
        const double u = random.uniform();
        REQUIRE((u > 0 && u < 1));
        sum += u - 0.5;
        squares += (u - 0.5) * (u - 0.5);
    }
    const double deviation = std::sqrt(1.0 / 12 / draws);
    CHECK(std::abs(sum / draws) < 4 * deviation);
    CHECK(squares / draws == Approx(1.0 / 12).epsilon(0.01));
}

TEST_CASE("names are hashed by FNV-1a") {
    // Landon Curt Noll's test vectors.
    CHECK(hash_name("") == 0xcbf29ce484222325);
    CHECK(hash_name("a") == 0xaf63dc4c8601ec8c);
    CHECK(hash_name("foobar") == 0x85944171f73967e8);
    CHECK(hash_name("\xff") != hash_name("\x7f"));
}
