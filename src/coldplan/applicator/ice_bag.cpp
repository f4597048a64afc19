#include "coldplan/applicator/forms.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form ice_bag() {
  Form form;
  form.id = "ice_bag";
  form.variant = "ice_bag";
  form.family = "ice_pack";
  form.name = "Ice bag, dry";
  form.pack.mass = facts::value(id::ice_bag_mass);
  form.pack.area = facts::value(id::ice_bag_area);
  form.pack.start_temperature = facts::value(id::ice_bag_pack_temperature);
  form.pack.melting_temperature = facts::value(id::ice_melting_temperature);
  form.pack.frozen_heat = facts::value(id::ice_specific_heat);
  form.pack.thawed_heat = facts::value(id::water_specific_heat);
  form.pack.latent_heat = facts::value(id::ice_latent_heat);
  form.pack.contact = contact_like_ice_bags(facts::value(id::ice_bag_contact_conductance));
  form.pack.air_conductance = facts::value(id::pack_air_conductance);
  form.duration = facts::value(id::ice_bag_duration);
  form.longest = facts::fact(id::ice_bag_duration).high;
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
  const facts::Fact& wetted = facts::fact(id::ice_bag_contact_conductance_wetted);
  form.pack.contact = {wetted.value, wetted.low, wetted.high, std::nullopt, wetted.value};
  return form;
}

}  // namespace coldplan::applicator
