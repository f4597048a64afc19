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
  form.pack.contact_conductance = facts::value(id::ice_bag_contact_conductance);
  form.pack.loose_conductance = facts::value(id::ice_bag_contact_conductance_loose);
  form.pack.air_conductance = facts::value(id::pack_air_conductance);
  form.duration = facts::value(id::ice_bag_duration);
  form.basis = {id::ice_bag_contact_conductance,
                id::ice_bag_contact_conductance_loose,
                id::ice_bag_mass,
                id::ice_bag_area,
                id::ice_latent_heat,
                id::ice_bag_duration};
  return form;
}

Form ice_bag_wetted() {
  Form form = ice_bag();
  form.id = "ice_bag_wetted";
  form.name = "Ice bag, wetted";
  // Water fills the gap already, so a wrap has no loose contact to improve on.
  form.pack.contact_conductance = facts::value(id::ice_bag_contact_conductance_wetted);
  form.pack.loose_conductance = form.pack.contact_conductance;
  form.basis.front() = id::ice_bag_contact_conductance_wetted;
  return form;
}

}  // namespace coldplan::applicator
