#include "sim/scenario/catalogue_notes.hpp"

#include <algorithm>

namespace trainyard {

namespace {

constexpr std::string_view note_begins = "# ";

// "`a`, `b`: …" or "[a] …": what the line begins with; nothing for any other line.
std::vector<std::string> keys_of(std::string_view line) {
    std::vector<std::string> keys;
    line.remove_prefix(std::min(note_begins.size(), line.size()));
    if (line.starts_with('[') && line.find(']') != std::string_view::npos) {
        keys.emplace_back(line.substr(0, line.find(']') + 1));
        return keys;
    }
    while (line.starts_with('`')) {
        const std::size_t end = line.find('`', 1);
        if (end == std::string_view::npos) {
            return {};
        }
        keys.emplace_back(line.substr(1, end - 1));
        line.remove_prefix(end + 1);
        line.remove_prefix(line.starts_with(", `") ? 2 : 0);
    }
    return keys;
}

bool has_key(std::string_view text, const std::string& key) {
    const std::string wanted = key + ":";
    for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
        const char before = at == 0 ? ' ' : text[at - 1];
        if (before == ' ' || before == '{') {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<CatalogueNote> head_notes(const std::string& file, std::string_view content) {
    std::vector<CatalogueNote> notes;
    bool inside = false;
    while (content.starts_with('#')) {
        const std::size_t end = std::min(content.find('\n'), content.size());
        const std::string_view line = content.substr(0, end);
        content.remove_prefix(std::min(end + 1, content.size()));
        if (std::vector<std::string> keys = keys_of(line); !keys.empty()) {
            notes.push_back({file, std::move(keys), ""});
            inside = true;
        }
        inside = inside && line != "#";
        if (inside) {
            notes.back().text += std::string{line} + "\n";
        }
    }
    return notes;
}

bool is_about(const CatalogueNote& note, std::string_view entry_text) {
    return std::any_of(note.keys.begin(), note.keys.end(), [entry_text](const std::string& key) {
        return key.starts_with('[') ? entry_text.find(key) != std::string_view::npos
                                    : has_key(entry_text, key);
    });
}

}  // namespace trainyard
