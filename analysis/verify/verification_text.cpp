#include <fmt/format.h>

#include <algorithm>

#include "analysis/text/text.hpp"
#include "analysis/verify/verification.hpp"

namespace trainyard {
namespace {

const char* word_of(Verdict verdict) {
    return verdict == Verdict::holds ? "holds" : verdict == Verdict::fails ? "FAILS" : "";
}

std::string line_of(const VerifiedRow& row) {
    std::string text = (row.strategy.empty() ? "" : row.strategy + ": ") + row.what;
    return printable(text + (row.detail.empty() ? "" : ": " + row.detail));
}

std::string section(const std::string& heading, const std::vector<VerifiedRow>& rows, std::size_t width) {
    if (rows.empty()) {
        return "";
    }
    std::string out = "\n" + heading + "\n";
    for (const VerifiedRow& row : rows) {
        const std::string word = word_of(row.verdict);
        std::string begin = word.empty() ? "  " : "  " + word + "  ";
        for (const std::string& line : wrapped(line_of(row), width - begin.size())) {
            out += begin + line + "\n";
            begin = std::string(begin.size(), ' ');
        }
    }
    return out;
}

std::string closing(const Verification& verification) {
    const std::size_t checks = verification.exact.size() + verification.chance.size();
    const auto fails = [](const VerifiedRow& row) { return row.verdict == Verdict::fails; };
    const auto failed = std::count_if(verification.exact.begin(), verification.exact.end(), fails) +
                        std::count_if(verification.chance.begin(), verification.chance.end(), fails);
    return failed == 0
               ? fmt::format("\nAll {} checks hold, in {} simulated runs.\n", checks, verification.runs)
               : fmt::format("\n{} of {} checks fail.\n", failed, checks);
}

}  // namespace

std::string verification_text(const Verification& verification, std::size_t width) {
    return section("In every run", verification.exact, width) +
           section("On average (chance alone goes further once in 15,800 checks)", verification.chance,
                   width) +
           section("Not checked", verification.unchecked, width) + closing(verification);
}

}  // namespace trainyard
