#include "sim/scenario/node.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/printable.hpp"

namespace trainyard {

namespace {

// In quotes where it would not be read as the same text without.
std::string scalar_text(const Node& node) {
    const bool plain = !node.text.empty() &&
                       node.text.find_first_of(",[]{}#:'\"\\\n\t") == std::string::npos &&
                       std::string_view{"*&!%@`|>?- "}.find(node.text.front()) == std::string_view::npos;
    if (plain || (!node.quoted && !node.text.empty())) {
        return node.text;
    }
    std::string text;
    for (const char c : node.text) {
        text += c == '\'' ? std::string{"''"} : std::string{c};
    }
    return "'" + text + "'";
}

}  // namespace

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

std::string flow_text(const Node& node) {
    std::string text;
    switch (node.kind) {
        case Node::Kind::nothing:
            return "~";
        case Node::Kind::scalar:
            return scalar_text(node);
        case Node::Kind::list:
            for (const Node& item : node.items) {
                text += (text.empty() ? "" : ", ") + flow_text(item);
            }
            return "[" + text + "]";
        case Node::Kind::mapping:
            for (const Entry& entry : node.entries) {
                text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", entry.key, flow_text(entry.value));
            }
            return "{" + text + "}";
    }
    return {};
}

std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::size_t length = std::min(text.size(), longest);
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return printable(text.substr(0, length)) + (length < text.size() ? "…" : "");
}

}  // namespace trainyard
