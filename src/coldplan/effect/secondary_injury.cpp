#include "coldplan/effect/secondary_injury.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace coldplan::effect {
namespace {

/// ∫ exp over a straight stretch of its exponent, over the length of the stretch. The exponents of
/// the ends are a and b.
double mean_exponential(double a, double b) {
  // numerical: nearer ends lose more in their difference than the midpoint is off.
  constexpr double too_near = 1e-4;
  const double difference = b - a;
  if (std::abs(difference) < too_near) {
    return std::exp(0.5 * (a + b));
  }
  return std::exp(a) * std::expm1(difference) / difference;
}

}  // namespace

double injury_spared(const Course& muscle, double rest, const Coefficients& c) {
  const double rate = std::log(c.injury_quotient) / 10.0;
  const double start = muscle.time.front();
  const double end = start + c.injury_window;
  double gain = 0.0;  // time not spent, as at rest
  for (std::size_t i = 1; i < muscle.time.size() && muscle.time[i - 1] < end; ++i) {
    const double whole = muscle.time[i] - muscle.time[i - 1];
    const double within = std::min(muscle.time[i], end) - muscle.time[i - 1];
    const double from = muscle.value[i - 1];
    const double to = from + (muscle.value[i] - from) * within / whole;
    gain += within * (1.0 - mean_exponential(rate * (from - rest), rate * (to - rest)));
  }
  return std::min(1.0, c.injury_factor * gain / c.injury_window);
}

}  // namespace coldplan::effect
