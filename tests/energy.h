#pragma once

#include <cmath>
#include <stdexcept>
#include <utility>

#include <gtest/gtest.h>

#include "coldplan/bioheat/history.h"
#include "coldplan/quantity/error.h"

/// What every run of every test asserts of its energy.
namespace coldplan::tests {

/// The discrete balances of tissue and packs, each relative to the sum of the magnitudes of its
/// terms.
inline constexpr double most_closure = 1e-10;

/// Relative gap between the heat through the skin by the scheme's own weights and by the
/// trapezoidal rule on the fluxes at the ends of the steps.
[[nodiscard]] inline double quadrature_gap(const bioheat::History& history) {
  const double heat = history.energy.heats.surface;
  return std::abs(bioheat::heat_by_quadrature(history) - heat) / std::abs(heat);
}

/// Most of that gap at the default steps, behind the resistance of a wetted ice bag or more. It is
/// the rule's error in the first seconds of a phase rather than the scheme's: on steps that resolve
/// those it is under 1e-3 (expect_quadrature_converges in exact/, energy_test.cpp in oracle/).
inline constexpr double most_quadrature_gap = 5e-3;

/// The history of a solve whose energy closes, by its own balance and by the quadrature, for which
/// a run on other steps or behind no resistance states its own bound. Throws with the error's words
/// where there is none.
[[nodiscard]] inline bioheat::History checked(Expected<bioheat::History> solved,
                                              double most_gap = most_quadrature_gap) {
  if (!solved) {
    throw std::runtime_error(message(solved.error()));
  }
  const bioheat::EnergyBalance& energy = solved->energy;
  EXPECT_LE(energy.closure, most_closure);
  EXPECT_LE(energy.store_closure, most_closure);
  EXPECT_TRUE(std::isfinite(energy.stored + energy.heats.surface + energy.store_gained));
  EXPECT_LE(quadrature_gap(*solved), most_gap);
  return *std::move(solved);
}

}  // namespace coldplan::tests
