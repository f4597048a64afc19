#pragma once

#include <string>

namespace coldplan::app {

/// The day by the clock, in UTC: YYYY-MM-DD.
[[nodiscard]] std::string today();

}  // namespace coldplan::app
