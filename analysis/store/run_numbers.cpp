#include "analysis/store/run_numbers.hpp"

#include "analysis/store/database.hpp"

namespace trainyard {
namespace {

std::vector<std::size_t> numbers(Database& database, const char* query) {
    std::vector<std::size_t> found;
    Statement run = database.prepare(query);
    while (run.step()) {
        found.push_back(static_cast<std::size_t>(run.integer(0)));
    }
    return found;
}

}  // namespace

RunNumbers run_numbers(const std::filesystem::path& store) {
    Database database{store, Database::Mode::observe};
    return {numbers(database, "SELECT run FROM runs ORDER BY run"),
            numbers(database, "SELECT run FROM failures ORDER BY run")};
}

}  // namespace trainyard
