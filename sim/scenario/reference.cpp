// The table of keys as a page that people read: docs/format.md.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/reader.hpp"

namespace trainyard {

namespace {

constexpr const char* introduction = R"(# The scenario file

This page is made from the table of keys in the program: `trainyard schema` prints the same table as a JSON
Schema for editors, and the reader checks files against it.

A scenario is one YAML document of at most 8 MB. It is read strictly: an unknown key, a duplicate key, a
missing key, a value out of range or a name that nothing declares is an error with file, line and column,
and all errors of a file are reported at once. `trainyard check FILE` does nothing else.

## Values

- **Numbers** are decimal: `4`, `0.55`, `1e6`. Not `0123`, `0x10`, `20_000`, `.5`, `.inf`.
- **A number with a dimension carries its unit**; blanks do not matter: `30 min`, `30min`.
{units}
- Dollars may also be written in front: `$2.49`, `$2.49/gpu-h`. Amounts are kept exactly, prices to nine
  decimals of a dollar, the price of a rig to six.
- **D** in the tables: a distribution may stand instead of a constant. See below.
- **Names** have 1 to 100 characters, none of `* = ; , " [ ] {{ }}`, and no blank or dot at their ends. All
  pools of a fleet share one space of names.
- **Files** are looked up beside the file that names them.
- Anchors and aliases work. Tags and merge keys (`<<`) do not; `like` and `include` are there for that.

## `include`

The keys of the included files are taken as if they stood in this file, down to the fields of a GPU type, a
job kind, a stream, a pool or a strategy; a field's value is replaced whole, so `arrivals` or `checkpoint`
comes from one file only. Keys of this file win over those of included ones, later included files over
earlier ones. A field also replaces the alternatives to it: `trace` replaces `arrivals`. `name`, `question`
and `expect` of an included file are its own affair. What this file names comes first, in its order, then
what only the included files have; that is the order of strategies in results, and of streams where the
order decides.

`catalogue:NAME` is a file of the catalogue that comes with the program.

## `like`

A job kind that is `like` another one has its keys too, except those it gives itself: each is replaced
whole, and one of `work` and `duration` replaces the other. What is like something may be the model of
something else.

## `--set PATH=VALUE`

Changes the scenario after all files have been put together and before it is checked. PATH is as in the
tables and in error messages, with the names in place of `*`: `fleet.spot.a100-spot.interruptions.rate`. An
item of a list goes by its number from 0: `strategies.own-first.pools.1.after`. A name with dots in it is
found if it exists. A key that is absent is created; a stream, pool or other named entry only as a whole.
VALUE is YAML: `--set 'jobs.lora-7b.work={{uniform: [8 gpu-h, 20 gpu-h]}}'`. Files in a VALUE are looked up
beside the scenario.

)";

std::string units_text() {
    std::string text;
    for (const Quantity quantity :
         {Quantity::duration, Quantity::gpu_time, Quantity::bytes, Quantity::bandwidth, Quantity::amount,
          Quantity::flops, Quantity::power, Quantity::share, Quantity::rate, Quantity::money,
          Quantity::machine_price, Quantity::rent, Quantity::tariff}) {
        std::vector<std::string> units;
        for (const Unit& unit : units_of(quantity)) {
            units.push_back(fmt::format("`{}`", unit.name));
        }
        text += fmt::format("  - {}: {}\n", described(quantity), fmt::join(units, " "));
    }
    return text + "  - a month is 730 h, a year 8760 h; KB, MB … are powers of 1000, KiB, MiB … of 1024";
}

std::string kind_of(const Key& key) {
    std::vector<std::string> forms;
    if ((key.forms & words) != 0) {
        for (const std::string& word : split_words(key.options)) {
            forms.push_back(fmt::format("`{}`", word));
        }
    }
    if ((key.forms & reference) != 0) {
        forms.push_back(fmt::format("{}'s name", key.names));
    }
    if ((key.forms & distribution) != 0) {
        forms.push_back(fmt::format("D: {}", described(key.quantity)));
    }
    if ((key.forms & scalar) != 0) {
        forms.push_back(described(key.quantity));
    }
    if ((key.forms & mapping) != 0) {
        forms.emplace_back("mapping");
    }
    if ((key.forms & list) != 0) {
        forms.emplace_back("list");
    }
    if ((key.forms & anything) != 0) {
        forms.emplace_back("any value");
    }
    return fmt::format("{}", fmt::join(forms, ", "));
}

std::string need_of(const Key& key) {
    switch (key.need) {
        case Need::required:
            return "required";
        case Need::one_of:
            return "one of";
        case Need::at_most_one:
            return "at most one of";
        case Need::optional:
            break;
    }
    return std::string{key.fallback};
}

std::string row(const Key& key) {
    const std::string range =
        (key.forms & (scalar | distribution)) != 0 ? described(key.range, key.quantity) : std::string{};
    const std::string doc = range.empty() ? std::string{key.doc} : fmt::format("{} ({})", key.doc, range);
    return fmt::format("| `{}` | {} | {} | {} |\n", key.path, kind_of(key), need_of(key), doc);
}

struct Section {
    const char* title;
    std::vector<std::string_view> prefixes;
};

// The first section takes what no other one does.
const std::vector<Section>& sections() {
    static const std::vector<Section> all{
        {"Top level", {}},
        {"GPU types", {"gpus"}},
        {"Job kinds", {"jobs"}},
        {"Streams of jobs", {"workload"}},
        {"Rigs", {"fleet", "fleet.rigs"}},
        {"Spot", {"fleet.spot"}},
        {"On demand", {"fleet.on_demand"}},
        {"Reserved", {"fleet.reserved"}},
        {"Strategies", {"strategies"}},
        {"Study", {"study"}},
        {"Expectations", {"expect"}},
        {"Distributions (D)", {"D"}},
    };
    return all;
}

bool is_below(std::string_view path, std::string_view prefix) {
    return path == prefix || (path.starts_with(prefix) && path.substr(prefix.size()).starts_with('.'));
}

// The longest prefix decides.
const Section* section_of(const Key& key) {
    const Section* best = &sections().front();
    std::size_t length = 0;
    for (const Section& section : sections()) {
        for (const std::string_view prefix : section.prefixes) {
            if (is_below(key.path, prefix) && prefix.size() > length) {
                best = &section;
                length = prefix.size();
            }
        }
    }
    return best;
}

}  // namespace

std::string format_reference() {
    std::string page = fmt::format(fmt::runtime(introduction), fmt::arg("units", units_text()));
    page +=
        "## Keys\n\n`*` stands for a name of yours, `[]` for an item of a list. The third column is "
        "`required`, "
        "`one of` (exactly one\nof the keys of that mapping marked so), `at most one of`, or the default.\n";
    for (const Section& section : sections()) {
        page += fmt::format("\n### {}\n\n| key | value | need or default | meaning |\n|---|---|---|---|\n",
                            section.title);
        for (const Key& key : key_table()) {
            if (section_of(key) == &section) {
                page += row(key);
            }
        }
    }
    return page;
}

}  // namespace trainyard
