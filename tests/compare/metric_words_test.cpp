#include "analysis/compare/metric_words.hpp"

#include <catch2/catch.hpp>

#include "sim/model/metric_names.hpp"

using namespace trainyard;

TEST_CASE("metrics are spoken of in words") {
    CHECK(label_of("total_cost_usd") == "total cost");
    CHECK(label_of("usd_per_finished_gpu_h") == "cost per finished GPU-h");
    CHECK(label_of("queue_time_p95_s") == "queue time (95th percentile)");
    CHECK(label_of("turnaround_max_s") == "turnaround (longest)");
    CHECK(label_of("idle_waste_share") == "idle waste share");
    CHECK(label_of("stranded_gpu_h") == "stranded, GPU-h");
    CHECK(label_of("jobs_failed") == "jobs failed");
    CHECK(label_of("pool.big\trig.energy_kwh") == "energy, kWh (pool big\\x09rig)");
    CHECK(label_of("stream.bot.total_cost_usd") == "total cost (stream bot)");
}

TEST_CASE("every metric has a kind, a label without its unit, and words") {
    for (const std::string& name : run_metric_names()) {
        INFO(name);
        const std::string label = label_of(name);
        CHECK(label.find('_') == std::string::npos);
        CHECK(label.find("usd") == std::string::npos);
        CHECK(std::string{word_for(name, true)} != word_for(name, false));
    }
    CHECK(kind_of("accounted_s") == MetricKind::duration);
    CHECK(kind_of("utilization") == MetricKind::share);
    CHECK(kind_of("interruptions") == MetricKind::count);
    CHECK(kind_of("team.nlp.finished_work_gpu_h") == MetricKind::gpu_hours);
    CHECK(kind_of("usd_per_finished_gpu_h") == MetricKind::money);
}

TEST_CASE("what is cheaper, what is shorter, and what is better") {
    CHECK(std::string{word_for("total_cost_usd", true)} == "cheaper");
    CHECK(std::string{word_for("usd_per_finished_gpu_h", false)} == "dearer");
    CHECK(std::string{word_for("queue_time_mean_s", true)} == "shorter");
    CHECK(std::string{word_for("idle_waste_usd", false)} == "higher");
    // A pool may well cost less because another one does its work.
    CHECK(std::string{word_for("pool.rig.total_cost_usd", true)} == "lower");
    CHECK(preference_of("queue_time_p95_s") == Preference::lower);
    CHECK(preference_of("utilization") == Preference::higher);
    CHECK(preference_of("launches") == Preference::neither);
}

TEST_CASE("differences have a sign, unless they are none") {
    CHECK(signed_text(difference_scale(MetricKind::money, 12801), 12801, 67) == "+$12,801 ±67");
    CHECK(signed_text(difference_scale(MetricKind::money, -9.5), -9.5) == "−$9.50");
    CHECK(signed_text(difference_scale(MetricKind::money, 0), 0) == "$0");
    CHECK(signed_text(difference_scale(MetricKind::duration, -11520), -11520, 360) == "−3.2 ±0.1 h");
    CHECK(signed_text(difference_scale(MetricKind::share, 0.042), 0.042) == "+4.2 % points");
    CHECK(value_text(MetricKind::share, 0.042) == "4.2 %");
    CHECK(signed_percent(2.123) == "+212 %");
    CHECK(signed_percent(-0.016) == "−1.6 %");
    CHECK(signed_percent(0.0001) == "+<0.1 %");
    CHECK(signed_percent(0) == "0 %");
}
