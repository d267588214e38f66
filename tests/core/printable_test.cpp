// What may go to a terminal as it is, and how the rest is shown.
#include "sim/core/printable.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("what would draw on a terminal is shown as text") {
    CHECK(printable("own-first, 2 × A100 — Zürich") == "own-first, 2 × A100 — Zürich");
    CHECK(printable("\x1b[31mred\x7f\n") == "\\x1b[31mred\\x7f\\x0a");
    CHECK(printable("\xC2\x9B"
                    "31m") == "\\u{009b}31m");
    CHECK(printable("a\xE2\x80\xAE"
                    "b") == "a\\u{202e}b");
    CHECK(printable("\xFF\xC0\x80\xED\xA0\x80") == "\\xff\\xc0\\x80\\xed\\xa0\\x80");
    CHECK(printable("\xE2\x82") == "\\xe2\\x82");
    CHECK(printable(printable("\x1b")) == printable("\x1b"));
}

TEST_CASE("plain text is UTF-8 in lines, with tabs") {
    CHECK(is_plain_text(""));
    CHECK(is_plain_text("one\n\ttwo — ü"));
    for (const char* const other : {"\x1b", "\r", "\x7f", "\xC2\x80", "\xC2\x9F", "\xE2\x80\xA8", "\xFF"}) {
        CAPTURE(printable(other));
        CHECK_FALSE(is_plain_text(other));
    }
    CHECK(is_plain_text("\xC2\xA0"));
}
