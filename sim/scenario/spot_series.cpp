#include "sim/scenario/spot_series.hpp"

#include <stdexcept>

#include "sim/core/fingerprint.hpp"
#include "sim/scenario/spot_formats.hpp"
#include "sim/scenario/trace_csv.hpp"

namespace trainyard {
namespace {

SpotFile read_any(const std::string& path, SpotFormat format) {
    switch (format) {
        case SpotFormat::skypilot:
            return read_ticks(path, false);
        case SpotFormat::cant_be_late:
            return read_ticks(path, true);
        case SpotFormat::bamboo:
            return read_bamboo(path);
        case SpotFormat::trainyard:
            return read_own_spot(path);
        case SpotFormat::aws_prices:
            return read_aws_prices(path);
    }
    throw std::logic_error{"read_spot_file: no such format"};
}

}  // namespace

SpotFile read_spot_file(const std::string& path, SpotFormat format) {
    SpotFile file = read_any(path, format);
    if (file.errors.empty() && file.series.empty()) {
        file.errors.push_back({0, 0, "there is nothing in the series", {}});
    }
    if (file.errors.empty()) {
        file.fingerprint = fingerprint_of(read_packed_text(path).text.value_or(std::string{}));
    }
    return file;
}

}  // namespace trainyard
