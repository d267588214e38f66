#include "analysis/store/compress.hpp"

#include <zlib.h>

#include <cstdint>
#include <cstring>

#include "analysis/store/database.hpp"

namespace trainyard {
namespace {

// The length of the text stands before what zlib makes of it, as eight bytes, lowest first.
constexpr std::size_t head = 8;
constexpr int level = 1;  // rows of a table shrink to a tenth even so; more effort gains little

std::string head_of(std::uint64_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < head; ++i) {
        bytes += static_cast<char>(size >> (8 * i) & 0xffU);
    }
    return bytes;
}

std::uint64_t size_in(std::string_view bytes) {
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < head; ++i) {
        size |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    return size;
}

[[noreturn]] void refuse() { throw StoreError{"the stored lines of a run are damaged"}; }

}  // namespace

std::string compressed(std::string_view text) {
    std::string bytes = head_of(text.size());
    uLongf size = compressBound(text.size());
    bytes.resize(head + size);
    if (compress2(reinterpret_cast<Bytef*>(bytes.data() + head), &size,
                  reinterpret_cast<const Bytef*>(text.data()), text.size(), level) != Z_OK) {
        throw StoreError{"out of memory"};
    }
    bytes.resize(head + size);
    return bytes;
}

std::string decompressed(std::string_view bytes) {
    if (bytes.size() < head || size_in(bytes) / 1100 > bytes.size()) {  // zlib shrinks to 1/1032 at best
        refuse();
    }
    std::string text(size_in(bytes), '\0');
    uLongf size = text.size();
    const std::string_view rest = bytes.substr(head);
    if (uncompress(reinterpret_cast<Bytef*>(text.data()), &size, reinterpret_cast<const Bytef*>(rest.data()),
                   rest.size()) != Z_OK ||
        size != text.size()) {
        refuse();
    }
    return text;
}

}  // namespace trainyard
