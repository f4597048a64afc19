#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

namespace {

/// A cooled surface pressed on the skin for the time of local devices.
Form cooled_surface(std::string_view id, std::string_view name, facts::Id conductance) {
  Form form = form_of(id, id, name, id::local_contact_plate_default_time);
  Plate plate;
  plate.temperature = exactly(facts::value(id::local_contact_plate_default_t_plate));
  plate.contact = contact_from(conductance);
  form.source = plate;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.basis = {conductance, id::local_contact_plate_default_t_plate,
                id::ctm_ice_water_pump_pad_area, id::local_contact_plate_default_time};
  return form;
}

}  // namespace

Form contact_plate() {
  return cooled_surface("local_contact_plate", "Cooled plate",
                        id::local_contact_plate_rigid_contact_conductance);
}

Form contact_pad() {
  return cooled_surface("local_contact_pad", "Cooled hydrogel pad",
                        id::local_contact_plate_hydrogel_contact_conductance);
}

Form contact_probe() {
  Form form = form_of("local_contact_probe", "local_contact_probe", "Cryo probe on the skin",
                      id::local_contact_plate_default_time);
  form.source = Unknown{"temperature and diameter of its tip"};
  form.area = facts::value(id::metal_contact_area);
  form.basis = {id::local_contact_plate_cryoprobe_tip_temperature,
                id::local_contact_probe_tip_diameter,
                id::local_contact_plate_rigid_contact_conductance};
  return form;
}

}  // namespace coldplan::applicator
