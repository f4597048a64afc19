#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form frozen_peas() {
  Form form = form_of("frozen_peas", "frozen_peas", "Frozen peas", id::frozen_peas_duration);
  Pack pack = pack_of_ice();
  pack.mass = facts::value(id::frozen_peas_mass);
  pack.area = facts::value(id::frozen_peas_area);
  pack.start_temperature = exactly(facts::value(id::frozen_peas_pack_temperature));
  pack.melting_temperature = facts::value(id::frozen_peas_melting_temperature);
  // No specific heat of peas was found. Their latent heat says how much of them is water; the heat
  // of the rest is left out, which makes the pack warm a little too soon.
  const double water = facts::value(id::frozen_peas_latent_heat) / pack.latent_heat;
  pack.frozen_heat *= water;
  pack.thawed_heat *= water;
  pack.latent_heat *= water;
  pack.contact = contact_like_ice_bags(facts::value(id::frozen_peas_contact_conductance));
  pack.contact.kind = ContactKind::frozen_pack;
  form.area = pack.area;
  form.source = pack;
  form.asked_barrier = Barrier::dry_towel;
  form.basis = {id::frozen_peas_contact_conductance,
                id::frozen_peas_pack_temperature,
                id::frozen_peas_latent_heat,
                id::frozen_peas_mass,
                id::frozen_peas_area,
                id::frozen_peas_melting_temperature,
                id::ice_latent_heat,
                id::ice_specific_heat,
                id::water_specific_heat,
                id::pack_air_conductance,
                id::frozen_peas_duration};
  return form;
}

}  // namespace coldplan::applicator
