#pragma once

// What the tests of the solvers share, here and in tests/solvers; no product code includes it.
/// code uses it.

#include "coldplan/bioheat/boundary.h"
#include "coldplan/bioheat/column.h"

namespace coldplan::tests {

/// A back as in the standard work: skin, fat, muscle, with constriction in skin and fat.
[[nodiscard]] inline bioheat::Column back() {
  using tissue::FlowControl;
  bioheat::Column column;
  const tissue::Tissue skin{
      {0.37, 1109.0, 3391.0, 1.45e-3, 368.0}, FlowControl::constriction_and_reflex, 1.0, 2.0};
  const tissue::Tissue fat{
      {0.21, 911.0, 2348.0, 0.5e-3, 58.0}, FlowControl::constriction, 1.0, 2.0};
  const tissue::Tissue muscle{
      {0.495, 1090.0, 3421.0, 0.6e-3, 684.0}, FlowControl::temperature_quotient, 1.5, 2.0};
  column.layers = {{0.0022, skin}, {0.015, fat}, {0.05, muscle}};
  column.inner_temperature = 37.0;
  column.arterial_temperature = 37.0;
  column.blood_heat_capacity = 1050.0 * 3617.0;
  column.law = {0.08,    0.109, 6.0,   1.0,  120.0, 750.0, 852.0,
                36000.0, 0.95,  0.032, 0.47, 0.57,  0.6,   0.4};
  column.reflex_signal_per_kelvin = 0.4;
  return column;
}

inline constexpr bioheat::Boundary room{1.0 / 8.5, 23.0, std::nullopt};

/// Ice that starts at −18 °C behind a plain contact, its mass by area [kg/m²].
[[nodiscard]] inline bioheat::Boundary ice_bag(double mass_per_area) {
  return {1.0 / 50.0, 0.0,
          bioheat::HeatStore{mass_per_area * 2050.0, mass_per_area * 4190.0, mass_per_area * 334e3,
                             0.0, -18.0, 8.0, 23.0}};
}

/// Tissue without blood flow and metabolism: a plain solid.
[[nodiscard]] inline tissue::Tissue solid(double conductivity, double density,
                                          double specific_heat) {
  return {{conductivity, density, specific_heat, 0.0, 0.0}, tissue::FlowControl::fixed, 1.0, 1.0};
}

}  // namespace coldplan::tests
