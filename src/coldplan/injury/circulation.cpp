#include "coldplan/injury/circulation.h"

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::injury {

std::optional<thermoregulation::ColdShock> drawn_cold_shock(double water,
                                                            const Coefficients& drawn) {
  auto shock = thermoregulation::cold_shock(water);
  if (shock) {
    shock->breaths *= drawn.cold_shock_factor;
    shock->ventilation *= drawn.cold_shock_factor;
    shock->heart_rate *= drawn.cold_shock_factor;
  }
  return shock;
}

bool may_disturb_rhythm(double water) {
  return water < facts::value(facts::id::injury::autonomic_conflict_water);
}

double rhythm_time() {
  return facts::value(facts::id::injury::autonomic_conflict_time);
}

double highest_systolic_rise() {
  return facts::value(facts::id::effects::face_cold_bp_max_dsbp);
}

}  // namespace coldplan::injury
