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
    const s4u::Engine& engine() const { return engine_; }

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
    std::string network_ = "--cfg=network/model:CM02";  // plain max-min sharing
    std::string one_way_ = "--cfg=network/crosstraffic:0";
    std::vector<char*> arguments_{program_.data(), quiet_.data(),   contexts_.data(),
                                  network_.data(), one_way_.data(), nullptr};
    int argc_ = 5;
    s4u::Engine engine_;
};

}  // namespace

Trace simulate(const Scenario& scenario, const Strategy& strategy, RunSeed seed) {
    const Universe universe;
    build_platform(scenario, strategy);
    Trace trace;
    trace.price_offsets = price_offsets(scenario, seed);
    Agenda agenda{universe.engine()};
    Dispatcher dispatcher{scenario, strategy, seed, agenda, trace};
    agenda.run([&dispatcher](const std::vector<Due>& due) { dispatcher.live_through(due); });
    return trace;
}

}  // namespace trainyard
