#include "analysis/claims.hpp"

#include <catch2/catch.hpp>

using namespace trainyard;

TEST_CASE("the notes of a claim are read from the head of its file") {
    const ClaimNotes notes = claim_notes(
        "# claim: \"It costs $5,\n"
        "#   or more.\" (Somewhere)\n"
        "# A remark.\n"
        "#   of two lines\n"
        "# holds when: it does\n"
        "#\n"
        "#   not a part of it\n"
        "trainyard: 1\n"
        "# fails when: never read, the head is over\n");
    CHECK(notes.claim == "\"It costs $5, or more.\" (Somewhere)");
    CHECK(notes.holds_when == "it does");
    CHECK(notes.fails_when.empty());
    CHECK(claim_notes("# fails when: dear").fails_when == "dear");
    CHECK(claim_notes("").claim.empty());
}

TEST_CASE("claims come in pairs, and each half says its part") {
    const ClaimFile claim{"cheap", {"It is cheap.", "it is", ""}};
    const ClaimFile twin{"cheap-fails", {"", "", "it is dear"}};
    CHECK(claim_problems({claim, twin}).empty());
    CHECK(claim_problems({claim}) == std::vector<std::string>{"cheap.yaml: its twin is missing"});
    CHECK(claim_problems({twin}) == std::vector<std::string>{"cheap-fails.yaml: its twin is missing"});
    CHECK(claim_problems({{"cheap", {"It is cheap.", "", ""}}, twin}) ==
          std::vector<std::string>{"cheap.yaml: its head has no comment `# holds when: …`"});
    CHECK(claim_problems({claim, {"cheap-fails", {"", "it is not", ""}}}) ==
          std::vector<std::string>{"cheap-fails.yaml: its head has no comment `# fails when: …`"});
}
