#include "analysis/report/page.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) {
        ++n;
    }
    return n;
}

}  // namespace

TEST_CASE("names can neither end the data nor begin an element") {
    const std::string page = report_page("</title><b>&", R"({"name":"</script><!-- <script>"})");
    const std::string plain = report_page("", "{}");
    CHECK(count(page, "</script>") == count(plain, "</script>"));
    CHECK(count(page, "<!--") == count(plain, "<!--"));
    CHECK(page.find("<title>&lt;/title&gt;&lt;b&gt;&amp; –") != page.npos);
    CHECK(page.find(R"({"name":"\u003c/script>\u003c!-- \u003cscript>"})") != page.npos);
}

TEST_CASE("the page's policy lets nothing in but its own script") {
    const std::string page = report_page("", "{}");
    CHECK(page.find("default-src 'none'; script-src 'sha256-") != page.npos);
    CHECK(page.find("unsafe-eval") == page.npos);
    CHECK(count(page, "unsafe-inline") == 1);  // of styles
    CHECK(count(page, "<!--TITLE-->") + count(page, "<!--DATA-->") == 0);
}
