// What somebody claims, held against simulations: pairs of scenarios, one in which the claim holds and its
// twin, NAME-fails, in which it does not. What the page says of them stands in the scenarios themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/runs/batch.hpp"

namespace trainyard {

// From the comment at the head of a scenario file: `# claim: …`, `# holds when: …`, `# fails when: …`, each
// with the lines after it that are indented by three blanks.
struct ClaimNotes {
    std::string claim;  // in whose words, and where they stand
    std::string holds_when;
    std::string fails_when;
};
ClaimNotes claim_notes(std::string_view scenario_text);

struct ClaimFile {
    std::string name;  // of the file, without .yaml
    ClaimNotes notes;
};

// What keeps the files from being pairs that say all that the page needs, a line each; none: they are fine.
std::vector<std::string> claim_problems(const std::vector<ClaimFile>& files);

// docs/claims.md. The batch has the files' scenarios, in their order; each value that the page shows is the
// mean of an expectation's metric.
std::string claims_page(const std::vector<ClaimFile>& files, const Batch& batch);

}  // namespace trainyard
