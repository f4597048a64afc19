#include "coldplan/applicator/forms.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form gel_pack() {
  Form form;
  form.id = "gel_pack";
  form.variant = "gel_pack";
  form.family = "ice_pack";
  form.name = "Gel pack, flexible";
  form.pack.mass = facts::value(id::gel_pack_mass);
  form.pack.area = facts::value(id::gel_pack_area);
  form.pack.start_temperature = facts::value(id::gel_pack_pack_temperature);
  // Without latent heat the melting point only splits one straight enthalpy curve in two.
  form.pack.melting_temperature = facts::value(id::ice_melting_temperature);
  form.pack.frozen_heat = facts::value(id::gel_pack_specific_heat);
  form.pack.thawed_heat = form.pack.frozen_heat;
  form.pack.latent_heat = facts::value(id::gel_pack_latent_heat);
  form.pack.contact = contact_like_ice_bags(facts::value(id::gel_pack_contact_conductance));
  form.pack.air_conductance = facts::value(id::pack_air_conductance);
  form.duration = facts::value(id::gel_pack_duration);
  form.longest = facts::fact(id::gel_pack_duration).high;
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
  form.pack.frozen_heat = facts::value(id::ice_specific_heat);
  form.pack.latent_heat = facts::value(id::gel_pack_water_based_latent_heat);
  form.basis[3] = id::gel_pack_water_based_latent_heat;
  return form;
}

}  // namespace coldplan::applicator
