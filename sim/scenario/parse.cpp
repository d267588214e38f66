#include "sim/scenario/parse.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

namespace trainyard {

namespace {

constexpr std::size_t most_levels = 64;
constexpr std::size_t most_values = 500'000;
constexpr std::size_t most_keys = 10'000;  // of one mapping

// Ends the parse: what follows could not be understood.
struct Hopeless {
    Place place;
    std::string message;
};

std::size_t values_in(const Node& node) {
    std::size_t count = 1;
    for (const Node& item : node.items) {
        count += values_in(item);
    }
    for (const Entry& entry : node.entries) {
        count += values_in(entry.value);
    }
    return count;
}

// Builds the tree from yaml-cpp's events: a stack of the lists and mappings that are open.
class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const Sources& sources, std::uint32_t source, Report& report, Offset offset)
        : sources_{sources}, source_{source}, report_{report}, offset_{offset} {}

    std::optional<Node> take() { return std::move(root_); }
    // The innermost list or mapping that has begun and not ended.
    std::optional<Place> innermost() const {
        return stack_.empty() ? std::nullopt : std::optional{stack_.back().node.place};
    }

    Place place_of(const YAML::Mark& mark, std::size_t width = 1) const {
        Place place{source_, mark.line + 1, mark.column + 1, static_cast<int>(width)};
        if (mark.line == 0) {
            place.column += static_cast<int>(offset_.bytes);
        }
        return place;
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (root_) {
            throw Hopeless{place_of(mark), "a second document begins here; a scenario is one document"};
        }
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        Node node;
        node.place = place_of(mark);
        put(std::move(node), anchor);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const auto found = anchors_.find(anchor);
        if (found == anchors_.end()) {
            throw Hopeless{place_of(mark), "this alias stands inside of what its own anchor names"};
        }
        count(values_in(found->second), place_of(mark));
        check_levels(place_of(mark));
        Node copy = found->second;
        add(std::move(copy));
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        Node node;
        node.kind = Node::Kind::scalar;
        node.quoted = tag == "!";
        node.text = value;
        node.place = place_of(mark, written_width(mark, value, node.quoted));
        if (!node.quoted) {
            refuse_tag(tag, node.place);
        }
        put(std::move(node), anchor);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::mapping, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Node node;
        YAML::anchor_t anchor;
        std::optional<Entry> key;  // of a mapping: read, its value not yet
        bool drop = false;         // the value belongs to a key that was refused
    };

    // Quotes included, up to the end of the line.
    std::size_t written_width(const YAML::Mark& mark, const std::string& value, bool quoted) const {
        const Place start = place_of(mark);
        const std::string_view line = sources_.line(source_, start.line);
        const auto from = static_cast<std::size_t>(start.column - 1);
        if (from >= line.size()) {
            return 1;
        }
        if (quoted && (line[from] == '"' || line[from] == '\'')) {
            return quoted_width(std::string_view{sources_.text(source_)}, line, from, start);
        }
        return std::max<std::size_t>(1, std::min(value.size(), line.size() - from));
    }

    // yaml-cpp takes a quote that is never closed for text up to the end of the file.
    std::size_t quoted_width(std::string_view text, std::string_view line, std::size_t from,
                             Place start) const {
        const auto opening = static_cast<std::size_t>(line.data() - text.data()) + from;
        const char quote = text[opening];
        std::size_t at = opening + 1;
        while (at < text.size() && text[at] != quote) {
            at += quote == '"' && text[at] == '\\' ? 2 : 1;
        }
        if (at >= text.size()) {
            throw Hopeless{start, "this quote is never closed"};
        }
        return std::min(at + 1 - opening, line.size() - from);
    }

    void refuse_tag(const std::string& tag, Place place) {
        if (!tag.empty() && tag != "?") {
            report_.error(place, {},
                          fmt::format("YAML tags such as `{}` have no meaning here", shortened(tag)));
        }
    }

    void count(std::size_t more, Place place) {
        values_ += more;
        if (values_ > most_values) {
            throw Hopeless{
                place, fmt::format("more than {} values once aliases (`*name`) are resolved", most_values)};
        }
    }

