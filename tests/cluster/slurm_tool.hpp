// Slurm's commands with answers written beforehand.
#pragma once

#include <catch2/catch.hpp>
#include <deque>
#include <memory>

#include "analysis/cluster/shell_words.hpp"
#include "analysis/cluster/slurm_client.hpp"

namespace trainyard::test {

class SlurmTool {
public:
    // The answers to one command, in order; the last one goes on.
    void answers(const std::string& tool, std::vector<std::variant<ProgramEnd, Refusal>> ends) {
        script_->answers[tool] = {ends.begin(), ends.end()};
    }
    void answers(const std::string& tool, const std::vector<std::string>& outputs) {
        std::vector<std::variant<ProgramEnd, Refusal>> ends;
        for (const std::string& output : outputs) {
            ends.push_back(ProgramEnd{0, output, ""});
        }
        answers(tool, ends);
    }

    SlurmClient client() const {
        return SlurmClient{[script = script_](const std::vector<std::string>& words) {
            script->calls.push_back(shell_quoted(words));
            auto& ends = script->answers[words.front()];
            if (ends.empty()) {
                FAIL("no answer for " << words.front());
            }
            const auto end = ends.front();
            if (ends.size() > 1) {
                ends.pop_front();
            }
            return end;
        }};
    }

    // All calls of one command.
    std::vector<std::string> calls(const std::string& tool) const {
        std::vector<std::string> found;
        for (const std::string& call : script_->calls) {
            if (call.starts_with(tool)) {
                found.push_back(call);
            }
        }
        return found;
    }

private:
    struct Script {
        std::map<std::string, std::deque<std::variant<ProgramEnd, Refusal>>> answers;
        std::vector<std::string> calls;
    };
    std::shared_ptr<Script> script_ = std::make_shared<Script>();
};

}  // namespace trainyard::test
