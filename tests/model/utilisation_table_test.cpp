// The default utilisations of the catalogue, and how far they are from published runs: half of the rows of a
// table of training runs fix the constants, the other half is predicted with them.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "sim/model/model_training.hpp"
#include "sim/scenario/trace_csv.hpp"
#include "tests/scenario/support.hpp"

using namespace trainyard;

namespace {

const std::string folder = "../shared/data/hardware/";
constexpr const char* page = "docs/validation.md";

using Cells = std::map<std::string, std::string>;

std::vector<Cells> table(const std::string& path) {
    const PackedText packed = read_packed_text(path);
    CsvScanner scanner{*packed.text};
    CsvRecord record;
    std::vector<std::string> names;
    std::vector<Cells> rows;
    while (scanner.next(record)) {
        Cells cells;
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            names.empty() || i >= names.size() ? void() : void(cells[names[i]] = record.fields[i].text);
        }
        if (names.empty()) {
            for (const CsvField& field : record.fields) {
                names.emplace_back(field.text);
            }
        } else {
            rows.push_back(cells);
        }
    }
    return rows;
}

struct Run {
    Cells cells;
    std::string gpu;  // its name in the catalogue
    ModelTraining training;
    Gpus gang;
    double measured_mfu = 0;  // from tokens, and GPU-hours or tokens a second; never the source's own MFU
};

double number(const Cells& cells, const char* name) {
    return cells.at(name).empty() ? 0 : std::stod(cells.at(name));
}

const std::map<std::string, std::string> catalogue_names{{"A100 80GB SXM", "a100-80gb"},
                                                         {"A100 40GB SXM", "a100-40gb"},
                                                         {"H100 SXM", "h100-80gb"},
                                                         {"H200 SXM", "h200"},
                                                         {"RTX 4090", "rtx-4090"}};

// Nothing where the throughput, the size or the GPU's peak is not known.
std::optional<Run> run_of(const Cells& cells, const std::vector<GpuType>& gpus) {
    const double tokens_per_s = number(cells, "tokens_per_s_per_gpu");
    const double gpu_hours = number(cells, "gpu_hours");
    const auto name = catalogue_names.find(cells.at("gpu"));
    if (name == catalogue_names.end() || number(cells, "params") == 0 ||
        (tokens_per_s == 0 && (gpu_hours == 0 || number(cells, "tokens") == 0))) {
        return std::nullopt;
    }
    Run run{cells, name->second, {}, Gpus{1}, 0};
    const std::string& type = cells.at("job_type");
    run.training.parameters = number(cells, "params");
    run.training.tokens = tokens_per_s > 0 ? tokens_per_s : number(cells, "tokens");
    run.training.method = type == "lora"    ? TrainingMethod::lora
                          : type == "qlora" ? TrainingMethod::qlora
                                            : TrainingMethod::full;
    run.training.precision = type.ends_with("fp8") ? Precision::fp8 : Precision::bf16;
    // Runs that do not say how many GPUs took thousands, but for one that says it in its name.
    const double many = cells.at("model").find("8xA100") != std::string::npos ? 8 : 1024;
    const double stated = number(cells, "n_gpus");
    run.gang = Gpus{static_cast<std::int32_t>(stated > 0 ? stated : many)};
    const auto gpu =
        std::find_if(gpus.begin(), gpus.end(), [&](const GpuType& each) { return each.name == run.gpu; });
    run.measured_mfu =
        useful_flops(run.training) / ((tokens_per_s > 0 ? 1 : gpu_hours * 3600) * *gpu->bf16_flops);
    return run;
}

// Not those of which the table itself says that tokens or GPU-hours are of something else.
bool well_documented(const Run& run) {
    const std::string& note = run.cells.at("note");
    const auto says = [&note](const char* words) { return note.find(words) != std::string::npos; };
    return !says("15T+") && !says("include more") && !note.starts_with("baseline unpacked");
}

