#pragma once

#include <string>

/// Files of data/ that the care plan, the goals and the prices are read from, compiled in.
namespace coldplan::planning {

/// data/clinical/
[[nodiscard]] std::string care_plan_text();
[[nodiscard]] std::string guidelines_text();
[[nodiscard]] std::string outcome_measures_text();
[[nodiscard]] std::string providers_text();

/// data/
[[nodiscard]] std::string care_text();
[[nodiscard]] std::string goals_text();
[[nodiscard]] std::string costs_text();

}  // namespace coldplan::planning
