#include "analysis/text/text.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("control characters, direction overrides and broken UTF-8 are shown, not sent") {
    CHECK(printable("plain, Zürich, 日本") == "plain, Zürich, 日本");
    CHECK(printable("red \x1b[31m\n") == "red \\x1b[31m\\x0a");
    CHECK(printable("a\u202Eb\u0085c") == "a\\u{202e}b\\u{0085}c");
    CHECK(printable("\xff\xc0\x80 \xed\xa0\x80") == "\\xff\\xc0\\x80 \\xed\\xa0\\x80");
    CHECK(printable("cut \xe2\x82") == "cut \\xe2\\x82");
}

TEST_CASE("width counts columns, not bytes") {
    CHECK(display_width("Zürich") == 6);
    CHECK(display_width("日本") == 4);
    CHECK(display_width("e\u0301") == 1);
    CHECK(padded_left("ü", 3) == "  ü");
    CHECK(padded_right("ü", 3) == "ü  ");
    CHECK(padded_left("long", 3) == "long");
}

TEST_CASE("long text is cut between characters") {
    CHECK(shortened("hyperscaler", 11) == "hyperscaler");
    CHECK(shortened("hyperscaler", 10) == "hypersc...");
    CHECK(shortened("日本日本", 6) == "日...");
}

TEST_CASE("text is wrapped at blanks") {
    CHECK(wrapped("are two rigs cheaper", 8) == std::vector<std::string>{"are two", "rigs", "cheaper"});
    CHECK(wrapped("  a   b  ", 8) == std::vector<std::string>{"a b"});
    CHECK(wrapped("incomprehensible", 8) == std::vector<std::string>{"incom..."});
    CHECK(wrapped("", 8).empty());
}

TEST_CASE("amounts have separators and fitting decimals") {
    CHECK(readable_usd(1234567.4) == "$1,234,567");
    CHECK(readable_usd(999.5) == "$1,000");
    CHECK(readable_usd(12.345) == "$12.35");
    CHECK(readable_usd(-1234) == "-$1,234");
    CHECK(readable_usd(-0.001) == "$0.00");
    CHECK(readable_usd(0) == "$0");
    CHECK(in_scale(usd_scale(361), 361, 0.0) == "$361");
    CHECK(readable_share(0.1254) == "12.5 %");
    CHECK(in_scale(number_scale(1204), 1204) == "1,204");
    CHECK(in_scale(number_scale(12.34), 12.34) == "12.3");
    CHECK(in_scale(number_scale(1234.5), 1234.5, 12.3) == "1,234 ±12");
    CHECK(in_scale(usd_scale(12345), 12345, 67) == "$12,345 ±67");
}

TEST_CASE("durations are in the unit that a person would use") {
    CHECK(readable_duration(0) == "0 s");
    CHECK(readable_duration(2.5) == "2.5 s");
    CHECK(readable_duration(45) == "45 s");
    CHECK(readable_duration(59.9) == "1.0 min");
    CHECK(readable_duration(90) == "1.5 min");
    CHECK(readable_duration(3599) == "1.0 h");
    CHECK(readable_duration(3.2 * 3600) == "3.2 h");
    CHECK(readable_duration(47 * 3600) == "47.0 h");
    CHECK(readable_duration(48 * 3600) == "2.0 d");
    CHECK(readable_duration(365 * 86400.0) == "365.0 d");
    CHECK(in_scale(duration_scale(7200), 7200, 1800) == "2.0 ±0.5 h");
}
