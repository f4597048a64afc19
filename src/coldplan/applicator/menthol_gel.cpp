#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form menthol_gel() {
  Form form = form_of("topical_menthol", "topical_menthol", "Menthol gel",
                      id::topical_menthol_default_duration);
  Gel gel;
  gel.heat_flux =
      like_the_measured_drop(id::topical_menthol_default_q0, id::topical_menthol_skin_fall);
  gel.decay_time = facts::value(id::topical_menthol_default_tau);
  form.source = gel;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.bare_skin_only = true;
  form.skin_only = true;
  form.basis = {id::topical_menthol_default_q0,          id::topical_menthol_default_tau,
                id::topical_menthol_skin_fall,           id::topical_menthol_trpm8_half_dose,
                id::topical_menthol_nerve_concentration, id::topical_menthol_threshold_shift,
                id::ctm_ice_water_pump_pad_area,         id::topical_menthol_default_duration};
  return form;
}

double receptor_occupancy(double concentration) {
  return concentration / (concentration + facts::value(id::topical_menthol_trpm8_half_dose));
}

}  // namespace coldplan::applicator
