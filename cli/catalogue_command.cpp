#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <map>
#include <set>

#include "analysis/text/text.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/nearest.hpp"

namespace trainyard {
namespace {

using Entries = std::vector<CatalogueEntry>;

std::string kind_of(const CatalogueEntry& entry) {
    static const std::map<std::string, std::string> kinds{{"gpus", "GPU type"},
                                                          {"jobs", "job kind"},
                                                          {"fleet.rigs", "rig"},
                                                          {"fleet.spot", "spot"},
                                                          {"fleet.on_demand", "on demand"}};
    return kinds.at(entry.section);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

bool matches(const CatalogueEntry& entry, const std::string& word) {
    const std::vector<std::string> texts{entry.name, entry.source, entry.gpu, entry.file, kind_of(entry)};
    return std::any_of(texts.begin(), texts.end(), [&word](const std::string& text) {
        return lower(text).find(lower(word)) != std::string::npos;
    });
}

// What a word may have been meant to be.
std::vector<std::string> words(const Entries& entries) {
    std::set<std::string> known;
    for (const CatalogueEntry& entry : entries) {
        known.insert({entry.name, entry.file, kind_of(entry)});
    }
    return {known.begin(), known.end()};
}

template <typename Text>
std::size_t width_of(const Entries& entries, Text text) {
    std::size_t width = 0;
    for (const CatalogueEntry& entry : entries) {
        width = std::max(width, display_width(printable(text(entry))));
    }
    return width;
}

// A line an entry, below a line for each section of each file.
std::string list(const Entries& entries) {
    const auto name = [](const CatalogueEntry& entry) { return entry.name; };
    const auto figures = [](const CatalogueEntry& entry) { return entry.figures; };
    const auto as_of = [](const CatalogueEntry& entry) { return entry.as_of; };
    const std::size_t name_width = width_of(entries, name);
    const std::size_t figures_width = width_of(entries, figures);
    const std::size_t as_of_width = width_of(entries, as_of);
    std::string text = "`trainyard catalogue WORD` shows what matches in full, to paste.\n";
    std::string heading;
    for (const CatalogueEntry& entry : entries) {
        const std::string next =
            fmt::format("\n{}, include: [catalogue:{}]\n", kind_of(entry), printable(entry.file));
        text += next == heading ? "" : next;
        heading = next;
        text += fmt::format("  {}  {}  {}  {}\n", padded_right(printable(entry.name), name_width),
                            padded_right(printable(entry.figures), figures_width),
                            padded_right(printable(entry.as_of), as_of_width), printable(entry.source));
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

// All entries as YAML: comments, then a section with its entries, as in the catalogue's files.
std::string in_full(const Entries& entries) {
    std::set<std::string> files;
    for (const CatalogueEntry& entry : entries) {
        files.insert("catalogue:" + entry.file);
    }
    std::string text = fmt::format("# include: [{}]   # brings these; GPU types are in catalogue:gpus\n",
                                   fmt::join(files, ", "));
    std::string section;
    for (const CatalogueEntry& entry : entries) {
        text += entry.section == section ? "" : opening(entry.section, section);
        section = entry.section;
        text += entry.text;
    }
    return text;
}

}  // namespace

int catalogue_command(const std::optional<std::string>& word) {
    const Catalogue catalogue = read_catalogue();
    if (!catalogue.errors.empty() || catalogue.entries.empty()) {
        fmt::print(stderr, "{}", render(catalogue.errors));
        complain("the catalogue that comes with trainyard cannot be read where it was installed or built");
        return exit_run_failed;
    }
    if (!word) {
        print_result(list(catalogue.entries));
        return exit_fine;
    }
    Entries found;
    std::copy_if(catalogue.entries.begin(), catalogue.entries.end(), std::back_inserter(found),
                 [&word](const CatalogueEntry& entry) { return matches(entry, *word); });
    if (found.empty()) {
        complain(fmt::format("the catalogue has nothing that matches `{}`{}", printable(*word),
                             did_you_mean(*word, words(catalogue.entries))));
        say("Run `trainyard catalogue` for the list of all.");
        return exit_bad_input;
    }
    print_result(in_full(found));
    return exit_fine;
}

}  // namespace trainyard
