#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form co2_jet() {
  Form form = form_of("local_co2_neurocryostimulation", "local_co2_neurocryostimulation",
                      "CO2 snow jet", id::local_co2_neurocryostimulation_default_time);
  const double small_spot = facts::value(id::local_co2_neurocryostimulation_h_spot_fitted);
  Jet jet;
  jet.temperature = facts::value(id::local_co2_neurocryostimulation_source_temperature);
  // Swept over a hand as fitted for 1 to 5 mm of fat; at the strong end as held over a small spot.
  jet.conductance = {facts::value(id::local_co2_neurocryostimulation_h_eff_fitted_second),
                     facts::value(id::local_co2_neurocryostimulation_h_eff_fitted_third),
                     small_spot};
  jet.spot = Jet::Spot{exactly(small_spot), jet.temperature};
  form.source = jet;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.stop_temperature = facts::value(id::local_co2_neurocryostimulation_default_t_stop);
  form.bare_skin_only = true;
  form.basis = {id::local_co2_neurocryostimulation_h_eff_fitted_second,
                id::local_co2_neurocryostimulation_h_eff_fitted_first,
                id::local_co2_neurocryostimulation_h_eff_fitted_third,
                id::local_co2_neurocryostimulation_h_spot_fitted,
                id::local_co2_neurocryostimulation_source_temperature,
                id::local_co2_neurocryostimulation_default_t_stop,
                id::ctm_ice_water_pump_pad_area,
                id::local_co2_neurocryostimulation_default_time};
  return form;
}

}  // namespace coldplan::applicator
