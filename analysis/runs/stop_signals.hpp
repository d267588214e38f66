// SIGINT and SIGTERM, held back for whoever asks instead of ending the program.
#pragma once

#include <csignal>
#include <optional>

namespace trainyard {

class StopSignals {
public:
    StopSignals();  // throws std::system_error
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    // Whether one of them has arrived since construction. Does not wait.
    bool arrived();
    // The first that arrived: SIGINT or SIGTERM.
    std::optional<int> first() const { return first_; }
    int descriptor() const { return descriptor_; }  // readable when one has arrived

private:
    sigset_t before_{};
    int descriptor_ = -1;
    std::optional<int> first_;
};

}  // namespace trainyard
