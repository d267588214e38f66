#include "analysis/compare/layout.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("columns are as wide as their widest cell, headings take no part") {
    Columns columns{{Align::left, Align::right, Align::left}};
    columns.add({"a heading that is wide"});
    columns.add({"name", "1 ±2", "word"});
    columns.add({"longer", "−12,345", ""});
    CHECK(columns.text() ==
          "a heading that is wide\n"
          "name       1 ±2  word\n"
          "longer  −12,345\n");
    CHECK(columns.width() == 6 + 2 + 7 + 2 + 4);
}

TEST_CASE("a paragraph's later lines are indented") {
    CHECK(paragraph("one two three four", 9, 2) == "one two\n  three\n  four\n");
    CHECK(paragraph("", 20).empty());
}
