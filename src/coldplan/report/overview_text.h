#pragma once

#include <string>

#include "coldplan/planning/comparison.h"

namespace coldplan::report {

/// All forms in one table by family: how cold skin and muscle get, with 5 to 95 %, and for how long
/// the skin is under the temperature at which a pinprick stops hurting. Under it the skin limits
/// that forms may come near or pass, and what would freeze.
[[nodiscard]] std::string overview_text(const planning::Comparison& comparison);

}  // namespace coldplan::report
