// Texts as zlib keeps them.
#pragma once

#include <string>
#include <string_view>

namespace trainyard {

std::string compressed(std::string_view text);
// Throws StoreError when the bytes are damaged.
std::string decompressed(std::string_view bytes);

}  // namespace trainyard
