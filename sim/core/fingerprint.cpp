#include "sim/core/fingerprint.hpp"

#include <cstdint>

namespace trainyard {

void Fingerprint::bytes(std::string_view more) {
    constexpr Word prime = static_cast<Word>(1) << 88 | 0x13b;
    for (const char each : more) {
        state_ ^= static_cast<unsigned char>(each);
        state_ *= prime;
    }
}

void Fingerprint::text(std::string_view more) {
    std::uint64_t left = more.size();
    for (int i = 0; i < 8; ++i, left >>= 8) {
        const char byte = static_cast<char>(left & 0xFFU);
        bytes({&byte, 1});
    }
    bytes(more);
}

std::string Fingerprint::hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 124; shift >= 0; shift -= 4) {
        text += digits[static_cast<std::size_t>(state_ >> shift) & 0xFU];
    }
    return text;
}

std::string fingerprint_of(std::string_view bytes) {
    Fingerprint fingerprint;
    fingerprint.bytes(bytes);
    return fingerprint.hex();
}

}  // namespace trainyard
