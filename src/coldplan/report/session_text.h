#pragma once

#include <string>

#include "coldplan/planning/comparison.h"

namespace coldplan::report {

/// One session for a terminal: the table of tissues, then the temperatures minute by minute (every
/// minute while the cold is on, every fifth afterwards).
[[nodiscard]] std::string session_text(const person::Person& person,
                                       const planning::FormOutcome& outcome,
                                       quantity::UnitSystem units);

}  // namespace coldplan::report
