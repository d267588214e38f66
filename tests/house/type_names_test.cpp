// All types share one namespace, so each name is declared in one header: two types of one name in two
// libraries would be taken for each other by the linker, without a word.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace {

namespace fs = std::filesystem;

// Types that the text defines, or declares to define elsewhere, outside of other types.
std::set<std::string> types_in(std::istream& text) {
    static const std::regex definition{
        R"(^(?:struct|class|enum class|union) (\w+)(?: final)?(?: : [^;]*)?(?: \{.*)?$)"};
    std::set<std::string> names;
    for (std::string line; std::getline(text, line);) {
        std::smatch found;
        if (std::regex_match(line, found, definition)) {
            names.insert(found[1]);
        }
    }
    return names;
}

std::set<std::string> types_of(const std::string& text) {
    std::istringstream stream{text};
    return types_in(stream);
}

}  // namespace

TEST_CASE("no two headers define a type of the same name", "[house]") {
    std::map<std::string, std::string> headers;
    for (const char* top : {"sim", "analysis", "cli"}) {
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{TRAINYARD_SOURCE_DIR} / top}) {
            if (entry.path().extension() != ".hpp") {
                continue;
            }
            std::ifstream text{entry.path()};
            for (const std::string& name : types_in(text)) {
                const auto [first, fresh] = headers.emplace(name, entry.path().string());
                if (!fresh) {
                    FAIL_CHECK(name << " is defined in " << first->second << " and in " << entry.path());
                }
            }
        }
    }
    CHECK(headers.size() > 100);
}

TEST_CASE("definitions are found, declarations and members are not", "[house]") {
    CHECK(types_of("struct A {\n    struct Inner {\n    };\n};\nclass B;\nclass C final : public A {\n"
                   "enum class D : int { x };\nstruct E {};\nusing F = A;\n") ==
          std::set<std::string>{"A", "C", "D", "E"});
}
