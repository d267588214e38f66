#include "sim/scenario/set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/nearest.hpp"
#include "sim/scenario/parse.hpp"

namespace trainyard {

namespace {

constexpr const char* off_the_table = "?";  // a path that no row has

// One --set on its way down the tree: what of the path is done and what is left.
class Setting {
public:
    Setting(std::string text, std::filesystem::path folder, Sources& sources, Report& report)
        : text_{std::move(text)}, sources_{sources}, report_{report} {
        source_ = sources_.add("--set", std::move(folder), text_);
    }

    void apply(Node& tree) {
        equals_ = text_.find('=');
        if (equals_ == std::string::npos || equals_ == 0) {
            report_.error(place(0, text_.size()), {}, "expected PATH=VALUE, as in `horizon=30 d`");
            return;
        }
        if (equals_ + 1 == text_.size()) {
            report_.error(place(equals_, 1), text_.substr(0, equals_), "there is no value after the `=`");
            return;
        }
        std::optional<Node> value = parse(sources_, source_, report_, Offset{equals_ + 1});
        if (value) {
            value_ = std::move(*value);
            descend(tree, "");
        }
    }

private:
    Place place(std::size_t from, std::size_t width) const {
        return Place{source_, 1, static_cast<int>(from) + 1,
                     static_cast<int>(std::max<std::size_t>(width, 1))};
    }
    std::string done() const { return text_.substr(0, at_ == 0 ? 0 : at_ - 1); }
    std::string_view left() const { return std::string_view{text_}.substr(at_, equals_ - at_); }
    std::string next_segment() const { return std::string{left().substr(0, left().find('.'))}; }

    void refuse(const std::string& segment, const std::string& message) {
        report_.error(place(at_, segment.size()), text_.substr(0, at_ + segment.size()), message);
    }

    // `row` is the table's path of `node`.
    void descend(Node& node, const std::string& row) {
        if (node.is_mapping()) {
            into_mapping(node, row);
        } else if (node.is_list()) {
            into_list(node, row);
        } else {
            refuse(next_segment(), fmt::format("`{}` is {}, which has nothing below it; set all of it",
                                               done(), described(node)));
        }
    }

    void into_mapping(Node& node, const std::string& row) {
        Entry* entry = longest_match(node);
        const std::string segment = entry != nullptr ? entry->key : next_segment();
        const Key* key = find_key(row, segment);
        const bool last = segment.size() == left().size();
        if (segment.empty() || segment == "include" || (key == nullptr && entry == nullptr)) {
            refuse(segment, segment == "include" ? std::string{"the files to include cannot be set"}
                                                 : unknown_message(node, row, segment));
            return;
        }
        if (entry == nullptr && !last && key->own_name() == "*") {
            refuse(segment, unknown_message(node, row, segment));
            return;
        }
        if (entry == nullptr) {
            Node fresh;
            fresh.kind = Node::Kind::mapping;
            fresh.place = place(at_, segment.size());
            node.entries.push_back(Entry{segment, fresh.place, fresh});
            entry = &node.entries.back();
        }
        if (last) {
            drop_alternatives(node, segment, row);
            entry = node.find(segment);
            *entry = Entry{segment, place(at_, segment.size()), std::move(value_)};
            return;
        }
        at_ += segment.size() + 1;
        descend(entry->value, key == nullptr ? off_the_table : std::string{children_of(*key)});
    }

    // `per_month` set where `rate` was given means instead of it.
    static void drop_alternatives(Node& node, const std::string& segment, const std::string& row) {
        const auto is_alternative = [&](const std::string& name) {
            const Key* key = find_key(row, name);
            return key != nullptr && (key->need == Need::one_of || key->need == Need::at_most_one);
        };
        if (is_alternative(segment)) {
            std::erase_if(node.entries,
                          [&](const Entry& each) { return each.key != segment && is_alternative(each.key); });
        }
    }

    void into_list(Node& node, const std::string& row) {
        const std::string segment = next_segment();
        std::size_t index = 0;
        const auto result = std::from_chars(segment.data(), segment.data() + segment.size(), index);
        const bool number = result.ec == std::errc{} && result.ptr == segment.data() + segment.size();
        if (!number || index >= node.items.size()) {
            const std::string last =
                node.items.empty() ? "it is empty" : fmt::format("0 to {}", node.items.size() - 1);
            refuse(segment, fmt::format("`{}` is a list; expected an item's number: {}", done(), last));
            return;
        }
        if (segment.size() == left().size()) {
            node.items[index] = std::move(value_);
            return;
        }
        at_ += segment.size() + 1;
        const Key* key = find_key(row, "[]");
        descend(node.items[index], key == nullptr ? off_the_table : std::string{children_of(*key)});
    }

    Entry* longest_match(Node& node) const {
        Entry* best = nullptr;
        for (Entry& entry : node.entries) {
            const bool fits = left() == entry.key || left().starts_with(entry.key + ".");
            if (fits && (best == nullptr || entry.key.size() > best->key.size())) {
                best = &entry;
            }
        }
        return best;
    }

    std::string unknown_message(const Node& node, const std::string& row, const std::string& segment) const {
        std::vector<std::string> known;
        for (const Key* key : keys_below(row)) {
            if (key->own_name() != "*") {
                known.emplace_back(key->own_name());
            }
        }
        for (const Entry& entry : node.entries) {
            if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
                known.push_back(entry.key);
            }
        }
        const std::string where = at_ == 0 ? "the scenario" : fmt::format("`{}`", done());
        return fmt::format("{} has no `{}`{}", where, shortened(segment), did_you_mean(segment, known));
    }

    std::string text_;
    Sources& sources_;
    Report& report_;
    std::uint32_t source_ = 0;
    std::size_t equals_ = 0;
    std::size_t at_ = 0;  // where the next segment of the path begins
    Node value_;
};

}  // namespace

void apply_sets(Node& tree, const std::vector<std::string>& sets, const std::filesystem::path& folder,
                Sources& sources, Report& report) {
    for (const std::string& text : sets) {
        Setting{text, folder, sources, report}.apply(tree);
    }
}

}  // namespace trainyard
