#include "sim/core/fingerprint.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

// The vectors of draft-eastlake-fnv for FNV-1a of 128 bits.
TEST_CASE("fingerprints are FNV-1a") {
    CHECK(fingerprint_of("") == "6c62272e07bb014262b821756295c58d");
    CHECK(fingerprint_of("a") == "d228cb696f1a8caf78912b704e4a8964");
    CHECK(fingerprint_of("foobar") == "343e1662793c64bf6f0d3597ba446f18");
}

TEST_CASE("a fingerprint depends on where texts end, not on how bytes are handed in") {
    const auto of = [](std::string_view first, std::string_view second) {
        Fingerprint fingerprint;
        fingerprint.text(first);
        fingerprint.text(second);
        return fingerprint.hex();
    };
    CHECK(of("a", "bc") != of("ab", "c"));
    Fingerprint pieces;
    pieces.bytes("foo");
    pieces.bytes("bar");
    CHECK(pieces.hex() == fingerprint_of("foobar"));
}
