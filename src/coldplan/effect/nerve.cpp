#include "coldplan/effect/nerve.h"

#include <algorithm>
#include <cmath>

#include "coldplan/tissue/perfusion.h"

namespace coldplan::effect {
namespace {

using tissue::temperature_quotient;

struct Block {
  double half = 0.0;
  double width = 1.0;
};

Block block_of(Fibre fibre, const Coefficients& c) {
  if (fibre == Fibre::unmyelinated) {
    return {c.unmyelinated_half_block, c.unmyelinated_width};
  }
  return {c.myelinated_half_block, c.myelinated_width};
}

/// Velocity of the mean person at the break, relative to 35 °C.
double velocity_at_break(const Coefficients& c) {
  return temperature_quotient(c.warm_quotient, c.quotient_break, c.full_velocity_at);
}

double mean_velocity(double t, const Coefficients& c) {
  if (t >= c.quotient_break) {
    return temperature_quotient(c.warm_quotient, t, c.full_velocity_at);
  }
  return velocity_at_break(c) * temperature_quotient(c.cold_quotient, t, c.quotient_break);
}

}  // namespace

double relative_velocity(double t, const Coefficients& c) {
  return std::max(0.0, 1.0 - c.nerve_slope * (1.0 - mean_velocity(t, c)));
}

double relative_velocity(double t, double rest, const Coefficients& c) {
  return relative_velocity(t, c) / relative_velocity(rest, c);
}

double temperature_at_velocity(double velocity, const Coefficients& c) {
  const double mean = 1.0 - (1.0 - velocity) / c.nerve_slope;
  const double at_break = velocity_at_break(c);
  if (mean >= at_break) {
    return c.full_velocity_at + 10.0 * std::log(mean) / std::log(c.warm_quotient);
  }
  return c.quotient_break + 10.0 * std::log(mean / at_break) / std::log(c.cold_quotient);
}

double conducting_share(Fibre fibre, double t, const Coefficients& c) {
  const Block block = block_of(fibre, c);
  return 1.0 / (1.0 + std::exp((block.half - t) / block.width));
}

double temperature_at_conducting_share(Fibre fibre, double share, const Coefficients& c) {
  const Block block = block_of(fibre, c);
  return block.half - block.width * std::log(1.0 / share - 1.0);
}

}  // namespace coldplan::effect
