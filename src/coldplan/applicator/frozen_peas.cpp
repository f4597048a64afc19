#include "coldplan/applicator/forms.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form frozen_peas() {
  Form form;
  form.id = "frozen_peas";
  form.variant = "frozen_peas";
  form.family = "ice_pack";
  form.name = "Frozen peas";
  form.pack.mass = facts::value(id::frozen_peas_mass);
  form.pack.area = facts::value(id::frozen_peas_area);
  form.pack.start_temperature = facts::value(id::frozen_peas_pack_temperature);
  form.pack.melting_temperature = facts::value(id::frozen_peas_melting_temperature);
  form.pack.latent_heat = facts::value(id::frozen_peas_latent_heat);
  // No specific heat of peas was found. Their latent heat says how much of them is water; the heat
  // of the rest is left out, which makes the pack warm a little too soon.
  const double water = form.pack.latent_heat / facts::value(id::ice_latent_heat);
  form.pack.frozen_heat = water * facts::value(id::ice_specific_heat);
  form.pack.thawed_heat = water * facts::value(id::water_specific_heat);
  form.pack.contact = contact_like_ice_bags(facts::value(id::frozen_peas_contact_conductance));
  form.pack.air_conductance = facts::value(id::pack_air_conductance);
  form.duration = facts::value(id::frozen_peas_duration);
  form.longest = facts::fact(id::frozen_peas_duration).high;
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
