#include <utility>

#include "analysis/verify/verification.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/run_plan.hpp"

namespace trainyard {
namespace {

constexpr int usual_replications = 20;

}  // namespace

int verify_command(const VerifyArguments& arguments) {
    StudyArguments study = arguments.study;
    study.replications = study.replications.value_or(usual_replications);
    auto inputs = load_inputs({arguments.file}, study.sets);
    auto batch = inputs ? plan_runs(std::move(*inputs), study) : std::nullopt;
    if (!batch) {
        return exit_bad_input;
    }
    PoolLimits limits;
    limits.children = study.jobs > 0 ? study.jobs : usable_cores();
    limits.timeout = study.run_timeout;
    Progress progress{progress_style(study.quiet), runs_to_verify(batch->front())};
    const Verification verification = verify(batch->front(), limits, progress);
    progress.clear();
    if (verification.interrupted) {
        say("trainyard: interrupted; nothing has been verified");
        return exit_interrupted;
    }
    print_result(verification_text(verification, answer_width));
    return verification.holds() ? exit_fine : exit_expectation_failed;
}

}  // namespace trainyard
