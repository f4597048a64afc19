#include "coldplan/effect/strength.h"

#include <algorithm>

namespace coldplan::effect {

double relative_force(double slope, double t, const Coefficients& c) {
  return std::max(0.0, 1.0 - slope * (c.full_force_at - t));
}

double relative_force(Effort effort, double t, const Coefficients& c) {
  return relative_force(effort == Effort::holding ? c.isometric_slope : c.fast_slope, t, c);
}

}  // namespace coldplan::effect
