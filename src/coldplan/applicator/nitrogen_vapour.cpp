#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form nitrogen_vapour() {
  Form form = form_of("local_ln2_vapour", "local_ln2_vapour", "Nitrogen vapour",
                      id::local_ln2_vapour_default_time);
  Jet jet;
  jet.conductance = like_the_measured_drop(id::local_ln2_vapour_h_eff_fitted_at_minus_100,
                                           id::local_ln2_vapour_knee_skin_drop);
  jet.temperature = facts::value(id::local_ln2_vapour_default_t_eff);
  form.source = jet;
  form.area = facts::value(id::ctm_ice_water_pump_pad_area);
  form.stop_temperature = facts::value(id::local_ln2_vapour_default_t_stop);
  form.bare_skin_only = true;
  form.basis = {id::local_ln2_vapour_h_eff_fitted_at_minus_100,
                id::local_ln2_vapour_default_t_eff,
                id::local_ln2_vapour_knee_skin_drop,
                id::local_ln2_vapour_default_t_stop,
                id::ctm_ice_water_pump_pad_area,
                id::local_ln2_vapour_default_time};
  return form;
}

Form nitrogen_vapour_intense() {
  Form form = nitrogen_vapour();
  form.id = "local_ln2_vapour_intense";
  form.name = "Nitrogen vapour, intense";
  Jet jet;
  // In proportion to the flux that the claimed skin temperatures need.
  const double least = facts::value(id::local_ln2_vapour_flux_for_claim_low);
  const double most = facts::value(id::local_ln2_vapour_flux_for_claim_high);
  const double usual = facts::value(id::local_ln2_vapour_default_upper_case_h_eff);
  const double per_flux = usual / (0.5 * (least + most));
  jet.conductance = {usual, per_flux * least, per_flux * most};
  jet.temperature = facts::value(id::local_ln2_vapour_default_upper_case_t_eff);
  form.source = jet;
  form.own_source =
      "Nothing was measured: a maker's claim of 3 to 7 °C of skin in about three minutes, and the "
      "flux that it would take.";
  form.basis = {id::local_ln2_vapour_default_upper_case_h_eff,
                id::local_ln2_vapour_default_upper_case_t_eff,
                id::local_ln2_vapour_skin_claimed_low,
                id::local_ln2_vapour_skin_claimed_high,
                id::local_ln2_vapour_flux_for_claim_low,
                id::local_ln2_vapour_flux_for_claim_high,
                id::local_ln2_vapour_default_t_stop,
                id::ctm_ice_water_pump_pad_area,
                id::local_ln2_vapour_default_time};
  return form;
}

}  // namespace coldplan::applicator
