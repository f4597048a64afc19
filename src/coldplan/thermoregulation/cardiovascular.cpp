#include "coldplan/thermoregulation/cardiovascular.h"

#include <algorithm>
#include <cmath>

#include "coldplan/facts/ids.h"

namespace coldplan::thermoregulation {
namespace {

namespace id = facts::id::effects;

// numerical: the two temperatures of the water, which stand in the names of the facts [°C].
constexpr double colder_water = 10.0;
// numerical: as above.
constexpr double warmer_water = 15.0;

}  // namespace

std::optional<ColdShock> cold_shock(double water) {
  if (!(water <= warmer_water)) {
    return std::nullopt;
  }
  const double share = std::clamp((warmer_water - water) / (warmer_water - colder_water), 0.0, 1.0);
  const auto between = [share](facts::Id warmer, facts::Id colder) {
    return std::lerp(facts::value(warmer), facts::value(colder), share);
  };
  return ColdShock{between(id::cold_shock_fr_15, id::cold_shock_fr_10),
                   between(id::cold_shock_vi_15, id::cold_shock_vi_10),
                   between(id::cold_shock_hr_15, id::cold_shock_hr_10)};
}

CabinResponse cabin_response(double age, bool head_in) {
  const double young = facts::value(id::bp_wbc_age_young);
  const double older = facts::value(id::bp_wbc_age_older);
  const double share = std::clamp((age - young) / (older - young), 0.0, 1.0);
  const double factor = std::lerp(1.0, facts::value(id::bp_wbc_a_65), share);
  return {facts::value(id::bp_wbc_dsbp) * factor, facts::value(id::bp_wbc_ddbp_first_session),
          facts::value(head_in ? id::wbc_autonomic_hr_wbc : id::wbc_autonomic_hr_pbc)};
}

}  // namespace coldplan::thermoregulation
