// The tables and views of a file of results, as docs/guide.md explains them to those who read them
// with SQL.
#pragma once

#include "analysis/store/database.hpp"
#include "analysis/study/plan.hpp"

namespace trainyard {

inline constexpr int store_format = 1;

// Makes them in an empty database and fills in plan and points, in one transaction.
void create_schema(Database& database, const Plan& plan);

// The plan that a file was made for. Throws StoreError when it is no store, damaged, or of another
// version.
Plan stored_plan(Database& database, const std::string& file);

}  // namespace trainyard
