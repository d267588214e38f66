// report.html: the page, with its data in it. One file that needs nothing else.
#pragma once

#include <string>

namespace trainyard {

// `data` is a report's JSON. Whatever the names in it say, they end up as text.
std::string report_page(const std::string& title, const std::string& data);

}  // namespace trainyard
