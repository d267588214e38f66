// The metrics of a run are those whose names are known before it, in the same order.
#include "sim/model/metric_names.hpp"

#include <catch2/catch.hpp>

#include "tests/ledger/fixture.hpp"

using namespace trainyard;
using namespace trainyard::ledger_test;

TEST_CASE("a run has exactly the metrics that can be asked for, in their order") {
    std::vector<std::string> expected = run_metric_names();
    for (const char* pool : {"rig", "cloud", "spot"}) {
        for (const std::string& name : pool_metric_names()) {
            expected.push_back(std::string{"pool."} + pool + "." + name);
        }
    }
    for (const char* team : {"nlp", "vision"}) {
        for (const std::string& name : team_metric_names()) {
            expected.push_back(std::string{"team."} + team + "." + name);
        }
    }
    for (const char* stream : {"nlp", "vision"}) {
        for (const std::string& name : stream_metric_names()) {
            expected.push_back(std::string{"stream."} + stream + "." + name);
        }
    }
    std::vector<std::string> names;
    for (const Metric& metric : fold_all(fleet(), Facts{1000}).metrics) {
        names.push_back(metric.name);
    }
    CHECK(names == expected);
}
