#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form home_air_machine() {
  // It has no protocol on record either: the time is that of the clinic's cold-air machine, and
  // stands for nothing as long as the form is not predicted.
  Form form = form_of("home_air_machine", "home_air_machine", "Home cold-air machine",
                      id::local_cold_air_machine_default_time);
  form.source = Unknown{"outlet temperature, heat transfer and air flow"};
  form.bare_skin_only = true;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.basis = {id::home_air_machine_outlet_temperature, id::home_air_machine_conductance,
                id::home_air_machine_air_flow};
  return form;
}

}  // namespace coldplan::applicator
