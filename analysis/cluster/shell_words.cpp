#include "analysis/cluster/shell_words.hpp"

#include <fmt/format.h>

#include <optional>

#include "sim/core/printable.hpp"

namespace trainyard {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view harmless =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:@%+";

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_{text} {}

    std::variant<std::vector<std::string>, Refusal> split() {
        while (at_ < text_.size()) {
            const char next = text_[at_++];
            if (blanks.find(next) != std::string_view::npos) {
                end_word();
            } else if (next == '\'' || next == '"') {
                if (!quoted(next)) {
                    return Refusal{std::string{"there is no second "} + next};
                }
            } else if (next == '\\') {
                if (at_ == text_.size()) {
                    return Refusal{"there is nothing after the last \\"};
                }
                add(text_[at_++]);
            } else {
                add(next);
            }
        }
        end_word();
        return words_;
    }

private:
    void add(char letter) { word_ = word_.value_or("") + letter; }

    void end_word() {
        if (word_) {
            words_.push_back(*word_);
            word_.reset();
        }
    }

    // To the second quote; false: there is none.
    bool quoted(char quote) {
        word_ = word_.value_or("");  // '' is a word
        while (at_ < text_.size() && text_[at_] != quote) {
            const bool escape = quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() &&
                                std::string_view{"\"\\$`"}.find(text_[at_ + 1]) != std::string_view::npos;
            at_ += escape ? 1 : 0;
            *word_ += text_[at_++];
        }
        return at_++ < text_.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<std::string> word_;
    std::vector<std::string> words_;
};

// As bash's $'…' has it: what a terminal must not see is written as \xNN.
std::string escaped(std::string_view word) {
    std::string text = "$'";
    while (!word.empty()) {
        const auto next = first_code_point(word);
        const std::string_view letter = word.substr(0, next ? next->bytes : 1);
        if (!next || is_unsafe(next->value)) {
            for (const char byte : letter) {
                text += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
            }
        } else {
            text += (letter == "'" || letter == "\\" ? "\\" : "") + std::string{letter};
        }
        word.remove_prefix(letter.size());
    }
    return text + "'";
}

}  // namespace

std::string shell_quoted(std::string_view word) {
    if (!word.empty() && word.find_first_not_of(harmless) == std::string_view::npos) {
        return std::string{word};
    }
    if (!is_plain_text(word)) {
        return escaped(word);
    }
    std::string quoted = "'";
    for (const char letter : word) {
        quoted += letter == '\'' ? std::string{"'\\''"} : std::string{letter};
    }
    return quoted + "'";
}

std::string shell_quoted(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + shell_quoted(word);
    }
    return text;
}

std::variant<std::vector<std::string>, Refusal> shell_words(std::string_view text) {
    return Splitter{text}.split();
}

}  // namespace trainyard
