// A name for content: the same bytes have the same one, on every machine; others have another.
#pragma once

#include <string>
#include <string_view>

namespace trainyard {

// FNV-1a of 128 bits over all that is added (Fowler, Noll and Vo; draft-eastlake-fnv). Tells changes
// apart, no forgeries.
class Fingerprint {
public:
    void bytes(std::string_view more);
    // A text and where it ends, so that "a", "bc" and "ab", "c" differ.
    void text(std::string_view more);
    // 32 hexadecimal digits.
    std::string hex() const;

private:
    __extension__ using Word = unsigned __int128;
    Word state_ = static_cast<Word>(0x6c62272e07bb0142) << 64 | 0x62b821756295c58d;
};

std::string fingerprint_of(std::string_view bytes);

}  // namespace trainyard
