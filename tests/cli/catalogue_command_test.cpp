#include <catch2/catch.hpp>
#include <cstdlib>

#include "tests/cli/program.hpp"

using namespace trainyard::program;
using Catch::Contains;

TEST_CASE("catalogue lists every entry with figures, source and date") {
    const Ended all = call("catalogue");
    CHECK(all.code == 0);
    CHECK(all.err.empty());
    CHECK_THAT(all.out, Contains("GPU type, include: [catalogue:gpus]"));
    CHECK_THAT(all.out, Contains("24 GB, speed 0.55, 450 W"));
    CHECK_THAT(all.out, Contains("1 a100-80gb, 1.49 USD/gpu-h") && Contains("2026-07-15  api.runpod.io"));
    CHECK_THAT(all.out, Contains("dual-4090 ") && Contains("4960 USD"));
}

TEST_CASE("catalogue WORD shows what matches in full, whatever its case") {
    const Ended some = call("catalogue RunPod");
    CHECK(some.code == 0);
    CHECK_THAT(some.out, Contains("fleet:\n  on_demand:\n    runpod-4090:\n      gpu: rtx-4090\n"));
    CHECK_THAT(some.out, !Contains("spot:") && !Contains("vast-"));
    CHECK(call("catalogue api.runpod.io").out == some.out);
    CHECK_THAT(call("catalogue electricity").out, Contains("    single-4090-germany:\n"));
    CHECK_THAT(call("catalogue h100-80gb").out,
               Contains("gpus:\n  # SXM.") && Contains("\nfleet:\n  rigs:\n") && Contains("gcp-h100-spot:"));
}

TEST_CASE("catalogue WORD finds what the heads of the files say of a key, a tag or a matter") {
    for (const char* key : {"notice", "boot", "interruptions", "cooling", "life", "bf16"}) {
        const Ended note = call(std::string{"catalogue "} + key);
        CHECK(note.code == 0);
        CHECK_THAT(note.out, Contains(std::string{"\n# `"} + key + "`"));
        CHECK_THAT(note.out, !Contains("fleet:"));
    }
    CHECK(call("catalogue [mamf]").out == call("catalogue MAMF").out);
    CHECK_THAT(call("catalogue profile").out, Contains("# `profile`") && Contains("  evenings:\n    [0.2, "));
    CHECK_THAT(call("catalogue PUE").out, Contains("# `cooling`, PUE"));
    CHECK_THAT(call("catalogue depreciation").out, Contains("# `life`, depreciation"));
    CHECK_THAT(call("catalogue").out, Contains("notes on figures") && Contains("[lambda2]"));
}

TEST_CASE("catalogue WORD finds machines by the heading that they stand below") {
    const std::string hosts = call("catalogue marketplace").out;
    CHECK_THAT(hosts, Contains("vast-4090:") && Contains("vast-4090-spot:") && !Contains("aws-"));
    const std::string large = call("catalogue hyperscaler").out;
    CHECK_THAT(large, Contains("aws-p5-spot:") && Contains("azure-h100:") && !Contains("runpod-"));
}

TEST_CASE("catalogue WORD explains the tags and names the notes that its entries lean on") {
    const std::string type = call("catalogue b200").out;
    CHECK_THAT(type, Contains("\n# [mamf] the largest") && !Contains("\n# [peak]"));
    CHECK_THAT(type, Contains("trainyard catalogue KEY, of ") && Contains("boot"));
}

TEST_CASE("what catalogue shows can be pasted") {
    const std::string pasted = call("catalogue ''").out;
    const std::string file = scratch_file(
        "pasted.yaml", "trainyard: 1\n" + pasted +
                           "workload: {w: {job: lora-7b, arrivals: {at: [1 h]}}}\n"
                           "strategies: {s: {pools: [single-4090-texas, aws-p5-spot, runpod-a100]}}\n");
    const Ended check = call("check " + file);
    CHECK(check.code == 0);
    CHECK(check.err.empty());
}

TEST_CASE("catalogue says what a word that matches nothing may have meant") {
    const Ended none = call("catalogue lorra-7b");
    CHECK(none.code == 2);
    CHECK(none.out.empty());
    CHECK_THAT(none.err, Contains("nothing that matches `lorra-7b`; did you mean `lora-7b`?"));
    CHECK(call("catalogue one two").code == 2);
}

TEST_CASE("a catalogue that is not there is an error") {
    ::setenv("TRAINYARD_SCENARIOS", "/nowhere", 1);
    const Ended gone = call("catalogue");
    ::unsetenv("TRAINYARD_SCENARIOS");
    CHECK(gone.code == 3);
    CHECK_THAT(gone.err, Contains("cannot be read"));
}
