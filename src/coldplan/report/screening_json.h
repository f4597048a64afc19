#pragma once

#include <optional>

#include <nlohmann/json.hpp>

#include "coldplan/screening/approval.h"
#include "coldplan/screening/next_screen.h"
#include "coldplan/screening/screen.h"

namespace coldplan::report {

/// The whole result of screening for machines (schema/screening.schema.json): every rule that
/// speaks of every variant, with its source and grade, what became of agreements, and precautions.
[[nodiscard]] nlohmann::ordered_json screening_json(
    const screening::Screening& screening, const std::optional<screening::Approval>& approval);

/// What to ask next; null where nothing is.
[[nodiscard]] nlohmann::ordered_json questions_json(
    const std::optional<screening::NextScreen>& next);

}  // namespace coldplan::report
