// Reading the tree against the table of keys: one mapping at a time, every complaint collected.
// A reader asks a Block for its keys by name; what may stand there, in which unit and range, is
// the table's business. Nothing is returned where something was wrong: it is reported then.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/money.hpp"
#include "sim/core/time.hpp"
#include "sim/model/distribution.hpp"
#include "sim/model/job.hpp"
#include "sim/scenario/data_files.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/node.hpp"
#include "sim/scenario/trace_reader.hpp"

namespace trainyard {

// Names that the scenario declares, of one sort: name -> position.
using Names = std::map<std::string, std::size_t, std::less<>>;

// A utilisation that a job states, to be held against the GPU types of the fleet.
struct StatedMfu {
    Place place;
    std::string path;
    ModelTraining training;
    std::vector<bool> gpu_types;  // that the job may run on
};

// What all readers share.
struct Context {
    const Sources& sources;
    Report& report;
    DataFiles& data;
    std::vector<std::string> data_fingerprints = {};          // of the files of numbers used, in their order
    std::map<std::string, Names, std::less<>> declared = {};  // by sort, as in Key::names
    std::vector<StatedMfu> stated_mfus = {};
    std::vector<WeeklyProfile> profiles = {};  // by the position of their names
};

// A value in the tree, with its row of the table.
struct Value {
    const Node* node = nullptr;
    Place at;          // its key, or itself in a list: where to point when something is missing in it
    std::string path;  // as --set takes it
    const Key* key = nullptr;
    Quantity quantity = Quantity::none;
    Range range{};

    bool is_mapping() const { return node->is_mapping(); }
    bool is_list() const { return node->is_list(); }
    bool is_word(std::string_view word) const { return node->is_scalar() && node->text == word; }
};

void complain(Context& context, const Value& value, std::string message);
// At the key instead of the value.
void complain_at_key(Context& context, const Value& value, std::string message);
// What is wrong in another file, which the value names.
void complain_in_file(Context& context, const Value& value, const std::string& file,
                      const std::vector<TraceError>& errors);
// "expected …, found …"
void complain_of_form(Context& context, const Value& value);

// A mapping whose keys are those of the table below the value's row. Its construction reports what
// is no mapping, unknown and missing keys, and keys that exclude each other.
class Block {
public:
    Block(Value value, Context& context);

    const Value& value() const { return value_; }
    Context& context() const { return context_; }
    bool has(std::string_view key) const;
    // The value at a key of the table; nothing when it is absent.
    std::optional<Value> find(std::string_view key) const;
    // The key of the mapping that is there, of those marked as alternatives; empty: none, or several.
    std::string_view alternative() const;
    // All entries, of a mapping whose keys are names.
    std::vector<std::pair<const Entry*, Value>> entries() const;
    // The block has a mapping to read.
    bool readable() const { return value_.is_mapping(); }

private:
    static std::string_view rows_for(const Value& value);
    std::vector<std::string> refuse_unknown_keys() const;
    void check_required(const std::vector<std::string>& meant) const;
    void check_alternatives(bool complete) const;
    Value value_at(const Entry& entry, const Key& key) const;

    Value value_;
    Context& context_;
    std::string_view below_;
};

// The items of a list; reports what is no list.
std::vector<Value> items_of(const Value& value, Context& context);

// Single values. Each checks form, unit and range.
std::optional<double> read_number(const Value& value, Context& context);  // in base units
std::optional<std::int64_t> read_whole(const Value& value, Context& context);
std::optional<int> read_count(const Value& value, Context& context);
std::optional<Seconds> read_seconds(const Value& value, Context& context);
std::optional<bool> read_flag(const Value& value, Context& context);
std::optional<std::string> read_text(const Value& value, Context& context);
// Seconds since 1970, UTC.
std::optional<std::int64_t> read_date(const Value& value, Context& context);
// Position among the key's words.
std::optional<std::size_t> read_word(const Value& value, Context& context);
// Exact to the nano-dollar, for one unit of time of a machine with so many GPUs.
std::optional<Price> read_price(const Value& value, int gpus, Context& context);
std::optional<Money> read_money(const Value& value, Context& context);
// The number in base units x 10^places, exactly if it can be, else rounded.
std::optional<std::int64_t> read_scaled(const Value& value, int places, Context& context);
// The position of a declared name of the key's sort.
std::optional<std::size_t> read_reference(const Value& value, Context& context);
std::optional<std::size_t> find_name(const Value& value, std::string_view sort, const std::string& name,
                                     Place place, Context& context);
// Whether a name that the user chose can be one; reports it.
bool check_name(const std::string& name, Place place, const std::string& path, Context& context);

// A constant or any distribution.
std::optional<Distribution> read_distribution(const Value& value, Context& context);

// Reads a key into `target` if it is there and right; else leaves it as it is.
template <class Target, class Reader>
void read(const Block& block, std::string_view key, Target& target, Reader reader) {
    if (const auto value = block.find(key)) {
        if (auto result = reader(*value, block.context())) {
            target = std::move(*result);
        }
    }
}

}  // namespace trainyard
