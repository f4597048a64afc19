#pragma once

#include <string>

/// Files of data/, compiled in.
namespace coldplan::planning {

[[nodiscard]] std::string costs_text();

}  // namespace coldplan::planning
