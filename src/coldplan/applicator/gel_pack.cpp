#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form gel_pack() {
  Form form = form_of("gel_pack", "gel_pack", "Gel pack, flexible", id::gel_pack_duration);
  Pack pack = pack_of_ice();
  pack.mass = facts::value(id::gel_pack_mass);
  pack.area = facts::value(id::gel_pack_area);
  pack.start_temperature = exactly(facts::value(id::gel_pack_pack_temperature));
  // Without latent heat the melting point only splits one straight enthalpy curve in two.
  pack.frozen_heat = facts::value(id::gel_pack_specific_heat);
  pack.thawed_heat = pack.frozen_heat;
  pack.latent_heat = facts::value(id::gel_pack_latent_heat);
  pack.contact = contact_like_ice_bags(facts::value(id::gel_pack_contact_conductance));
  pack.contact.kind = ContactKind::frozen_pack;
  form.area = pack.area;
  form.source = pack;
  form.asked_barrier = Barrier::dry_towel;
  form.basis = {id::gel_pack_contact_conductance,
                id::gel_pack_pack_temperature,
                id::gel_pack_specific_heat,
                id::gel_pack_latent_heat,
                id::gel_pack_mass,
                id::gel_pack_area,
                id::pack_air_conductance,
                id::gel_pack_duration};
  return form;
}

Form gel_pack_water_based() {
  Form form = gel_pack();
  form.id = "gel_pack_water_based";
  form.name = "Gel pack, freezing hard";
  Pack& pack = std::get<Pack>(form.source);
  pack.frozen_heat = facts::value(id::ice_specific_heat);
  pack.latent_heat = facts::value(id::gel_pack_water_based_latent_heat);
  form.basis[3] = id::gel_pack_water_based_latent_heat;
  return form;
}

}  // namespace coldplan::applicator
