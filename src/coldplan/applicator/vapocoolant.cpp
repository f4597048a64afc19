#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form vapocoolant() {
  Form form = form_of("vapocoolant_spray", "vapocoolant_spray", "Vapocoolant spray",
                      id::vapocoolant_spray_default_time);
  form.source = Film{{facts::value(id::vapocoolant_spray_default_t_film),
                      facts::value(id::vapocoolant_spray_default_range_t_low),
                      facts::value(id::vapocoolant_spray_default_range_t_high)}};
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.bare_skin_only = true;
  form.basis = {id::vapocoolant_spray_default_t_film,
                id::vapocoolant_spray_default_range_t_low,
                id::vapocoolant_spray_default_range_t_high,
                id::vapocoolant_spray_skin_ethyl_chloride,
                id::vapocoolant_spray_rewarming_time_low,
                id::vapocoolant_spray_rewarming_time_high,
                id::ctm_ice_water_pump_pad_area,
                id::vapocoolant_spray_default_time};
  return form;
}

}  // namespace coldplan::applicator
