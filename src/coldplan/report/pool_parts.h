#pragma once

#include <string>

#include "coldplan/evidence/pooled_table.h"

/// Parts of the text of a pooled table.
namespace coldplan::report {

/// "effect -0.71 (95 % -1.11 to -0.32)", and on the scale that a reader knows.
[[nodiscard]] std::string effect_words(evidence::Measure measure, double estimate,
                                       const evidence::Limits& limits, double level, int decimals);

/// "; risk ratio 0.49 (0.33 to 0.73)", empty where the scale is its own.
[[nodiscard]] std::string back_words(evidence::Measure measure, double estimate,
                                     const evidence::Limits& limits);

/// The table of coefficients with its tests.
[[nodiscard]] std::string moderators_text(const evidence::PooledTable& pooled);

[[nodiscard]] std::string subgroups_text(const evidence::PooledTable& pooled, int decimals);

[[nodiscard]] std::string leave_one_out_text(const evidence::PooledTable& pooled, int decimals);

[[nodiscard]] std::string small_studies_text(const evidence::PooledTable& pooled, int decimals);

}  // namespace coldplan::report
