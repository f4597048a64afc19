#include "coldplan/effect/analgesia.h"

#include <algorithm>

#include "coldplan/effect/nerve.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/posterior/random_draws.h"

namespace coldplan::effect {
namespace {

namespace id = facts::id::effects;

Coefficients of_mean_nerve(Coefficients c) {
  c.nerve_slope = 1.0;
  return c;
}

/// Slowest velocity of the mean nerve, relative to before.
double slowest(const Course& nerve, const Coefficients& c) {
  return relative_velocity(lowest(nerve), nerve.value.front(), of_mean_nerve(c));
}

}  // namespace

double prick_dulled_share(double t, const Coefficients& c) {
  return posterior::normal_share((c.prick_temperature - t) / c.prick_width);
}

double prick_dulled_after(const Course& skin, double removal, const Coefficients& c) {
  return time_below_from(skin, removal, c.prick_temperature + c.prick_person);
}

double pressure_threshold(double velocity, const Coefficients& c) {
  return 1.0 + c.threshold_gain * (1.0 - velocity);
}

double pressure_tolerance(double velocity, const Coefficients& c) {
  return 1.0 + c.tolerance_gain * (1.0 - velocity);
}

double highest_pressure_threshold(const Course& nerve, const Coefficients& c) {
  return std::min(pressure_threshold(slowest(nerve, c), c),
                  1.0 + facts::value(id::ncv_tibial_algafly_pth_iced));
}

double highest_pressure_tolerance(const Course& nerve, const Coefficients& c) {
  return std::min(pressure_tolerance(slowest(nerve, c), c),
                  1.0 + facts::value(id::ncv_tibial_algafly_pto_iced));
}

double pressure_dulled_after(const Course& nerve, double removal, const Coefficients& c) {
  const Coefficients mean = of_mean_nerve(c);
  const double before = relative_velocity(nerve.value.front(), mean);
  const double coldest = relative_velocity(lowest(nerve), mean);
  if (c.threshold_gain == 0.0 || !(coldest < before)) {
    return 0.0;
  }
  // The rise is linear in velocity: half of it is left midway between the two.
  const double level = temperature_at_velocity(0.5 * (before + coldest), mean);
  return std::min(last_time_below(nerve, removal, level),
                  facts::value(id::analgesia_duration_raised_at_min_second));
}

}  // namespace coldplan::effect
