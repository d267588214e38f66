// The table of keys as a JSON Schema. YAML has no units: a value with one is a string there.
#include <fmt/format.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* number_pattern = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

std::string escaped(std::string_view unit) {
    std::string pattern;
    for (const char c : unit) {
        pattern += c == '/' ? std::string{" */ *"} : std::string{c};
    }
    return pattern;
}

// A number and one of the units, or dollars as `$2.49/h`.
std::string pattern_of(Quantity quantity) {
    std::string units;
    std::string dollars;
    for (const Unit& unit : units_of(quantity)) {
        units += (units.empty() ? "" : "|") + escaped(unit.name);
        if (unit.name.starts_with("USD")) {
            dollars += (dollars.empty() ? "" : "|") + escaped(unit.name.substr(3));
        }
    }
    const std::string plain = std::string{number_pattern} + " *(" + units + ")";
    return dollars.empty() ? "^" + plain + "$"
                           : "^(" + plain + "|-?\\$ *" + number_pattern + "(" + dollars + "))$";
}

void add_range(Json& schema, const Range& range) {
    if (range.least > -std::numeric_limits<double>::infinity()) {
        schema[range.more_than_least ? "exclusiveMinimum" : "minimum"] = range.least;
    }
    if (range.most < std::numeric_limits<double>::infinity()) {
        schema[range.less_than_most ? "exclusiveMaximum" : "maximum"] = range.most;
    }
}

Json single_value(Quantity quantity, const Range& range) {
    if (!units_of(quantity).empty()) {
        return {{"type", "string"}, {"pattern", pattern_of(quantity)}};
    }
    switch (quantity) {
        case Quantity::whole:
        case Quantity::number: {
            Json schema{{"type", quantity == Quantity::whole ? "integer" : "number"}};
            add_range(schema, range);
            return schema;
        }
        case Quantity::flag:
            return {{"type", "boolean"}};
        case Quantity::date:
            return {{"type", "string"}, {"pattern", "^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}:\\d{2}Z)?$"}};
        case Quantity::bound:
            return {{"anyOf", {{{"type", "number"}}, single_value(Quantity::share, range)}}};
        default:
            return {{"type", Json::array({"string", "number", "boolean"})}};
    }
}

// Builds the schema of a row and of all rows below it. `meaning` is the row whose distribution a
// `same` stands in.
class Builder {
public:
    Json object(std::string_view path, const Key* meaning) const {
        Json schema{{"type", "object"}};
        Json properties = Json::object();
        Json required = Json::array();
        Json alternatives = Json::array();
        for (const Key* key : keys_below(path)) {
            if (key->own_name() == "*") {
                schema["additionalProperties"] = value(*key, meaning);
                continue;
            }
            properties[std::string{key->own_name()}] = value(*key, meaning);
            if (key->need == Need::required) {
                required.push_back(key->own_name());
            } else if (key->need != Need::optional) {
                alternatives.push_back(key->own_name());
            }
        }
        if (!properties.empty()) {
            schema["properties"] = std::move(properties);
            schema["additionalProperties"] = false;
        }
        require(schema, required, alternatives, completed_elsewhere(path));
        return schema;
    }

private:
    static bool has(const Key& key, unsigned form) { return (key.forms & form) != 0; }

    // What an included file or `like` may complete: one file need not have all of it.
    static bool completed_elsewhere(std::string_view path) {
        return path.empty() || path == "fleet" || (path.ends_with(".*") && !path.starts_with("expect"));
    }

    static void require(Json& schema, const Json& required, const Json& alternatives, bool elsewhere) {
        if (!elsewhere && !required.empty()) {
            schema["required"] = required;
        }
        if (!elsewhere && !alternatives.empty()) {
            Json one_of = Json::array();
            for (const Json& name : alternatives) {
                one_of.push_back({{"required", Json::array({name})}});
            }
            schema["oneOf"] = std::move(one_of);
        }
        if (elsewhere && !alternatives.empty()) {
            schema["not"] = {{"required", alternatives}};
        }
    }

    Json value(const Key& key, const Key* meaning) const {
        Json forms = Json::array();
        const Key& of = key.quantity == Quantity::same && meaning != nullptr ? *meaning : key;
        if (has(key, words)) {
            forms.push_back({{"enum", split_words(key.options)}});
        }
        if (has(key, reference)) {
            forms.push_back({{"type", Json::array({"string", "number", "boolean"})}});
        }
        if (has(key, scalar | distribution)) {
            forms.push_back(single_value(of.quantity, of.range));
        }
        if (has(key, distribution)) {
            forms.push_back(object("D", &key));
        }
        if (has(key, mapping)) {
            forms.push_back(mapping_at(key, meaning));
        }
        if (has(key, list)) {
            const Key* item = find_key(children_of(key), "[]");
            forms.push_back({{"type", "array"}, {"items", value(*item, meaning)}});
        }
        if (has(key, anything)) {
            forms.push_back(Json::object());
        }
        Json schema = forms.size() == 1 ? forms.front() : Json{{"anyOf", forms}};
        schema["description"] = key.fallback.empty() ? std::string{key.doc}
                                                     : fmt::format("{} Default: {}.", key.doc, key.fallback);
        return schema;
    }

    // Job kinds stand in two places, and are written once.
    Json mapping_at(const Key& key, const Key* meaning) const {
        if (children_of(key) == "jobs.*") {
            return {{"$ref", "#/$defs/job"}};
        }
        return object(children_of(key), meaning);
    }
};

}  // namespace

std::string json_schema() {
    const Builder builder;
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Trainyard scenario"}};
    schema.update(builder.object("", nullptr));
    schema["required"] = Json::array({"trainyard"});
    schema["$defs"] = {{"job", builder.object("jobs.*", nullptr)}};
    return schema.dump(2) + "\n";
}

}  // namespace trainyard
