#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "coldplan/planning/comparison.h"
#include "coldplan/posterior/calibrated.h"

namespace coldplan::report {

/// The comparison as `coldplan compare --json` prints it (schema/comparison.schema.json): °C, mm,
/// minutes, kJ whatever the reader's units, intervals as {"median", "p05", "p95"}, the temperature
/// of every tissue at every minute.
[[nodiscard]] nlohmann::ordered_json comparison_json(const planning::Comparison& comparison);

/// One form of it.
[[nodiscard]] nlohmann::ordered_json outcome_json(const planning::FormOutcome& outcome);

/// Which posterior the uncertain numbers were drawn from; null where it was none.
[[nodiscard]] nlohmann::ordered_json posterior_json(const posterior::Provenance& posterior);

/// The person and what was estimated of her.
[[nodiscard]] nlohmann::ordered_json person_json(const person::Person& person,
                                                 const person::Anthropometry& anthropometry);

}  // namespace coldplan::report
