// Laying one tree over another: what `include` and `like` do.
#pragma once

#include <string_view>

#include "sim/scenario/node.hpp"

namespace trainyard {

// Scenario `top` over scenario `base`, key by key down to the fields of a named entry (of gpus,
// jobs, workload, strategies, a kind of pool) and of `study`; the value of a field is replaced
// whole. `name`, `question` and `expect` of the base are its own affair. The keys of `top` come
// first, in their order; those that only the base has follow.
void merge_scenario(Node& top, const Node& base);

// Fields of `top` over those of `base`; `row` is the table's path of such a mapping. A field drops
// the alternatives to it (`work`: `duration`) that the base has.
void merge_fields(Node& top, const Node& base, std::string_view row);

}  // namespace trainyard
