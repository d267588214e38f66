// The catalogue's entries one by one: what `include: [catalogue:NAME]` can bring, for people to look
// through and to paste from.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/catalogue_notes.hpp"
#include "sim/scenario/diagnostic.hpp"

namespace trainyard {

struct CatalogueEntry {
    std::string file;     // NAME of catalogue:NAME
    std::string section;  // where it stands: "gpus", "jobs", "fleet.rigs", "fleet.spot", "fleet.on_demand",
                          // "profiles"
    std::string name;
    std::string gpu;      // of a machine; empty otherwise
    std::string figures;  // what tells it from its like, as the file writes it
    // The keys `source` and `as_of` of a rented machine, the comment lines `# source:` and `# as_of:`
    // above any other entry.
    std::string source;
    std::string as_of;
    std::string text;     // its lines in the file, with the comment right above it
    std::string heading;  // the comment `# --- HEADING` that it stands below: "Hyperscalers"; may be empty
};

struct Catalogue {
    std::vector<CatalogueEntry> entries;  // by section, then file, then as the file has them
    std::vector<Diagnostic> errors;       // of files that cannot be read
    std::vector<CatalogueNote> notes;     // of all files, as they have them
};

// The sections that have entries, in the order of `Catalogue::entries`.
const std::vector<std::string>& catalogue_sections();

Catalogue read_catalogue();

}  // namespace trainyard
