#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form wet_compress() {
  Form form =
      form_of("wet_compress", "wet_compress", "Wet cold compress", id::wet_compress_duration);
  // The water of the cloth is the whole pack. Nothing evaporates from it: that would keep it cool a
  // little longer, and how much depends on what covers it.
  Pack pack = pack_of_ice();
  pack.area = facts::value(id::wet_compress_area);
  pack.mass = facts::value(id::wet_compress_water_mass) * pack.area;
  pack.start_temperature = spread_of(id::wet_compress_start_temperature);
  pack.frozen_heat = pack.thawed_heat;
  pack.latent_heat = 0.0;
  pack.contact = contact_from(id::ice_bag_conductance_fitted_crushed_ice_wet_towel);
  pack.contact.wetted = pack.contact.usual;
  pack.contact.kind = ContactKind::wetted;
  form.area = pack.area;
  form.source = pack;
  form.basis = {id::ice_bag_conductance_fitted_crushed_ice_wet_towel,
                id::wet_compress_start_temperature,
                id::wet_compress_water_mass,
                id::wet_compress_area,
                id::water_specific_heat,
                id::pack_air_conductance,
                id::wet_compress_duration};
  return form;
}

}  // namespace coldplan::applicator
