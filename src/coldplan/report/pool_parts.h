#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "coldplan/evidence/pooled_table.h"
#include "coldplan/evidence/study_scale.h"

/// Parts of the text of a pooled table.
namespace coldplan::report {

/// Why a Q-profile has no limits: y'Py at tau^2 = 0 lies under the lower quantile of chi-squared.
inline constexpr std::string_view empty_profile =
    "the studies agree more than chance would make them";

/// "effect -0.71 (95 % -1.11 to -0.32)", and on the scale that a reader knows: "; risk ratio 0.49
/// (0.33 to 0.73)".
[[nodiscard]] std::string effect_words(const std::optional<evidence::BackScale>& back,
                                       double estimate, const evidence::Limits& limits,
                                       double level, int decimals);

/// The table of coefficients with its tests.
[[nodiscard]] std::string moderators_text(const evidence::PooledTable& pooled);

[[nodiscard]] std::string subgroups_text(const evidence::PooledTable& pooled, int decimals);

[[nodiscard]] std::string leave_one_out_text(const evidence::PooledTable& pooled, int decimals);

[[nodiscard]] std::string small_studies_text(const evidence::PooledTable& pooled, int decimals);

}  // namespace coldplan::report
