#include "oracle/flow_law.h"

#include <algorithm>
#include <cmath>

namespace coldplan::oracle {

using tissue::FlowControl;
using tissue::PerfusionLaw;

bool has_memory(FlowControl control) {
  return control == FlowControl::constriction || control == FlowControl::constriction_and_reflex;
}

double constriction_rate(const PerfusionLaw& law, double cooling, double h, double dose) {
  const double wanted =
      cooling > 0.0
          ? law.local_floor + (1.0 - law.local_floor) * std::exp(-law.local_sensitivity * cooling)
          : std::min(law.warm_cap, std::pow(2.0, -cooling / law.warm_doubling));
  if (wanted < h) {
    return (wanted - h) / law.onset_time;
  }
  const double slowed = law.recovery_time * std::exp(dose / law.recovery_dose_scale);
  return (wanted - h) / std::min(slowed, law.recovery_time_cap);
}

double reflex(const PerfusionLaw& law, double signal, double h) {
  const double lowest = law.reflex_blunting_level - law.reflex_blunting_width;
  const double highest = law.reflex_blunting_level + law.reflex_blunting_width;
  const double at = std::min(std::max(h, lowest), highest);
  const double blunting =
      law.reflex_blunting + (1.0 - law.reflex_blunting) * (at - lowest) / (highest - lowest);
  const double lost = law.reflex_gain * signal / (1.0 + law.reflex_gain * signal);
  return 1.0 - law.reflex_age_factor * blunting * lost;
}

}  // namespace coldplan::oracle
