#include "coldplan/effect/analgesia.h"

#include <algorithm>

#include "coldplan/effect/nerve.h"
#include "coldplan/effect/normal.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::effect {

double prick_dulled_share(double t, const Coefficients& c) {
  return normal_share((c.prick_temperature - t) / c.prick_width);
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

double pressure_dulled_after(const Course& nerve, double removal, const Coefficients& c) {
  const double before = relative_velocity(nerve.value.front(), c);
  const double slowest = relative_velocity(lowest(nerve), c);
  if (c.threshold_gain == 0.0 || !(slowest < before)) {
    return 0.0;
  }
  // The rise is linear in velocity: half of it is left midway between the two.
  const double level = temperature_at_velocity(0.5 * (before + slowest), c);
  return std::min(last_time_below(nerve, removal, level),
                  facts::value(facts::id::effects::analgesia_duration_raised_at_min_second));
}

}  // namespace coldplan::effect
