#include "analysis/runs/stop_signals.hpp"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace trainyard {

StopSignals::StopSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, &before_);
    descriptor_ = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (descriptor_ < 0) {
        const int error = errno;
        sigprocmask(SIG_SETMASK, &before_, nullptr);
        throw std::system_error{error, std::generic_category(), "signalfd"};
    }
}

StopSignals::~StopSignals() {
    arrived();  // else one that came just now would end the program once it may
    ::close(descriptor_);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool StopSignals::arrived() {
    signalfd_siginfo info{};
    while (read(descriptor_, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        first_ = first_.value_or(static_cast<int>(info.ssi_signo));
    }
    return first_.has_value();
}

}  // namespace trainyard
