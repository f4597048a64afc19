#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form metal_worn() {
  Form form = form_of("metal_worn", "metal_contact", "Metal worn in a cold chamber",
                      id::wbc_electric_chamber_default_t_main);
  // A fin: what the exposed side takes in flows through the contact, R = 1/h_k + A_c/(h_g A_g).
  const facts::Fact& ratio = facts::fact(id::metal_contact_default_a_ratio);
  const auto through = [](double exposed) {
    return 1.0 / (1.0 / facts::value(id::metal_contact_default_h_contact) +
                  1.0 / (facts::value(id::metal_contact_default_h_gas) * exposed));
  };
  Plate fin;
  fin.temperature = exactly(facts::value(id::metal_contact_default_t_gas));
  fin.contact = {through(ratio.value), through(ratio.low), through(ratio.high), std::nullopt,
                 std::nullopt};
  fin.medium = Medium::gas;
  form.source = fin;
  form.area = facts::value(id::metal_contact_area);
  form.bare_skin_only = true;
  form.skin_only = true;  // a few square centimetres: no column is that narrow
  form.basis = {id::metal_contact_default_h_contact,
                id::metal_contact_default_h_gas,
                id::metal_contact_default_a_ratio,
                id::metal_contact_default_t_gas,
                id::metal_contact_area,
                id::wbc_electric_chamber_default_t_main};
  return form;
}

Form metal_precooled() {
  Form form = form_of("metal_precooled", "metal_contact", "Cold steel touching the skin",
                      id::metal_contact_duration);
  Solid steel;
  steel.temperature = facts::value(id::metal_contact_default_t_gas);
  steel.effusivity = facts::value(id::metal_contact_effusivity_steel);
  steel.skin_effusivity = facts::value(id::metal_contact_effusivity_skin);
  steel.skin_temperature = facts::value(id::metal_contact_skin_temperature);
  form.source = steel;
  form.own_source =
      "A massive piece of steel, as cold as the gas of a chamber and in perfect contact: the worst "
      "case, assumed. Aluminium is as bad; stone, nylon and wood are milder.";
  form.area = facts::value(id::metal_contact_area);
  form.bare_skin_only = true;
  form.skin_only = true;  // a few square centimetres: no column is that narrow
  form.basis = {id::metal_contact_default_t_gas,
                id::metal_contact_effusivity_steel,
                id::metal_contact_effusivity_skin,
                id::metal_contact_skin_temperature,
                id::metal_contact_area,
                id::metal_contact_duration};
  return form;
}

}  // namespace coldplan::applicator
