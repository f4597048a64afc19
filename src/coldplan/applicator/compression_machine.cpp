#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form compression_machine() {
  Form form = form_of("ctm_controlled_compression", "ctm_controlled_compression",
                      "Cold water and compression", id::ctm_controlled_compression_default_time);
  Plate pad;
  pad.temperature = exactly(facts::value(id::ctm_controlled_compression_default_t_set));
  // What pressure does to a pad was not found: without it the contact is taken to be worse by what
  // an elastic wrap does to an ice bag.
  pad.contact = contact_from(id::ctm_ice_water_pump_pad_conductance_fitted_at_8);
  pad.contact.usual = facts::value(id::ctm_controlled_compression_default_u);
  pad.contact.loose = pad.contact.usual / facts::value(id::elastic_wrap_factor);
  pad.medium = Medium::water;
  form.source = pad;
  form.asked_barrier = Barrier::thin_cloth;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.basis = {id::ctm_controlled_compression_default_u,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_6,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_8,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_10,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_12,
                id::ctm_controlled_compression_default_t_set,
                id::ctm_controlled_compression_cuff_pressure,
                id::elastic_wrap_factor,
                id::ctm_ice_water_pump_pad_area,
                id::ctm_controlled_compression_default_time};
  return form;
}

}  // namespace coldplan::applicator
