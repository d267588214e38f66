#include "sim/scenario/node.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace trainyard {

const Entry* Node::find(std::string_view key) const {
    const auto at =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.key == key; });
    return at == entries.end() ? nullptr : &*at;
}

Entry* Node::find(std::string_view key) {
    return const_cast<Entry*>(static_cast<const Node&>(*this).find(key));
}

std::string described(const Node& node) {
    switch (node.kind) {
        case Node::Kind::nothing:
            return "nothing";
        case Node::Kind::scalar:
            return fmt::format("`{}`", shortened(node.text));
        case Node::Kind::list:
            return "a list";
        case Node::Kind::mapping:
            return "a mapping";
    }
    return {};
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string result;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (result.size() >= longest && (value & 0xC0U) != 0x80U) {
            return result + "…";
        }
        result += value < 0x20U || value == 0x7FU ? ' ' : byte;
    }
    return result;
}

}  // namespace trainyard
