#include <cmath>

#include "exact/exact_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// A slab with constant perfusion and metabolism at rest:
///
///     k T'' + w (T_a − T) + q = 0,   k T'(0) = (T(0) − T_r)/R,   T(L) = T_c
///     T = T_a + q/w + A cosh(mx) + B sinh(mx),   m² = w/k
namespace coldplan::exact {
namespace {

ExactCase perfused() {
  const tissue::Tissue muscle{
      {0.5, 1090.0, 3421.0, 0.6e-3, 684.0}, tissue::FlowControl::fixed, 1.0, 1.0};
  const double length = 0.06;
  const double room = 21.0;
  const double resistance = 1.0 / 8.5;
  const double arterial = 36.8;
  const double core = 37.1;
  const double capacity = 3.8e6;
  ExactCase slab;
  slab.column.layers = {{length, muscle}};
  slab.column.inner_temperature = core;
  slab.column.arterial_temperature = arterial;
  slab.column.blood_heat_capacity = capacity;
  slab.schedule = {{48.0 * 3600.0, {resistance, room, std::nullopt}, false}};
  slab.depths = {0.0, 0.0005, 0.002, 0.005, 0.01, 0.02, 0.03, 0.045, 0.06};

  const double k = muscle.properties.conductivity;
  const double w = muscle.properties.perfusion * capacity;
  const double m = std::sqrt(w / k);
  const double far = arterial + muscle.properties.metabolic_heat / w;
  // From both faces: B k m R = A + far − T_r and A cosh(mL) + B sinh(mL) = T_c − far.
  const double ratio = k * m * resistance;
  const double a = (core - far - (far - room) * std::sinh(m * length) / ratio) /
                   (std::cosh(m * length) + std::sinh(m * length) / ratio);
  const double b = (a + far - room) / ratio;
  slab.exact = [=](double depth, double /*time*/) {
    return far + a * std::cosh(m * depth) + b * std::sinh(m * depth);
  };
  return slab;
}

/// Error [°C] of the resting profile on a grid `factor` times finer.
double resting_error(ExactCase slab, double factor) {
  slab.start = bioheat::Rest{slab.schedule.front().boundary};
  slab.schedule.front().duration = 600.0;
  slab.options.grid = bioheat::refined(slab.options.grid, factor);
  return worst_error(slab, slab.options);
}

TEST(PerfusedSlab, RestsOnTheHyperbolicProfile) {
  const double error = resting_error(perfused(), 1.0);
  const double order = std::log2(resting_error(perfused(), 2.0) / resting_error(perfused(), 4.0));
  fmt::print("error {:.5f} C, order {:.2f} in space\n", error, order);
  EXPECT_LE(error, 0.02);
  EXPECT_GE(order, 1.8);
}

TEST(PerfusedSlab, ReachesTheHyperbolicProfileInTime) {
  ExactCase slab = perfused();
  slab.start = bioheat::Uniform{30.0};
  slab.options.sample_interval = slab.schedule.front().duration;
  const auto error = [&](double factor) {
    bioheat::SolverOptions options = slab.options;
    options.grid = bioheat::refined(options.grid, factor);
    return worst_error(slab, options);
  };
  const double order = std::log2(error(2.0) / error(4.0));
  fmt::print("error {:.5f} C, order {:.2f} in space\n", error(1.0), order);
  EXPECT_LE(error(1.0), 0.02);
  EXPECT_GE(order, 1.8);
  expect_quadrature_converges(slab);
}

}  // namespace
}  // namespace coldplan::exact
