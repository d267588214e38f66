#include <catch2/catch.hpp>

#include "sim/scenario/trace_reader.hpp"

using namespace trainyard;

namespace {

std::vector<TraceRow> jobs_at(std::initializer_list<double> submissions) {
    std::vector<TraceRow> rows;
    for (const double submit_s : submissions) {
        rows.emplace_back();
        rows.back().submit_s = submit_s;
        rows.back().line = static_cast<int>(rows.size()) + 1;
    }
    return rows;
}

std::vector<double> submissions(const std::vector<TraceRow>& rows, const TraceWindow& window,
                                std::int64_t horizon) {
    std::vector<double> times;
    for (const TraceRow& row : fit_to_horizon(rows, window, Seconds{horizon})) {
        times.push_back(row.submit_s);
    }
    return times;
}

using Times = std::vector<double>;

TraceWindow from(std::int64_t start) {
    TraceWindow window;
    window.from = Seconds{start};
    return window;
}

}  // namespace

TEST_CASE("a trace is cut at the horizon, which is outside") {
    CHECK(submissions(jobs_at({0, 50, 99, 100, 200}), {}, 100) == Times{0, 50, 99});
}

TEST_CASE("times are rounded to the nearest second, halves up, before the horizon is looked at") {
    CHECK(submissions(jobs_at({0.4, 0.5, 7.49, 99.4, 99.5}), {}, 100) == Times{0, 1, 7, 99});
}

TEST_CASE("rows keep the order of the file and everything but their time") {
    const auto fitted = fit_to_horizon(jobs_at({30, 10, 20}), {}, Seconds{100});
    REQUIRE(fitted.size() == 3);
    CHECK(fitted[0].submit_s == 30);
    CHECK(fitted[1].line == 3);
}

TEST_CASE("a window is half-open and starts at second 0") {
    TraceWindow window = from(10);
    CHECK(submissions(jobs_at({9.9, 10, 25, 30}), window, 1000) == Times{0, 15, 20});
    window.length = Seconds{20};
    CHECK(submissions(jobs_at({9.9, 10, 25, 29.9, 30}), window, 1000) == Times{0, 15, 20});
}

TEST_CASE("times are scaled after the shift") {
    TraceWindow window = from(10);
    window.scale = 0.5;
    CHECK(submissions(jobs_at({10, 20, 31}), window, 1000) == Times{0, 5, 11});
    window.length = Seconds{20};
    CHECK(submissions(jobs_at({10, 20, 31}), window, 1000) == Times{0, 5});
}

TEST_CASE("a repeated window comes again every length x scale") {
    TraceWindow window;
    window.length = Seconds{50};
    window.repeat = true;
    CHECK(submissions(jobs_at({5, 20, 60}), window, 125) == Times{5, 20, 55, 70, 105, 120});
    window.scale = 2;
    CHECK(submissions(jobs_at({5, 20, 60}), window, 125) == Times{10, 40, 110});
}

TEST_CASE("without a length the span up to the last submission repeats") {
    TraceWindow window = from(10);
    window.repeat = true;
    CHECK(submissions(jobs_at({10, 40}), window, 80) == Times{0, 30, 30, 60, 60});
}

TEST_CASE("a repetition adds up times before it rounds them") {
    TraceWindow window;
    window.length = Seconds{3};
    window.scale = 0.5;
    window.repeat = true;
    CHECK(submissions(jobs_at({0}), window, 8) == Times{0, 2, 3, 5, 6});
}

TEST_CASE("a window that cannot be replayed has its reason") {
    const auto rows = jobs_at({5, 20});
    CHECK(window_problem(rows, {}, Seconds{100}) == std::nullopt);
    CHECK(window_problem(rows, from(21), Seconds{100}) ==
          "no job of the trace is submitted in the window that `from` and `length` leave");
    CHECK(window_problem(rows, {}, Seconds{5}) ==
          "no job of the trace is submitted before the horizon: the first would be at second 5");
    TraceWindow repeated = from(20);
    repeated.repeat = true;
    CHECK(window_problem(rows, repeated, Seconds{100}) ==
          "what is to be repeated must last at least 1 s; give a `length`");
    CHECK_THROWS_AS(fit_to_horizon(rows, repeated, Seconds{100}), std::logic_error);
    repeated.length = Seconds{1};
    CHECK(window_problem(rows, repeated, Seconds{100}) == std::nullopt);
    CHECK(window_problem(rows, repeated, Seconds{31'536'000}) ==
          "repeated up to the horizon it would have 3.15e+07 jobs, more than 10 million");
}
