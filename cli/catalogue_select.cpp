#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <set>

#include "cli/catalogue_text.hpp"

namespace trainyard {
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

bool has(const std::string& text, const std::string& word) {
    return lower(text).find(word) != std::string::npos;
}

// The comments of lines of YAML, in one.
std::string comments_of(const std::string& text) {
    std::string comments;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t mark = text.find('#', begin);
        if (mark < end) {
            comments += text.substr(mark + 1, end - mark);
        }
        begin = end + 1;
    }
    return comments;
}

bool is_named(const CatalogueEntry& entry, const std::string& word) {
    const std::vector<std::string> texts{entry.name, entry.source,   entry.gpu,
                                         entry.file, kind_of(entry), entry.heading};
    return std::any_of(texts.begin(), texts.end(),
                       [&word](const std::string& text) { return has(text, word); });
}

bool is_keyed(const CatalogueNote& note, const std::string& word) {
    return std::any_of(note.keys.begin(), note.keys.end(),
                       [&word](const std::string& key) { return key == word || key == "[" + word + "]"; });
}

template <typename Item, typename Wanted>
std::vector<Item> those(const std::vector<Item>& items, Wanted wanted) {
    std::vector<Item> found;
    std::copy_if(items.begin(), items.end(), std::back_inserter(found), wanted);
    return found;
}

}  // namespace

std::string kind_of(const CatalogueEntry& entry) {
    static const std::map<std::string, std::string> kinds{{"gpus", "GPU type"},
                                                          {"jobs", "job kind"},
                                                          {"fleet.rigs", "rig"},
                                                          {"fleet.spot", "spot"},
                                                          {"fleet.on_demand", "on demand"},
                                                          {"profiles", "profile"}};
    return kinds.at(entry.section);
}

CatalogueSelection select_from(const Catalogue& catalogue, const std::string& word) {
    const std::string small = lower(word);
    CatalogueSelection found{
        those(catalogue.entries, [&small](const CatalogueEntry& entry) { return is_named(entry, small); }),
        those(catalogue.notes, [&small](const CatalogueNote& note) { return is_keyed(note, small); })};
    if (found.entries.empty() && found.notes.empty()) {
        found.entries = those(catalogue.entries, [&small](const CatalogueEntry& entry) {
            return has(comments_of(entry.text), small);
        });
        found.notes =
            those(catalogue.notes, [&small](const CatalogueNote& note) { return has(note.text, small); });
    }
    return found;
}

std::vector<std::string> catalogue_words(const Catalogue& catalogue) {
    std::set<std::string> known;
    for (const CatalogueEntry& entry : catalogue.entries) {
        known.insert({entry.name, entry.file, kind_of(entry)});
    }
    for (const CatalogueNote& note : catalogue.notes) {
        known.insert(note.keys.begin(), note.keys.end());
    }
    return {known.begin(), known.end()};
}

}  // namespace trainyard
