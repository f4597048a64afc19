#pragma once

#include <string_view>

namespace coldplan::planning {

/// The version of the program; every answer names it.
[[nodiscard]] std::string_view version();

}  // namespace coldplan::planning
