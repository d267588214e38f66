#include "sim/scenario/include.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "sim/scenario/catalogue_path.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/merge.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/parse.hpp"

namespace trainyard {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_file = 8'000'000;
constexpr std::size_t most_files = 100;
constexpr std::string_view catalogue_prefix = "catalogue:";

// Follows includes depth first. `open_` is the chain of files from the scenario to the current one.
class Loader {
public:
    Loader(Sources& sources, Report& report) : sources_{sources}, report_{report} {}

    std::optional<Node> load(const fs::path& file, const Node* asked_by) {
        FileText content = read_text_file(file, largest_file);
        if (!content.text) {
            refuse(file, content.problem, asked_by);
            return std::nullopt;
        }
        const std::uint32_t source =
            asked_by == nullptr
                ? sources_.add(file.string(), file.parent_path(), std::move(*content.text))
                : sources_.add_unproven(file.string(), file.parent_path(), std::move(*content.text));
        std::optional<Node> tree = parse(sources_, source, report_);
        if (tree && !tree->is_mapping()) {
            // Of somebody else's file not even this much is shown.
            const std::string found = asked_by != nullptr && tree->is_scalar() ? "a text" : described(*tree);
            report_.error(tree->place, {},
                          fmt::format("expected a mapping of keys such as `workload:`, found {}", found));
            return std::nullopt;
        }
        if (tree && asked_by != nullptr && !is_of_a_scenario(*tree)) {
            report_.error(tree->place, {}, "none of the keys here is one of a scenario");
            return std::nullopt;
        }
        if (tree) {
            sources_.prove(source);
            open_.push_back(identity(file));
            follow_includes(*tree);
            open_.pop_back();
        }
        return tree;
    }

private:
    static fs::path identity(const fs::path& file) {
        std::error_code error;
        const fs::path canonical = fs::weakly_canonical(file, error);
        return error ? file : canonical;
    }

    static bool is_of_a_scenario(const Node& tree) {
        return tree.entries.empty() ||
               std::any_of(tree.entries.begin(), tree.entries.end(),
                           [](const Entry& entry) { return find_key("", entry.key) != nullptr; });
    }

    void refuse(const fs::path& file, const std::string& problem, const Node* asked_by) {
        const std::string message = fmt::format("`{}` {}", file.string(), problem);
        if (asked_by != nullptr) {
            report_.error(asked_by->place, "include", message);
            return;
        }
        report_.error(Place{sources_.add(file.string(), file.parent_path(), {}), 1, 1, 1}, {}, message);
    }

    void follow_includes(Node& tree) {
        const auto at = std::find_if(tree.entries.begin(), tree.entries.end(),
                                     [](const Entry& entry) { return entry.key == "include"; });
        if (at == tree.entries.end()) {
            return;
        }
        const Entry include = std::move(*at);
        tree.entries.erase(at);
        if (!include.value.is_list()) {
            report_.error(include.place, "include",
                          fmt::format("expected a list such as `[catalogue:gpus, other.yaml]`, found {}",
                                      described(include.value)));
            return;
        }
        for (auto item = include.value.items.rbegin(); item != include.value.items.rend(); ++item) {
            if (const auto base = load_included(*item)) {
                merge_scenario(tree, *base);
            }
        }
    }

    std::optional<Node> load_included(const Node& item) {
        if (!item.is_scalar() || item.text.empty()) {
            report_.error(item.place, "include",
                          fmt::format("expected `catalogue:NAME` or a file, found {}", described(item)));
            return std::nullopt;
        }
        const std::optional<fs::path> file = resolve(item);
        if (!file) {
            return std::nullopt;
        }
        if (std::find(open_.begin(), open_.end(), identity(*file)) != open_.end()) {
            report_.error(item.place, "include",
                          fmt::format("`{}` includes itself{}", file->string(),
                                      open_.back() == identity(*file) ? "" : " in the end"));
            return std::nullopt;
        }
        if (++files_ > most_files) {
            if (files_ == most_files + 1) {
                report_.error(item.place, "include",
                              fmt::format("more than {} files are included", most_files));
            }
            return std::nullopt;
        }
        return load(*file, &item);
    }

    std::optional<fs::path> resolve(const Node& item) {
        if (!item.text.starts_with(catalogue_prefix)) {
            return sources_.folder(item.place.source) / item.text;
        }
        const std::string name = item.text.substr(catalogue_prefix.size());
        const auto file = catalogue_file(name);
        if (!file) {
            report_.error(item.place, "include",
                          fmt::format("the catalogue has no `{}`{}", shortened(name),
                                      did_you_mean(name, catalogue_names())));
        }
        return file;
    }

    Sources& sources_;
    Report& report_;
    std::vector<fs::path> open_;
    std::size_t files_ = 0;
};

}  // namespace

std::optional<Node> load_tree(const std::string& file, Sources& sources, Report& report) {
    return Loader{sources, report}.load(file, nullptr);
}

}  // namespace trainyard
