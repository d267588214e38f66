#include "sim/scenario/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "sim/scenario/catalogue_figures.hpp"
#include "sim/scenario/catalogue_path.hpp"
#include "sim/scenario/parse.hpp"

namespace trainyard {

namespace {

constexpr std::uintmax_t largest_catalogue_file = 8'000'000;
constexpr std::string_view heading_begins = "# --- ";

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_comment(std::string_view line) {
    const std::size_t indent = indent_of(line);
    return indent < line.size() && line[indent] == '#';
}

bool is_blank(std::string_view line) { return indent_of(line) == line.size(); }

// The lines of one file, numbered from 1.
class Lines {
public:
    Lines(const Sources& sources, std::uint32_t source) : sources_{sources}, source_{source} {
        const std::string& text = sources.text(source);
        count_ = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    }

    // The first line of the comment that stands right above the line.
    int first_of_comment(int line) const {
        while (line > 1 && is_comment(at(line - 1))) {
            --line;
        }
        return line;
    }

    // Behind the last line that belongs to the entry whose key stands on the line.
    int end_of(int line) const {
        const std::size_t indent = indent_of(at(line));
        int end = line + 1;
        while (end <= count_ && !is_blank(at(end)) && indent_of(at(end)) > indent) {
            ++end;
        }
        return end;
    }

    // What the nearest comment `# --- HEADING` above the line says, within its section.
    std::string heading_above(int line) const {
        const std::size_t indent = indent_of(at(line));
        while (--line > 0 && (is_blank(at(line)) || indent_of(at(line)) >= indent)) {
            const std::size_t dashes = at(line).find(heading_begins);
            if (dashes != std::string_view::npos) {
                return std::string{at(line).substr(dashes + heading_begins.size())};
            }
        }
        return {};
    }

    std::string between(int first, int end) const {
        std::string text;
        for (int line = first; line < end; ++line) {
            text += std::string{at(line)} + "\n";
        }
        return text;
    }

    // What follows `# KEY:` in the comment of lines [first, end), with the comment lines after it, up to
    // another such key.
    std::string noted(std::string_view key, int first, int end) const {
        std::string found;
        bool inside = false;
        for (int line = first; line < end; ++line) {
            std::string_view text = at(line);
            text.remove_prefix(std::min(text.find_first_not_of(" #"), text.size()));
            const bool of_key = text.starts_with("source:") || text.starts_with("as_of:");
            inside = of_key ? text.starts_with(fmt::format("{}:", key)) : inside;
            if (inside) {
                text.remove_prefix(of_key ? text.find(':') + 1 : 0);
                text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
                found += (found.empty() ? "" : " ") + std::string{text};
            }
        }
        return found;
    }

private:
    std::string_view at(int line) const { return sources_.line(source_, line); }

    const Sources& sources_;
    std::uint32_t source_;
    int count_ = 0;
};

// The entries below a dotted path; nothing where the file has no such section.
const std::vector<Entry>* entries_at(const Node& root, std::string_view section) {
    const Node* node = &root;
    while (!section.empty()) {
        const std::size_t dot = std::min(section.find('.'), section.size());
        const Entry* found = node->find(section.substr(0, dot));
        if (found == nullptr) {
            return nullptr;
        }
        node = &found->value;
        section.remove_prefix(std::min(dot + 1, section.size()));
    }
    return &node->entries;
}

struct File {
    std::string name;
    std::uint32_t source = 0;
    Node root;
};

CatalogueEntry entry_of(const File& file, const std::string& section, const Entry& entry,
                        const Sources& sources) {
    const Lines lines{sources, file.source};
    const int key = entry.place.line;
    const int first = lines.first_of_comment(key);
    const auto stated = [&](const char* what) {
        const std::string value = value_of(entry.value, what);
        return value.empty() ? lines.noted(what, first, key) : value;
    };
    CatalogueEntry result;
    result.file = file.name;
    result.section = section;
    result.name = entry.key;
    result.gpu = value_of(entry.value, "gpu");
    result.figures = figures_of(section, entry.value);
    result.source = stated("source");
    result.as_of = stated("as_of");
    result.text = lines.between(first, lines.end_of(key));
    result.heading = lines.heading_above(key);
    return result;
}

std::vector<File> read_files(Sources& sources, Report& report) {
    std::vector<File> files;
    for (const std::string& name : catalogue_names()) {
        const std::filesystem::path path = *catalogue_file(name);
        FileText content = read_text_file(path, largest_catalogue_file);
        const std::uint32_t source =
            sources.add(path.string(), path.parent_path(), content.text.value_or(""));
        if (!content.text) {
            report.error(Place{source, 1, 1, 1}, {}, fmt::format("`{}` {}", path.string(), content.problem));
        } else if (auto root = parse(sources, source, report)) {
            files.push_back({name, source, std::move(*root)});
        }
    }
    return files;
}

}  // namespace

const std::vector<std::string>& catalogue_sections() {
    static const std::vector<std::string> sections{
        "gpus", "jobs", "fleet.rigs", "fleet.spot", "fleet.on_demand", "profiles"};
    return sections;
}

Catalogue read_catalogue() {
    Sources sources;
    Report report{sources};
    const std::vector<File> files = read_files(sources, report);
    Catalogue catalogue;
    for (const std::string& section : catalogue_sections()) {
        for (const File& file : files) {
            const std::vector<Entry>* entries = entries_at(file.root, section);
            for (const Entry& entry : entries == nullptr ? std::vector<Entry>{} : *entries) {
                catalogue.entries.push_back(entry_of(file, section, entry, sources));
            }
        }
    }
    for (const File& file : files) {
        const std::vector<CatalogueNote> notes = head_notes(file.name, sources.text(file.source));
        catalogue.notes.insert(catalogue.notes.end(), notes.begin(), notes.end());
    }
    catalogue.errors = report.sorted();
    return catalogue;
}

}  // namespace trainyard
