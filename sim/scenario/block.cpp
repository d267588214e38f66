#include "sim/scenario/block.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "sim/scenario/nearest.hpp"

namespace trainyard {

namespace {

bool is_alternative(const Key& key) { return key.need == Need::one_of || key.need == Need::at_most_one; }

std::string quoted_list(const std::vector<std::string>& names) {
    std::vector<std::string> quoted;
    for (const std::string& name : names) {
        quoted.push_back("`" + name + "`");
    }
    return fmt::format("{}", fmt::join(quoted, ", "));
}

std::string joined(const std::string& path, std::string_view key) {
    constexpr std::size_t longest_shown_key = 100;  // no name is longer
    const std::string shown = key.size() <= longest_shown_key ? std::string{key} : shortened(key);
    return path.empty() ? shown : fmt::format("{}.{}", path, shown);
}

// What has no quantity of its own hands on what the distribution around it is of.
Value below(const Value& parent, const Node& node, Place at, std::string path, const Key& key) {
    const bool own = key.quantity != Quantity::same && key.quantity != Quantity::none;
    return Value{&node,
                 at,
                 std::move(path),
                 &key,
                 own ? key.quantity : parent.quantity,
                 own ? key.range : parent.range};
}

}  // namespace

void complain(Context& context, const Value& value, std::string message) {
    context.report.error(value.node->place, value.path, std::move(message));
}

void complain_at_key(Context& context, const Value& value, std::string message) {
    context.report.error(value.at, value.path, std::move(message));
}

void complain_in_file(Context& context, const Value& value, const std::string& file,
                      const std::vector<TraceError>& errors) {
    for (const TraceError& error : errors) {
        if (error.line == 0) {
            complain(context, value, fmt::format("`{}`: {}", file, error.message));
            continue;
        }
        context.report.error_elsewhere(value.node->place,
                                       Diagnostic{file, error.line, std::max(error.column, 1), value.path,
                                                  error.message, error.source_line, 1, std::nullopt});
    }
}

void complain_of_form(Context& context, const Value& value) {
    if (context.report.full()) {
        complain(context, value, {});
        return;
    }
    const Key* item = find_key(children_of(*value.key), "[]");
    const bool lone_name = value.node->is_scalar() && item != nullptr && (item->forms & reference) != 0;
    const std::string message = fmt::format(
        "expected {}, found {}{}", expected_at(*value.key, value.quantity), described(*value.node),
        lone_name ? fmt::format("; write `[{}]`", shortened(value.node->text)) : std::string{});
    // What is not there has no place of its own that anybody would recognize.
    value.node->kind == Node::Kind::nothing ? complain_at_key(context, value, message)
                                            : complain(context, value, message);
}

// What may be a distribution is one, unless it has a key that the table lists for it (`until`).
std::string_view Block::rows_for(const Value& value) {
    if (value.key == nullptr) {
        return {};
    }
    const std::string_view own = children_of(*value.key);
    const std::vector<const Key*>& rows = keys_below(own);
    const bool has_own = std::any_of(rows.begin(), rows.end(), [&](const Key* row) {
        return value.node->find(row->own_name()) != nullptr;
    });
    return (value.key->forms & distribution) != 0 && !has_own ? "D" : own;
}

Block::Block(Value value, Context& context)
    : value_{std::move(value)}, context_{context}, below_{rows_for(value_)} {
    if (!value_.is_mapping()) {
        complain_of_form(context_, value_);
        return;
    }
    const std::vector<std::string> meant = refuse_unknown_keys();
    check_required(meant);
    check_alternatives(meant.empty());
}

// Returns what they were probably meant to be: of that, one complaint is enough.
std::vector<std::string> Block::refuse_unknown_keys() const {
    std::vector<std::string> known;
    std::vector<std::string> meant;
    for (const Entry& entry : value_.node->entries) {
        if (find_key(below_, entry.key) != nullptr || context_.report.full()) {
            continue;
        }
        if (known.empty()) {
            for (const Key* key : keys_below(below_)) {
                known.emplace_back(key->own_name());
            }
        }
        const std::string merge = entry.key == "<<" ? " (YAML's merge is not supported; use `like`)" : "";
        const std::string hint = merge.empty() ? did_you_mean(entry.key, known) : merge;
        context_.report.error(entry.place, joined(value_.path, entry.key),
                              fmt::format("unknown key `{}`{}", shortened(entry.key), hint));
        meant.push_back(nearest(entry.key, known).value_or(entry.key));
    }
    return meant;
}

void Block::check_required(const std::vector<std::string>& meant) const {
    for (const Key* key : keys_below(below_)) {
        const bool missing = key->need == Need::required && value_.node->find(key->own_name()) == nullptr;
        if (missing && std::find(meant.begin(), meant.end(), key->own_name()) == meant.end()) {
            complain_at_key(context_, value_,
                            fmt::format("missing key `{}`: {}", key->own_name(),
                                        expected_at(*key, key->quantity == Quantity::same ? value_.quantity
                                                                                          : key->quantity)));
        }
    }
}

// `complete`: every key is known, so that what is missing is really missing.
void Block::check_alternatives(bool complete) const {
    std::vector<std::string> alternatives;
    const Entry* first = nullptr;
    bool needed = false;
    for (const Key* key : keys_below(below_)) {
        if (!is_alternative(*key)) {
            continue;
        }
        needed = needed || key->need == Need::one_of;
        alternatives.emplace_back(key->own_name());
        const Entry* entry = value_.node->find(key->own_name());
        if (entry != nullptr && first != nullptr) {
            context_.report.error(entry->place, joined(value_.path, entry->key),
                                  fmt::format("`{}` and `{}` exclude each other", first->key, entry->key),
                                  first->place, fmt::format("`{}` is here", first->key));
        }
        first = first == nullptr ? entry : first;
    }
    if (needed && complete && first == nullptr) {
        complain_at_key(context_, value_, fmt::format("missing: one of {}", quoted_list(alternatives)));
    }
}

std::string_view Block::alternative() const {
    std::string_view found;
    for (const Key* key : keys_below(below_)) {
        if (is_alternative(*key) && has(key->own_name())) {
            if (!found.empty()) {
                return {};
            }
            found = key->own_name();
        }
    }
    return found;
}

bool Block::has(std::string_view key) const { return readable() && value_.node->find(key) != nullptr; }

Value Block::value_at(const Entry& entry, const Key& key) const {
    return below(value_, entry.value, entry.place, joined(value_.path, entry.key), key);
}

std::optional<Value> Block::find(std::string_view key) const {
    const Key* row = find_key(below_, key);
    if (row == nullptr) {
        throw std::logic_error{fmt::format("no key `{}` in the table below `{}`", key, below_)};
    }
    const Entry* entry = readable() ? value_.node->find(key) : nullptr;
    return entry == nullptr ? std::nullopt : std::optional{value_at(*entry, *row)};
}

std::vector<std::pair<const Entry*, Value>> Block::entries() const {
    std::vector<std::pair<const Entry*, Value>> all;
    for (const Entry& entry : value_.node->entries) {
        if (const Key* row = find_key(below_, entry.key)) {
            all.emplace_back(&entry, value_at(entry, *row));
        }
    }
    return all;
}

std::vector<Value> items_of(const Value& value, Context& context) {
    std::vector<Value> items;
    if (!value.is_list()) {
        complain_of_form(context, value);
        return items;
    }
    const Key* row = find_key(children_of(*value.key), "[]");
    for (std::size_t i = 0; i < value.node->items.size(); ++i) {
        const Node& node = value.node->items[i];
        items.push_back(below(value, node, node.place, fmt::format("{}.{}", value.path, i), *row));
    }
    return items;
}

}  // namespace trainyard
