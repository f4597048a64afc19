#pragma once

#include <nlohmann/json.hpp>

#include "coldplan/evidence/pooled_table.h"

namespace coldplan::report {

/// A pooled table for machines (schema/evidence_pool.schema.json), every number in full; null is
/// what was not asked for, does not exist or is not finite.
[[nodiscard]] nlohmann::ordered_json pool_json(const evidence::PooledTable& pooled);

}  // namespace coldplan::report
