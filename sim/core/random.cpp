#include "sim/core/random.hpp"

#include <Random123/philox.h>

namespace trainyard {

// Each part of a stream's name has a word of its own in Philox's key or counter, so two streams
// share numbers only if two entity names share a 64-bit hash. The last word counts blocks of four.
RandomStream::RandomStream(RunSeed run, Purpose purpose, std::uint64_t entity_hash, std::uint64_t number)
    : key_{run.seed, run.replication},
      counter_{entity_hash, number, static_cast<std::uint64_t>(purpose), 0} {}

std::uint64_t RandomStream::bits() {
    if (used_ == 4) {
        const r123::Philox4x64_R<10>::ctr_type counter{{counter_[0], counter_[1], counter_[2], counter_[3]}};
        const r123::Philox4x64_R<10>::key_type key{{key_[0], key_[1]}};
        const auto block = r123::Philox4x64_R<10>{}(counter, key);
        block_ = {block[0], block[1], block[2], block[3]};
        ++counter_[3];
        used_ = 0;
    }
    return block_[static_cast<std::size_t>(used_++)];
}

double RandomStream::uniform() {
    // Odd multiples of 2^-53: every value is exact, and neither end can be reached by rounding.
    return static_cast<double>((bits() >> 11) | 1) * 0x1.0p-53;
}

std::uint64_t hash_name(std::string_view name) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char letter : name) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 0x100000001b3;
    }
    return hash;
}

}  // namespace trainyard
