#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form ice_bag() {
  Form form = form_of("ice_bag", "ice_bag", "Ice bag, dry", id::ice_bag_duration);
  Pack pack = pack_of_ice();
  pack.mass = facts::value(id::ice_bag_mass);
  pack.area = facts::value(id::ice_bag_area);
  pack.start_temperature = exactly(facts::value(id::ice_bag_pack_temperature));
  pack.contact = contact_like_ice_bags(facts::value(id::ice_bag_contact_conductance));
  pack.contact.kind = ContactKind::bag;
  form.area = pack.area;
  form.source = pack;
  form.asked_barrier = Barrier::dry_towel;
  form.basis = {id::ice_bag_contact_conductance,
                id::ice_bag_contact_conductance_loose,
                id::ice_bag_contact_conductance_wetted,
                id::ice_bag_mass,
                id::ice_bag_area,
                id::ice_bag_pack_temperature,
                id::ice_latent_heat,
                id::ice_specific_heat,
                id::water_specific_heat,
                id::pack_air_conductance,
                id::ice_bag_duration};
  return form;
}

Form ice_bag_wetted() {
  Form form = ice_bag();
  form.id = "ice_bag_wetted";
  form.name = "Ice bag, wetted";
  // Water fills the gap already, so that a wrap has no loose contact to improve on.
  Contact& contact = std::get<Pack>(form.source).contact;
  contact = contact_from(id::ice_bag_contact_conductance_wetted);
  contact.wetted = contact.usual;
  contact.kind = ContactKind::wetted;
  form.own_source =
      "Its contact was fitted to one study of crushed ice in a wet towel, on no back.";
  // The dry and the loose contact give way to the study of wetted ice.
  form.basis[0] = id::ice_bag_contact_conductance_wetted;
  form.basis[1] = id::ice_bag_conductance_fitted_crushed_ice_wet_towel;
  form.basis.erase(form.basis.begin() + 2);
  return form;
}

}  // namespace coldplan::applicator
