// What a file of the catalogue says of its figures at its head: how all its prices, boots or speeds were come
// by. A note of it opens with the key that it is about, or with the tag that the file's comments cite it by:
//   # `boot`: GCP, create call to RUNNING, ...
//   #   and so on, indented
//   # [peak] dense bf16 TFLOPS, as collected in ...
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trainyard {

struct CatalogueNote {
    std::string file;               // NAME of catalogue:NAME
    std::vector<std::string> keys;  // "boot", or "max_instances" and "storage_bandwidth", or "[peak]"
    std::string text;               // its lines, with the "#"
};

// The notes of the comment lines that a file begins with; what stands there before the first is no note.
std::vector<CatalogueNote> head_notes(const std::string& file, std::string_view content);

// Whether an entry's lines have the key ("boot:"), or cite the tag.
bool is_about(const CatalogueNote& note, std::string_view entry_text);

}  // namespace trainyard
