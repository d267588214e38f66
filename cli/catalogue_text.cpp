#include "cli/catalogue_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "analysis/text/text.hpp"

namespace trainyard {
namespace {

using Entries = std::vector<CatalogueEntry>;

template <typename Text>
std::size_t width_of(const Entries& entries, Text text) {
    std::size_t width = 0;
    for (const CatalogueEntry& entry : entries) {
        width = std::max(width, display_width(printable(text(entry))));
    }
    return width;
}

// "\nNotes …\n  gpus  [lambda], bf16, …": which file has notes on what.
std::string notes_list(const std::vector<CatalogueNote>& notes) {
    std::map<std::string, std::vector<std::string>> keys;
    std::size_t width = 0;
    for (const CatalogueNote& note : notes) {
        std::vector<std::string>& of_file = keys[note.file];
        of_file.insert(of_file.end(), note.keys.begin(), note.keys.end());
        width = std::max(width, note.file.size());
    }
    std::string text;
    for (const auto& [file, of_file] : keys) {
        text += text.empty() ? "\nnotes on figures, `trainyard catalogue KEY`\n" : "";
        text += fmt::format("  {:<{}}  {}\n", printable(file), width,
                            printable(fmt::format("{}", fmt::join(of_file, ", "))));
    }
    return text;
}

// The lines of YAML that open a section inside of another: "fleet:\n  spot:\n" after "gpus".
std::string opening(const std::string& section, const std::string& before) {
    const std::size_t dot = section.find('.');
    if (dot == std::string::npos) {
        return section + ":\n";
    }
    const std::string outer = section.substr(0, dot);
    return (before.starts_with(outer + ".") ? "" : outer + ":\n") + "  " + section.substr(dot + 1) + ":\n";
}

std::string includes(const Entries& entries) {
    std::set<std::string> files;
    bool machines = false;
    bool types = false;
    for (const CatalogueEntry& entry : entries) {
        files.insert("catalogue:" + entry.file);
        machines = machines || !entry.gpu.empty();
        types = types || entry.section == "gpus";
    }
    std::string text = fmt::format("# include: [{}]   # brings these as they are\n", fmt::join(files, ", "));
    if (machines && !types) {
        text +=
            "# Or paste them, with include: [catalogue:gpus] for their GPU types; a line such as `fleet:` "
            "that\n"
            "# the file has already stands there once.\n";
    }
    return text;
}

bool is_among(const CatalogueNote& note, const std::vector<CatalogueNote>& notes) {
    return std::any_of(notes.begin(), notes.end(), [&note](const CatalogueNote& other) {
        return other.file == note.file && other.keys == note.keys;
    });
}

// The notes that entries cite by tag, as in "[peak] 121/312", and the names of those on keys that they have.
struct Cited {
    std::string tags;
    std::set<std::string> keys;
};

Cited cited(const Catalogue& catalogue, const CatalogueSelection& selection) {
    Cited result;
    for (const CatalogueNote& note : catalogue.notes) {
        const bool wanted = !is_among(note, selection.notes) &&
                            std::any_of(selection.entries.begin(), selection.entries.end(),
                                        [&note](const CatalogueEntry& entry) {
                                            return entry.file == note.file && is_about(note, entry.text);
                                        });
        if (wanted && note.keys.front().starts_with('[')) {
            result.tags += note.text;
        } else if (wanted) {
            result.keys.insert(note.keys.begin(), note.keys.end());
        }
    }
    return result;
}

}  // namespace

std::string catalogue_list(const Catalogue& catalogue) {
    const Entries& entries = catalogue.entries;
    const std::size_t name = width_of(entries, [](const CatalogueEntry& entry) { return entry.name; });
    const std::size_t figures = width_of(entries, [](const CatalogueEntry& entry) { return entry.figures; });
    const std::size_t as_of = width_of(entries, [](const CatalogueEntry& entry) { return entry.as_of; });
    std::string text = "`trainyard catalogue WORD` shows what matches in full, to paste.\n";
    std::string heading;
    for (const CatalogueEntry& entry : entries) {
        const std::string next =
            fmt::format("\n{}, include: [catalogue:{}]\n", kind_of(entry), printable(entry.file));
        text += next == heading ? "" : next;
        heading = next;
        text += fmt::format("  {}  {}  {}  {}\n", padded_right(printable(entry.name), name),
                            padded_right(printable(entry.figures), figures),
                            padded_right(printable(entry.as_of), as_of), printable(entry.source));
    }
    return text + notes_list(catalogue.notes);
}

std::string in_full(const Catalogue& catalogue, const CatalogueSelection& selection) {
    std::string text;
    for (const CatalogueNote& note : selection.notes) {
        text += fmt::format("# catalogue:{}\n{}", note.file, note.text);
    }
    if (selection.entries.empty()) {
        return text;
    }
    const Cited notes = cited(catalogue, selection);
    text += (text.empty() ? "" : "\n") + includes(selection.entries) + notes.tags;
    if (!notes.keys.empty()) {
        text += fmt::format("# How these were come by: trainyard catalogue KEY, of {}\n",
                            fmt::join(notes.keys, ", "));
    }
    std::string section;
    for (const CatalogueEntry& entry : selection.entries) {
        text += entry.section == section ? "" : opening(entry.section, section);
        section = entry.section;
        text += entry.text;
    }
    return text;
}

}  // namespace trainyard