    void check_levels(Place place) const {
        if (stack_.size() >= most_levels) {
            throw Hopeless{place, fmt::format("nested more than {} levels deep", most_levels)};
        }
    }

    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        const Place place = place_of(mark);
        check_levels(place);
        refuse_tag(tag, place);
        count(1, place);
        Node node;
        node.kind = kind;
        node.place = place;
        stack_.push_back(Open{std::move(node), anchor, std::nullopt});
    }

    void close() {
        Open done = std::move(stack_.back());
        stack_.pop_back();
        if (done.anchor != YAML::NullAnchor) {
            count(values_in(done.node), done.node.place);  // it is kept twice
            anchors_[done.anchor] = done.node;
        }
        add(std::move(done.node));
    }

    void put(Node node, YAML::anchor_t anchor) {
        count(1, node.place);
        if (anchor != YAML::NullAnchor) {
            anchors_[anchor] = node;
        }
        add(std::move(node));
    }

    // The node has its place in what is open: as an item, a key, or a key's value.
    void add(Node node) {
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = stack_.back();
        if (parent.node.is_list()) {
            parent.node.items.push_back(std::move(node));
        } else if (parent.key) {
            parent.key->value = std::move(node);
            if (!parent.drop) {
                parent.node.entries.push_back(std::move(*parent.key));
            }
            parent.key.reset();
        } else {
            begin_entry(parent, std::move(node));
        }
    }

    void begin_entry(Open& parent, Node key) {
        parent.drop = true;
        if (parent.node.entries.size() >= most_keys) {
            throw Hopeless{key.place, fmt::format("more than {} keys in one mapping", most_keys)};
        }
        if (!key.is_scalar()) {
            report_.error(key.place, {}, fmt::format("a key must be a word, found {}", described(key)));
        } else if (const Entry* first = parent.node.find(key.text)) {
            report_.error(key.place, {}, fmt::format("duplicate key `{}`", shortened(key.text)), first->place,
                          "it was first given here");
        } else {
            parent.drop = false;
        }
        parent.key = Entry{std::move(key.text), key.place, Node{}};
    }

    const Sources& sources_;
    std::uint32_t source_;
    Report& report_;
    Offset offset_;
    std::optional<Node> root_;
    std::vector<Open> stack_;
    std::map<YAML::anchor_t, Node> anchors_;
    std::size_t values_ = 0;
};

// yaml-cpp's words for what people do most often, in ours.
std::string in_plain_words(const std::string& message, std::string_view line) {
    if (line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string_view::npos) {
        return "a tab in the indentation; YAML wants blanks";
    }
    static const std::map<std::string, std::string> words{
        {YAML::ErrorMsg::END_OF_MAP, "this line is not a `key: value` at the indentation of its neighbours"},
        {YAML::ErrorMsg::END_OF_MAP_FLOW, "a `,` or a `}` is missing before this"},
        {YAML::ErrorMsg::FLOW_END, "no such bracket is open here; is a `]` or `}` missing before it?"},
        {YAML::ErrorMsg::END_OF_SEQ, "a list goes on with something other than `- item`"},
        {YAML::ErrorMsg::END_OF_SEQ_FLOW, "a `,` or a `]` is missing before this"},
        {YAML::ErrorMsg::MAP_VALUE,
         "a second `:` where one is possible; put a text that contains `: ` in quotes"},
        {YAML::ErrorMsg::UNKNOWN_ANCHOR, "this alias names an anchor that does not exist"},
        {YAML::ErrorMsg::UNKNOWN_TOKEN, "this character cannot begin a value; put the value in quotes"},
    };
    const auto found = words.find(message);
    return found != words.end() ? found->second : message;
}

std::string_view without_blank_ends(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? ""
                                           : line.substr(first, line.find_last_not_of(" \t") - first + 1);
}

// Where a `:` is possible no more, the line above may be to blame: without its own, it goes on below.
std::optional<Place> line_without_colon(const Sources& sources, const Place& stumble) {
    int number = stumble.line - 1;
    std::string_view content;
    for (; number > 0 && (content.empty() || content.front() == '#'); --number) {
        content = without_blank_ends(sources.line(stumble.source, number));
    }
    if (content.empty() || content.front() == '#' || content.front() == '-' || content.ends_with(':') ||
        content.find(": ") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view line = sources.line(stumble.source, number + 1);
    return Place{stumble.source, number + 1, static_cast<int>(content.data() - line.data()) + 1,
                 static_cast<int>(content.size())};
}

void report_invalid(const Sources& sources, const YAML::ParserException& failure, Place place,
                    std::optional<Place> open, Report& report) {
    const auto colon =
        failure.msg == YAML::ErrorMsg::MAP_VALUE ? line_without_colon(sources, place) : std::nullopt;
    if (colon) {
        report.error(*colon, {},
                     "this is not valid YAML: no `key: value`; is the `:` missing, or the blank after it?");
        return;
    }
    const std::string words =
        "this is not valid YAML: " + in_plain_words(failure.msg, sources.line(place.source, place.line));
    const bool unclosed =
        failure.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || failure.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
    if (unclosed && open) {
        report.error(place, {}, words, *open, "what is still open began here");
    } else {
        report.error(place, {}, words);
    }
}

}  // namespace

std::optional<Node> parse(const Sources& sources, std::uint32_t source, Report& report, Offset offset) {
    std::istringstream in{sources.text(source).substr(offset.bytes, offset.length)};
    TreeBuilder builder{sources, source, report, offset};
    try {
        YAML::Parser parser{in};
        if (!parser.HandleNextDocument(builder)) {
            report.error(Place{source, 1, 1 + static_cast<int>(offset.bytes), 1}, {},
                         "there is nothing in it");
            return std::nullopt;
        }
        parser.HandleNextDocument(builder);
    } catch (const Hopeless& failure) {
        report.error(failure.place, {}, failure.message);
        return std::nullopt;
    } catch (const YAML::ParserException& failure) {
        report_invalid(sources, failure, builder.place_of(failure.mark), builder.innermost(), report);
        return std::nullopt;
    }
    return builder.take();
}

}  // namespace trainyard
