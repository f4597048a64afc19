#pragma once

#include <cmath>
#include <numbers>

namespace coldplan::effect {

/// Φ, the share of a standard normal distribution below x.
[[nodiscard]] inline double normal_share(double x) {
  return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

}  // namespace coldplan::effect
