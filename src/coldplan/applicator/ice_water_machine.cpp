#include "coldplan/applicator/forms.h"
#include "coldplan/applicator/notes.h"
#include "coldplan/applicator/parts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::applicator {

namespace id = facts::id::applicators;

Form ice_water_machine() {
  Form form = form_of("ctm_ice_water_pump", "ctm_ice_water_pump", "Ice-water machine",
                      id::ctm_ice_water_pump_default_time);
  Reservoir tank;
  tank.water_temperature = spread_of(id::ctm_ice_water_pump_inlet_temperature);
  tank.ice = facts::value(id::ctm_ice_water_pump_default_ice);
  tank.water = facts::value(id::ctm_ice_water_pump_default_water);
  tank.latent_heat = facts::value(id::ice_latent_heat);
  tank.specific_heat = facts::value(id::water_specific_heat);
  tank.parasitic_heat = facts::value(id::ctm_ice_water_pump_default_p_parasitic);
  tank.pad_area = facts::value(id::ctm_ice_water_pump_pad_area);
  tank.contact = contact_from(id::ctm_ice_water_pump_pad_conductance_fitted_at_10);
  tank.contact.usual = facts::value(id::ctm_ice_water_pump_default_u_pad);
  form.source = tank;
  form.area = tank.pad_area;
  form.barriers = {Barrier::thin_cloth};  // every manual demands one
  form.basis = {id::ctm_ice_water_pump_default_u_pad,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_6,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_8,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_10,
                id::ctm_ice_water_pump_pad_conductance_fitted_at_12,
                id::ctm_ice_water_pump_inlet_temperature,
                id::ctm_ice_water_pump_shirt_resistance,
                id::ctm_ice_water_pump_default_ice,
                id::ctm_ice_water_pump_default_water,
                id::ctm_ice_water_pump_default_p_parasitic,
                id::ctm_ice_water_pump_pad_area,
                id::ctm_ice_water_pump_default_time};
  return form;
}

}  // namespace coldplan::applicator
