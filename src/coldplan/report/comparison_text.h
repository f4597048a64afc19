#pragma once

#include <string>

#include "coldplan/planning/comparison.h"

namespace coldplan::report {

/// How much of each form is told: a line of a table, or a table of its own.
enum class Detail { overview, every_form };

/// The comparison for a terminal: 80 columns, in the reader's units.
[[nodiscard]] std::string comparison_text(const planning::Comparison& comparison,
                                          Detail detail = Detail::overview);

/// One form of it: the table of tissues and the lines under it.
[[nodiscard]] std::string outcome_text(const planning::FormOutcome& outcome,
                                       quantity::UnitSystem units);

/// The person, her fat, warnings and the line on screening: what stands over every answer.
[[nodiscard]] std::string heading_text(const planning::Comparison& comparison);

/// What the intervals hold, version and data: what stands under every answer.
[[nodiscard]] std::string closing_text(const planning::Comparison& comparison);

}  // namespace coldplan::report
