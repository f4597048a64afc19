#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coldplan/injury/exposure.h"
#include "coldplan/injury/hazard.h"
#include "coldplan/injury/passing.h"
#include "coldplan/planning/interval.h"
#include "coldplan/quantity/units.h"

namespace coldplan::planning {

/// One hazard over all draws.
struct HazardRow {
  injury::Hazard hazard = injury::Hazard::skin_freezing;
  Interval interval;                       ///< in the unit of its info (injury::info)
  double passed_share = 0.0;               ///< of the draws, by the session as it is
  std::optional<injury::Passing> passing;  ///< had the cold been left on; none: nobody looked
  std::string sentence;
  std::string when;  ///< when it would be reached; empty where nobody looked
};

/// The hazards of a session, one exposure a draw, each with a draw of the coefficients of injury/.
/// Errors: those of injury::proximities.
[[nodiscard]] Expected<std::vector<HazardRow>> hazard_rows(
    std::span<const injury::Exposure> exposures, quantity::UnitSystem units);

}  // namespace coldplan::planning