// Which constant a run fixes: GPU, method, gang.
std::string constant_of(const Run& run) {
    const std::string gpu = run.gpu.starts_with("a100") ? "a100" : run.gpu.starts_with("h") ? "h100" : "rtx";
    if (gpu == "rtx") {
        return gpu + " full";
    }
    if (run.training.precision == Precision::fp8) {
        return gpu + " fp8";
    }
    if (run.training.adapters_only()) {
        return gpu + " lora";
    }
    return gpu + (gpu == "h100" && run.gang.count > 8 ? " many" : " full");
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

const GpuType& gpu_of(const std::vector<GpuType>& gpus, const std::string& name) {
    return *std::find_if(gpus.begin(), gpus.end(), [&](const GpuType& each) { return each.name == name; });
}

std::string row_of(const Run& run, double ratio) {
    return fmt::format("| {} | {} | {} | {:.1f} % | {:.2f}{} |", run.cells.at("job_type"),
                       run.cells.at("model"), run.cells.at("gpu"), 100 * run.measured_mfu, ratio,
                       well_documented(run) ? "" : " *");
}

// The lines between the head of the table and the next blank line; TRAINYARD_RETELL=1 writes them.
void check_page(const std::vector<std::string>& rows) {
    const std::string head =
        "| kind | model | GPU | measured MFU | predicted ÷ measured |\n|---|---|---|---|---|\n";
    std::ifstream in{page};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    const std::size_t from = text.find(head);
    REQUIRE(from != std::string::npos);
    const std::size_t begin = from + head.size();
    const std::size_t end = text.find("\n\n", begin - 1) + 1;
    std::string expected;
    for (const std::string& row : rows) {
        expected += row + "\n";
    }
    if (std::getenv("TRAINYARD_RETELL") != nullptr) {
        text.replace(begin, end - begin, expected);
        std::ofstream{page} << text;
    }
    CHECK(text.substr(begin, end - begin) == expected);
}

std::vector<GpuType> catalogue_gpus() {
    test::Small small;
    small.more = "include: [catalogue:gpus]\n";
    return test::good(small).gpus;
}

}  // namespace

TEST_CASE("half of the published runs fix the catalogue's utilisations, the other half agrees with them") {
    if (!std::filesystem::exists(folder)) {
        WARN("skipped: the table of training runs is not beside the project");
        return;
    }
    const std::vector<GpuType> gpus = catalogue_gpus();
    std::map<std::string, std::vector<double>> fitted;
    std::vector<std::string> rows;
    std::vector<double> ratios;
    std::size_t number_of_run = 0;
    for (const Cells& cells : table(folder + "training_reference_runs.csv")) {
        const auto run = run_of(cells, gpus);
        if (!run) {
            continue;
        }
        if (++number_of_run % 2 == 1) {  // the first, third, … of those with a throughput
            fitted[constant_of(*run)].push_back(run->measured_mfu);
            continue;
        }
        const double ratio =  // of the hours
            run->measured_mfu / utilisation_of(gpu_of(gpus, run->gpu).utilisation, run->training, run->gang);
        rows.push_back(row_of(*run, ratio));
        if (well_documented(*run)) {
            INFO(rows.back());
            CHECK(std::max(ratio, 1 / ratio) < 2);
            ratios.push_back(ratio);
        }
    }
    rows.push_back(fmt::format("| median, without * | | | | {:.2f} |", median(ratios)));
    CHECK(std::abs(median(ratios) - 1) < 0.15);
    CHECK(ratios.size() == 14);
    const std::map<std::string, std::optional<double>> constants{
        {"a100 full", gpu_of(gpus, "a100-80gb").utilisation.full},
        {"a100 lora", gpu_of(gpus, "a100-80gb").utilisation.lora},
        {"h100 full", gpu_of(gpus, "h100-80gb").utilisation.full},
        {"h100 many", gpu_of(gpus, "h100-80gb").utilisation.many},
        {"h100 fp8", gpu_of(gpus, "h100-80gb").utilisation.fp8},
        {"rtx full", gpu_of(gpus, "rtx-4090").utilisation.full}};
    REQUIRE(fitted.size() == constants.size());
    for (const auto& [name, values] : fitted) {
        INFO(name);
        CHECK(constants.at(name).value() == Approx(std::round(100 * median(values)) / 100));
    }
    check_page(rows);
}
