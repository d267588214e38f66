#include "analysis/report/page.hpp"

#include <stdexcept>
#include <string_view>

// The page as web/build.js makes it, with two places to fill in; page.S brings it in.
extern "C" const char trainyard_page_begin[];
extern "C" const char trainyard_page_end[];

namespace trainyard {
namespace {

constexpr std::string_view title_place = "<!--TITLE-->";
constexpr std::string_view data_place = "<!--DATA-->";

std::string as_html(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '&':
                safe += "&amp;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

// No `</script>`, and no `<!--` either: JSON has a `<` in strings alone, where this means the same.
std::string as_script(const std::string& data) {
    std::string safe;
    safe.reserve(data.size() + data.size() / 64);
    for (const char c : data) {
        if (c == '<') {
            safe += "\\u003c";
        } else {
            safe += c;
        }
    }
    return safe;
}

}  // namespace

std::string report_page(const std::string& title, const std::string& data) {
    const std::string_view page{trainyard_page_begin,
                                static_cast<std::size_t>(trainyard_page_end - trainyard_page_begin)};
    const std::size_t at_title = page.find(title_place);
    const std::size_t at_data = page.find(data_place, at_title);
    if (at_title == page.npos || at_data == page.npos) {
        throw std::logic_error{"the page of the report has no place for its data"};
    }
    std::string made{page.substr(0, at_title)};
    made += as_html(title);
    made += page.substr(at_title + title_place.size(), at_data - at_title - title_place.size());
    made += as_script(data);
    made += page.substr(at_data + data_place.size());
    return made;
}

}  // namespace trainyard
