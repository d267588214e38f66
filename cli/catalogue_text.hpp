// What `trainyard catalogue` prints: the list of all, or what a word selects, to read and to paste.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/catalogue.hpp"

namespace trainyard {

// "GPU type", "job kind", "rig", "spot", "on demand" or "profile".
std::string kind_of(const CatalogueEntry& entry);

struct CatalogueSelection {
    std::vector<CatalogueEntry> entries;
    std::vector<CatalogueNote> notes;
};

// What matches the word, case ignored: entries by name, kind, GPU type, file, source or the heading that they
// stand below, and notes by key. Where that finds nothing, whatever comment or note has the word.
CatalogueSelection select_from(const Catalogue& catalogue, const std::string& word);

// What a word may have been meant to be.
std::vector<std::string> catalogue_words(const Catalogue& catalogue);

// A line an entry, below a line for each section of each file; at the end the keys of the notes.
std::string catalogue_list(const Catalogue& catalogue);

// The notes, those that the entries cite, and the entries, as one YAML document without a head.
std::string in_full(const Catalogue& catalogue, const CatalogueSelection& selection);

}  // namespace trainyard
