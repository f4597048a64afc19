#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form cold_air_machine() {
  Form form = form_of("local_cold_air_machine", "local_cold_air_machine", "Cold-air machine",
                      id::local_cold_air_machine_default_time);
  Jet jet;
  jet.conductance = like_the_measured_drop(id::local_cold_air_machine_h_eff_fitted_at_minus_20,
                                           id::local_cold_air_machine_knee_skin_drop);
  jet.temperature = facts::value(id::local_cold_air_machine_default_t_eff);
  jet.spot = Jet::Spot{spread_of(id::local_cold_air_machine_default_spot_h),
                       facts::value(id::local_cold_air_machine_default_spot_t_recovery)};
  form.source = jet;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.bare_skin_only = true;
  form.basis = {id::local_cold_air_machine_h_eff_fitted_at_minus_20,
                id::local_cold_air_machine_default_t_eff,
                id::local_cold_air_machine_knee_skin_drop,
                id::local_cold_air_machine_default_spot_h,
                id::local_cold_air_machine_default_spot_t_recovery,
                id::ctm_ice_water_pump_pad_area,
                id::local_cold_air_machine_default_time};
  return form;
}

}  // namespace coldplan::applicator
