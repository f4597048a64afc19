#include "coldplan/tissue/perfusion.h"

#include <algorithm>
#include <cmath>

#include "coldplan/facts/ids.h"

namespace coldplan::tissue {
namespace {

namespace id = facts::id::perfusion;

/// 1 up to the first age, `factor` from the second one on, linear between.
double age_factor(double age, const posterior::Draw& draw) {
  const double start = value(draw, id::reflex_age_start);
  const double end = value(draw, id::reflex_age_end);
  const double share = std::clamp((age - start) / (end - start), 0.0, 1.0);
  return 1.0 + share * (value(draw, id::reflex_age_factor) - 1.0);
}

}  // namespace

PerfusionLaw perfusion_law(double age, const posterior::Draw& draw) {
  PerfusionLaw law;
  law.local_floor = value(draw, id::local_floor);
  law.local_sensitivity = value(draw, id::local_sensitivity);
  law.warm_doubling = value(draw, id::warm_doubling);
  law.warm_cap = value(draw, id::warm_cap);
  law.onset_time = value(draw, id::onset_time);
  law.recovery_time = value(draw, id::recovery_time);
  law.recovery_dose_scale = value(draw, id::recovery_dose_scale);
  law.recovery_time_cap = value(draw, id::recovery_time_cap);
  law.recovered_level = value(draw, id::recovered_level);
  law.reflex_gain = value(draw, id::reflex_gain);
  law.reflex_age_factor = age_factor(age, draw);
  law.reflex_blunting = value(draw, id::reflex_blunting);
  law.reflex_blunting_level = value(draw, id::reflex_blunting_level);
  law.reflex_blunting_width = value(draw, id::reflex_blunting_width);
  return law;
}

double local_target(const PerfusionLaw& law, double t, double neutral) {
  if (t < neutral) {
    return law.local_floor +
           (1.0 - law.local_floor) * std::exp(-law.local_sensitivity * (neutral - t));
  }
  return std::min(law.warm_cap, std::exp2((t - neutral) / law.warm_doubling));
}

double response_time(const PerfusionLaw& law, double h, double target, double dose) {
  if (target < h) {
    return law.onset_time;
  }
  return std::min(law.recovery_time_cap,
                  law.recovery_time * std::exp(dose / law.recovery_dose_scale));
}

double reflex_factor(const PerfusionLaw& law, double signal, double h) {
  const double r = 1.0 / (1.0 + law.reflex_gain * signal);
  const double low = law.reflex_blunting_level - law.reflex_blunting_width;
  const double share = std::clamp((h - low) / (2.0 * law.reflex_blunting_width), 0.0, 1.0);
  const double blunting = law.reflex_blunting + (1.0 - law.reflex_blunting) * share;
  return 1.0 - (1.0 - r) * law.reflex_age_factor * blunting;
}

double temperature_quotient(double q10, double t, double reference) {
  return std::pow(q10, (t - reference) / 10.0);
}

}  // namespace coldplan::tissue
