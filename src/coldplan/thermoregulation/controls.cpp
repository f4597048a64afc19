#include "coldplan/thermoregulation/controls.h"

#include <cmath>

#include "coldplan/facts/ids.h"

namespace coldplan::thermoregulation {
namespace {

namespace id = facts::id::thermoregulation;

Controls read() {
  using facts::value;
  Controls all;
  all.constriction_core = value(id::constriction_core_gain);
  all.constriction_skin = value(id::constriction_skin_gain);
  all.dilation_core = value(id::dilation_core_gain);
  all.dilation_skin = value(id::dilation_skin_gain);
  all.sweat_core = value(id::sweat_core_gain);
  all.sweat_skin = value(id::sweat_skin_gain);
  all.sweat_doubling = value(id::sweat_doubling);
  all.shivering = value(id::shivering_gain);
  all.anastomoses_skin = value(id::ava_skin_gain);
  all.anastomoses_core = value(id::ava_core_gain);
  all.anastomoses_open = value(id::ava_constant);
  all.hand_skin_offset = value(id::ava_hand_skin_offset);
  all.hand_core_offset = value(id::ava_hand_core_offset);
  all.foot_skin_offset = value(id::ava_foot_skin_offset);
  all.foot_core_offset = value(id::ava_foot_core_offset);
  all.respiration_sensible = value(id::respiration_sensible);
  all.respiration_temperature = value(id::respiration_sensible_temperature);
  all.respiration_latent = value(id::respiration_latent);
  all.respiration_pressure = value(id::respiration_latent_pressure);
  all.antoine_a = value(id::antoine_a);
  all.antoine_b = value(id::antoine_b);
  all.antoine_c = value(id::antoine_c);
  all.lewis = value(id::lewis_ratio);
  all.permeability = value(id::clothing_permeability);
  all.clo = value(id::clo);
  all.wettedness_dry = value(id::wettedness_dry);
  all.wettedness_gain = value(id::wettedness_gain);
  return all;
}

}  // namespace

const Controls& controls() {
  static const Controls all = read();
  return all;
}

double saturation_pressure(double temperature) {
  const Controls& c = controls();
  return pascals * std::exp(c.antoine_a - c.antoine_b / (temperature + c.antoine_c));
}

double clothing_area_factor(double resistance) {
  const double worn = resistance / controls().clo;
  return worn < 0.5 ? 1.0 + facts::value(id::clothing_area_thin) * worn
                    : facts::value(id::clothing_area_thick_constant) +
                          facts::value(id::clothing_area_thick) * worn;
}

}  // namespace coldplan::thermoregulation
