#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form gravity_cuff() {
  Form form = form_of("ctm_gravity_cuff", "ctm_gravity_cuff", "Gravity-fed cuff",
                      id::ctm_ice_water_pump_default_time);
  // Its volume was not found, so that the water between two refills is held at its temperature; the
  // fit of the conductance to two hours of use has taken that up.
  Plate cuff;
  cuff.temperature = spread_of(id::ctm_gravity_cuff_water_temperature);
  cuff.contact = contact_from(id::ctm_gravity_cuff_conductance_fitted);
  cuff.medium = Medium::water;
  form.source = cuff;
  form.asked_barrier = Barrier::thin_cloth;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.basis = {id::ctm_gravity_cuff_conductance_fitted, id::ctm_gravity_cuff_water_temperature,
                id::ctm_ice_water_pump_pad_area, id::ctm_ice_water_pump_default_time};
  return form;
}

}  // namespace coldplan::applicator
