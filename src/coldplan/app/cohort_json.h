#pragma once

#include <nlohmann/json.hpp>

#include "coldplan/cohort/plan.h"
#include "coldplan/cohort/tally.h"

namespace coldplan::app {

/// The tables for machines: of every arm and group how many people there are, how many reached
/// what, and the coldest temperature of every tissue as {"median", "p05", "p95"} [°C], null for
/// nobody. Shares are left to the reader, since numerators and denominators are there.
[[nodiscard]] nlohmann::ordered_json cohort_json(const cohort::Plan& plan,
                                                 const cohort::Tally& tally);

}  // namespace coldplan::app
