#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "sim/model/metric_names.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/reader.hpp"

using namespace trainyard;

TEST_CASE("docs/format.md is what the table of keys says") {
    std::ifstream in{"docs/format.md"};
    std::stringstream text;
    text << in.rdbuf();
    CHECK(text.str() == format_reference());
}

TEST_CASE("the table has each path once, below a path that it has, and explains it") {
    std::set<std::string> paths;
    for (const Key& key : key_table()) {
        INFO(key.path);
        CHECK(paths.insert(key.path).second);
        CHECK_FALSE(key.doc.empty());
        const std::string parent{key.parent()};
        CHECK((parent.empty() || parent == "D" || paths.contains(parent)));
        CHECK(((key.forms & (scalar | distribution)) == 0 || key.quantity != Quantity::none));
        CHECK(((key.forms & words) != 0) == !key.options.empty());
        CHECK((key.same_as.empty() || find_key(std::string_view{key.same_as}, "x") != nullptr ||
               !keys_below(key.same_as).empty()));
    }
}

TEST_CASE("the schema is JSON and has every key of the table") {
    const auto schema = nlohmann::json::parse(json_schema());
    for (const Key& key : key_table()) {
        if (key.own_name() == "*" || key.own_name() == "[]") {
            continue;
        }
        INFO(key.path);
        CHECK(schema.dump().find("\"" + std::string{key.own_name()} + "\":") != std::string::npos);
    }
    CHECK(schema["properties"]["horizon"]["pattern"].get<std::string>().find("month") != std::string::npos);
}

TEST_CASE("metric names are known by scope") {
    CHECK(is_metric_name("total_cost_usd"));
    CHECK(is_metric_name("queue_time_p95_s"));
    CHECK(is_metric_name("pool.a.b.launches"));
    CHECK(is_metric_name("team.nlp.turnaround_mean_s"));
    CHECK(is_metric_name("stream.nightly.total_cost_usd"));
    CHECK_FALSE(is_metric_name("stream.nightly.launches"));
    CHECK_FALSE(is_metric_name("total_cost"));
    CHECK_FALSE(is_metric_name("pool.a.queue_time_p95_s"));
    CHECK_FALSE(is_metric_name("pool.launches"));
    CHECK(split_metric_name("pool.a.b.launches").owner == "a.b");
}
