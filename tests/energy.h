#pragma once

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/bioheat/history.h"

/// What every run of every test asserts of its energy.
namespace coldplan::tests {

/// The discrete balances of tissue and packs, each relative to the sum of the magnitudes of its
/// terms.
inline constexpr double most_closure = 1e-10;

/// Asserts the discrete balances, and that there is something to balance.
inline void expect_energy_closes(const bioheat::History& history) {
  const bioheat::EnergyBalance& energy = history.energy;
  EXPECT_LE(energy.closure, most_closure);
  EXPECT_LE(energy.store_closure, most_closure);
  EXPECT_TRUE(std::isfinite(energy.stored + energy.heats.surface + energy.store_gained));
}

/// Relative gap between the heat through the skin by the scheme's own weights and by the
/// trapezoidal rule on the fluxes at the ends of the steps.
[[nodiscard]] inline double quadrature_gap(const bioheat::History& history) {
  const double heat = history.energy.heats.surface;
  return std::abs(bioheat::heat_by_quadrature(history) - heat) / std::abs(heat);
}

}  // namespace coldplan::tests
