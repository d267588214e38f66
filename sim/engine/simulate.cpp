#include <exception>
#include <simgrid/s4u.hpp>

#include "sim/engine/dispatcher.hpp"
#include "sim/engine/engine.hpp"
#include "sim/engine/platform.hpp"

namespace trainyard {

namespace {

namespace s4u = simgrid::s4u;

// SimGrid takes its settings from a command line; ours are always the same.
class Universe {
public:
    Universe() : engine_{&argc_, arguments_.data()} {}
    void run() { engine_.run(); }

private:
#ifdef TRAINYARD_THREAD_CONTEXTS
    // The default contexts make AddressSanitizer report what is no error.
    static constexpr const char* contexts = "--cfg=contexts/factory:thread";
#else
    static constexpr const char* contexts = "--cfg=contexts/factory:raw";
#endif
    std::string program_ = "trainyard";
    std::string quiet_ = "--log=root.thres:error";
    std::string contexts_ = contexts;
    std::vector<char*> arguments_{program_.data(), quiet_.data(), contexts_.data(), nullptr};
    int argc_ = 3;
    s4u::Engine engine_;
};

}  // namespace

Trace simulate(const Scenario& scenario, const Strategy& strategy, RunSeed seed) {
    Universe universe;
    build_platform(scenario, strategy);
    Trace trace;
    Agenda agenda;
    Dispatcher dispatcher{scenario, strategy, seed, agenda, trace};
    std::exception_ptr failure;
    agenda.begin([&](const std::vector<Due>& due) {
        // SimGrid's kernel calls this and is not made for exceptions that pass through it.
        try {
            dispatcher.live_through(due);
        } catch (const std::exception&) {
            failure = std::current_exception();
            agenda.clear();
        }
    });
    universe.run();
    if (failure) {
        std::rethrow_exception(failure);
    }
    return trace;
}

}  // namespace trainyard
