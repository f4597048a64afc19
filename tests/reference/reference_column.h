#pragma once

#include <optional>
#include <string>

#include <fmt/format.h>

#include "coldplan/bioheat/solver.h"
#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

/// The model of three layers with which conductances of applicators were fitted.
namespace coldplan::tests {

inline constexpr double largest_difference = 0.3;  // [°C]
inline constexpr double body_temperature = 37.0;   // deep and blood [°C]
// The reference model does not say how much heat its blood holds. 1060 kg/m³ and 3770 J/(kg K) are
// common, and with them it rests as it says and every check is met within 0.06 °C.
inline constexpr double likely_blood = 1060.0 * 3770.0;

/// Skin 2 mm | fat | muscle 30 mm, blood and inner face at 37 °C; the flow of the skin falls
/// linearly with its own temperature.
[[nodiscard]] inline bioheat::Column reference_column(double fat, double blood_heat_capacity) {
  namespace id = facts::id::applicators;
  using facts::value;
  tissue::Tissue skin;
  skin.properties = {
      value(id::reference_model_skin_conductivity), value(id::reference_model_skin_density),
      value(id::reference_model_skin_specific_heat), value(id::reference_model_skin_perfusion),
      value(id::reference_model_skin_metabolic_heat)};
  skin.flow_control = tissue::FlowControl::temperature_ramp;
  skin.flow_ramp = {
      value(id::reference_model_skin_perfusion_cold_temperature),
      value(id::reference_model_skin_perfusion_warm_temperature),
      value(id::reference_model_skin_perfusion_cold) / value(id::reference_model_skin_perfusion)};
  tissue::Tissue fatty;
  fatty.properties = {
      value(id::reference_model_fat_conductivity), value(id::reference_model_fat_density),
      value(id::reference_model_fat_specific_heat), value(id::reference_model_fat_perfusion),
      value(id::reference_model_fat_metabolic_heat)};
  tissue::Tissue muscle;
  muscle.properties = {
      value(id::reference_model_muscle_conductivity), value(id::reference_model_muscle_density),
      value(id::reference_model_muscle_specific_heat), value(id::reference_model_muscle_perfusion),
      value(id::reference_model_muscle_metabolic_heat)};
  bioheat::Column column;
  column.layers = {{value(id::reference_model_skin_thickness), skin},
                   {fat, fatty},
                   {value(id::reference_model_muscle_thickness), muscle}};
  column.arterial_temperature = body_temperature;
  column.inner_temperature = body_temperature;
  column.blood_heat_capacity = blood_heat_capacity;
  return column;
}

[[nodiscard]] inline bioheat::Boundary reference_room() {
  return {1.0 / 8.5, 23.0, std::nullopt};  // as the reference model describes it
}

/// What it printed for a form under fat of so many millimetres.
[[nodiscard]] inline double reference(const std::string& variant, const std::string& quantity,
                                      int fat_mm) {
  return (*facts::find(
              fmt::format("applicators.{}_reference_{}_fat_{}mm", variant, quantity, fat_mm)))
      ->value;
}

}  // namespace coldplan::tests
