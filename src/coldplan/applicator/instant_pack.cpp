#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form instant_chemical_pack() {
  Form form = form_of("instant_chemical_pack", "instant_chemical_pack", "Instant chemical pack",
                      id::instant_chemical_pack_default_time);
  // Dissolving has cooled it before it is put on: how long that takes was not found, so that the
  // pack starts at its coldest and only warms.
  Pack pack = pack_of_ice();
  pack.mass = facts::value(id::instant_chemical_pack_default_mass);
  pack.area = facts::value(id::instant_chemical_pack_default_area);
  pack.start_temperature = exactly(facts::value(id::instant_chemical_pack_default_t_start));
  pack.frozen_heat = facts::value(id::instant_chemical_pack_default_c);
  pack.thawed_heat = pack.frozen_heat;
  pack.latent_heat = 0.0;
  pack.contact = contact_like_ice_bags(facts::value(id::instant_chemical_pack_default_u));
  pack.contact.kind = ContactKind::frozen_pack;
  form.area = pack.area;
  form.source = pack;
  form.asked_barrier = Barrier::dry_towel;
  form.basis = {id::instant_chemical_pack_default_u,
                id::instant_chemical_pack_default_t_start,
                id::instant_chemical_pack_default_c,
                id::instant_chemical_pack_default_mass,
                id::instant_chemical_pack_default_area,
                id::instant_chemical_pack_total_cold_ammonium_nitrate,
                id::instant_chemical_pack_total_cold_urea,
                id::pack_air_conductance,
                id::instant_chemical_pack_default_time};
  return form;
}

}  // namespace coldplan::applicator
