#include "coldplan/bioheat/solver.h"

#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

namespace coldplan::bioheat {
namespace {

/// A back as in the standard work: skin, fat, muscle, with constriction in the skin.
Column back() {
  Column column;
  tissue::Tissue skin{{0.37, 1109.0, 3391.0, 1.45e-3, 368.0},
                      tissue::FlowControl::constriction_and_reflex,
                      1.0,
                      2.0};
  tissue::Tissue fat{
      {0.21, 911.0, 2348.0, 0.5e-3, 58.0}, tissue::FlowControl::constriction, 1.0, 2.0};
  tissue::Tissue muscle{
      {0.495, 1090.0, 3421.0, 0.6e-3, 684.0}, tissue::FlowControl::temperature_quotient, 1.5, 2.0};
  column.layers = {{0.0022, skin}, {0.015, fat}, {0.05, muscle}};
  column.inner_temperature = 37.0;
  column.arterial_temperature = 37.0;
  column.blood_heat_capacity = 1050.0 * 3617.0;
  column.law = {0.08,    0.109, 6.0,   1.0,  120.0, 750.0, 852.0,
                36000.0, 0.95,  0.032, 0.47, 0.57,  0.6,   0.4};
  column.reflex_signal_per_kelvin = 0.4;
  return column;
}

constexpr Boundary room{1.0 / 8.5, 23.0, std::nullopt};

Boundary ice_bag(double mass_per_area) {
  return {1.0 / 50.0, 0.0,
          HeatStore{mass_per_area * 2050.0, mass_per_area * 4190.0, mass_per_area * 334e3, 0.0,
                    -18.0, 8.0, 23.0}};
}

TEST(Solve, AgreesWithAQuadratureOfItsFluxThatConverges) {
  const std::vector<Phase> schedule{{1500.0, ice_bag(20.0), true}, {3600.0, room, false}};
  const auto gap = [&](double factor) {
    SolverOptions options;
    options.mesh = {1.0 / factor, 1.0 + 0.35 / factor, 60.0 / factor};
    const History history = solve(back(), Rest{room}, schedule, options).value();
    return std::abs(heat_by_quadrature(history) / history.heat_taken.back() - 1.0);
  };
  EXPECT_LT(gap(4.0), 1e-3);
  EXPECT_LT(gap(4.0), gap(1.0) / 8.0);
}

TEST(StepLengths, EndExactlyAndGrowToTheLargest) {
  const auto lengths = step_lengths({1.0, 1.35, 60.0}, 1500.0);
  EXPECT_NEAR(std::accumulate(lengths.begin(), lengths.end(), 0.0), 1500.0, 1e-9);
  EXPECT_LE(lengths.front(), 1.0);
  EXPECT_LE(lengths.back(), 60.0);
}

}  // namespace
}  // namespace coldplan::bioheat
