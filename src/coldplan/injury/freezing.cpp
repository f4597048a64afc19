#include "coldplan/injury/freezing.h"

#include <algorithm>
#include <cmath>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {
namespace {

namespace id = facts::id::injury;

// numerical: relative change of temperature in a stretch under which it is taken as steady, where
// the closed form of its integral would lose digits.
constexpr double steady = 1e-5;

double warmest_crossing() {
  return facts::value(id::ice_seeding_kinetics_temperature_min_penetration);
}

/// D_ice of a straight line from `first` to `last` < 0: the integral of |T|^p, closed.
double dose_of(const Stretch& stretch) {
  const double reference = -facts::value(id::ice_seeding_kinetics_temperature_ref);
  const double power = facts::value(id::ice_seeding_kinetics_exponent);
  const double time = facts::value(id::ice_seeding_kinetics_time_at_minus_4c);
  const double from = -stretch.first / reference;
  const double to = -stretch.last / reference;
  const double length = stretch.duration / time;
  if (std::abs(to - from) < steady * from) {
    return length * std::pow(0.5 * (from + to), power);
  }
  return length * (std::pow(to, power + 1.0) - std::pow(from, power + 1.0)) /
         ((power + 1.0) * (to - from));
}

}  // namespace

double freezing_limit(SkinState state) {
  return facts::value(state == SkinState::wet ? id::skin_freezing_point_temperature_wet
                                              : id::skin_freezing_point_temperature_dry_high);
}

double dry_ramp(double skin) {
  const double warm = facts::value(id::skin_freezing_point_temperature_dry_high);
  const double cold = facts::value(id::skin_freezing_point_temperature_dry_low);
  return std::clamp((warm - skin) / (warm - cold), 0.0, 1.0);
}

std::optional<double> crossing_time(double skin) {
  // The warmest temperature at which ice crossed is one at which it did.
  if (skin > warmest_crossing()) {
    return std::nullopt;
  }
  return 1.0 / dose_of({0.0, 1.0, skin, skin});
}

double ice_dose(const Course& skin) {
  return sum_under(skin, warmest_crossing(), dose_of);
}

std::optional<double> crossed_at(const Course& skin) {
  return time_of_sum(skin, warmest_crossing(), 1.0, dose_of);
}

std::optional<double> freezes_at(const Course& skin, SkinState state, const Coefficients& drawn) {
  return state == SkinState::wet ? crossed_at(skin) : first_under(skin, drawn.dry_freezing_point);
}

}  // namespace coldplan::injury
