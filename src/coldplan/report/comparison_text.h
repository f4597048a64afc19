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

/// Why a family that was wished for is not in the comparison, and what to use: "cryosauna cools the
/// whole body; use coldplan simulate --form pbc_ln2_cryosauna".
[[nodiscard]] std::string not_compared_line(const std::string& family);

/// What the intervals hold, version and data: what stands under every answer.
[[nodiscard]] std::string closing_text(const planning::Comparison& comparison);

}  // namespace coldplan::report
