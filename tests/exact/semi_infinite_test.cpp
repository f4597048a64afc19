#include <cmath>

#include "exact/exact_case.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// Semi-infinite solids, stood in for by slabs so deep that the cold never reaches their other
/// face. Solutions: Carslaw & Jaeger 1959, Conduction of Heat in Solids, 2nd ed.,
/// sections 2.5, 2.7, 2.15 and 12.8.
namespace coldplan::exact {
namespace {

const std::vector<double> depths{0.0,   0.0003, 0.001, 0.002, 0.003, 0.005,
                                 0.008, 0.012,  0.02,  0.03,  0.05,  0.08};
constexpr double deep = 0.25;  // m: over five diffusion lengths in an hour

/// A solid at 34 °C whose surface meets 2 °C behind a resistance for an hour.
ExactCase cooled(const tissue::Tissue& material, double resistance) {
  ExactCase exact_case;
  exact_case.column.layers = {{deep, material}};
  exact_case.start = bioheat::Uniform{34.0};
  exact_case.schedule = {{3600.0, {resistance, 2.0, std::nullopt}, true}};
  exact_case.depths = depths;
  return exact_case;
}

/// T = T_s + (T₀ − T_s) erf(x/√(4αt)).
TEST(SemiInfiniteSolid, FollowsTheErrorFunctionAfterAStepOfItsSurface) {
  const tissue::Tissue muscle = solid(0.5, 1090.0, 3421.0);
  ExactCase step = cooled(muscle, 1e-9);
  // The first cell's time constant is a tenth of a second, which only flux_mesh resolves.
  step.quadrature_gap = 0.1;
  step.equal_step_gap = 4.0;
  step.exact = [alpha = diffusivity(muscle)](double depth, double time) {
    return 2.0 + 32.0 * std::erf(depth / std::sqrt(4.0 * alpha * time));
  };
  expect_accuracy(step, {0.02, 1.8, 3.7, 60.0});
}

/// T = T_s + (T₀ − T_s) [erf(ξ) + exp(hx/k + h²αt/k²) erfc(ξ + h√(αt)/k)], ξ = x/√(4αt).
ExactCase behind_a_film() {
  const tissue::Tissue muscle = solid(0.5, 1090.0, 3421.0);
  const double h = 60.0;
  ExactCase convective = cooled(muscle, 1.0 / h);
  convective.exact = [h, alpha = diffusivity(muscle)](double depth, double time) {
    const double k = 0.5;
    const double root = std::sqrt(alpha * time);
    const double xi = depth / (2.0 * root);
    const double share = h * root / k;
    return 2.0 +
           32.0 * (std::erf(xi) + std::exp(h * depth / k + share * share) * std::erfc(xi + share));
  };
  return convective;
}

TEST(SemiInfiniteSolid, FollowsTheConvectiveSolutionBehindAResistance) {
  expect_accuracy(behind_a_film(), {0.02, 1.8, 3.7, 60.0});
}

TEST(SemiInfiniteSolid, FollowsItInTheFirstMinuteToo) {
  ExactCase convective = behind_a_film();
  convective.options.sample_interval = 1.0;
  const Miss worst = worst_miss(convective, convective.options);
  fmt::print("error {:.5f} C at {:.1f} mm and {:.0f} s\n", worst.error, 1e3 * worst.depth,
             worst.time);
  EXPECT_LE(worst.error, 0.02);
}

/// A layer of thickness l on a solid, one step of the surface for both: Carslaw & Jaeger 1959,
/// section 12.8, by reflections in the layer. With κ = √(α₁/α₂), σ = k₂κ/k₁, r = (σ − 1)/(σ + 1),
/// D = √(4α₁t) and V the step,
///
///     layer:  ΔT = V Σ rⁿ [erfc((2nl + x)/D) − r erfc(((2n + 2)l − x)/D)]
///     solid:  ΔT = 2V/(1 + σ) Σ rⁿ erfc(((2n + 1)l + κ(x − l))/D)
ExactCase layer_on_a_solid(double thickness) {
  const tissue::Tissue fat = solid(0.21, 911.0, 2348.0);
  const tissue::Tissue muscle = solid(0.5, 1090.0, 3421.0);
  const double ratio = std::sqrt(diffusivity(fat) / diffusivity(muscle));
  const double sigma = muscle.properties.conductivity * ratio / fat.properties.conductivity;
  const double reflected = (sigma - 1.0) / (sigma + 1.0);
  ExactCase layer = cooled(fat, 1e-9);
  layer.quadrature_gap = 0.1;
  layer.equal_step_gap = 4.0;
  layer.column.layers = {{thickness, fat}, {deep, muscle}};
  layer.depths.push_back(thickness);
  layer.exact = [=, alpha = diffusivity(fat)](double depth, double time) {
    const double scale = std::sqrt(4.0 * alpha * time);
    double share = 0.0;
    double weight = 1.0;
    // |r| is a half, so that what is left out is under 1e-16.
    for (int n = 0; n < 60; ++n) {
      const double path = 2.0 * n * thickness;
      share += depth <= thickness
                   ? weight * (std::erfc((path + depth) / scale) -
                               reflected * std::erfc((path + 2.0 * thickness - depth) / scale))
                   : weight * 2.0 / (1.0 + sigma) *
                         std::erfc((path + thickness + ratio * (depth - thickness)) / scale);
      weight *= reflected;
    }
    return 34.0 - 32.0 * share;
  };
  return layer;
}

TEST(LayerOnASolid, FollowsTheReflectionsAfterAStepOfItsSurface) {
  expect_accuracy(layer_on_a_solid(0.003), {0.02, 1.8, 3.7, 60.0});
  // Under a thicker layer the worst place moves as cells are halved, and so does the order
  // seen: 2.6, 1.5, then 2.0 and 2.0.
  expect_accuracy(layer_on_a_solid(0.015), {0.02, 1.4, 3.7, 60.0});
}

/// Two solids brought together: the contact stands at (e₁T₁ + e₂T₂)/(e₁ + e₂) with e = √(kρc), and
/// each follows the error function of its own diffusivity. The cells are equally wide, as wide as
/// the default ones are at the skin: the default grid is made for cold that comes from the surface,
/// as in LayerOnASolid.
TEST(TwoSolidsInContact, MeetAtTheTemperatureOfTheirEffusivitiesAndStayThere) {
  const tissue::Tissue fat = solid(0.21, 911.0, 2348.0);
  const tissue::Tissue muscle = solid(0.5, 1090.0, 3421.0);
  const auto effusivity = [](const tissue::Tissue& t) {
    return t.properties.conductivity / std::sqrt(diffusivity(t));
  };
  const double interface = 0.1;
  const double contact =
      (effusivity(fat) * 10.0 + effusivity(muscle) * 37.0) / (effusivity(fat) + effusivity(muscle));
  ExactCase meeting;
  meeting.column.layers = {{interface, fat}, {0.12, muscle}};
  meeting.start = bioheat::Profile{[=](double depth) { return depth < interface ? 10.0 : 37.0; }};
  // What the room adds at the face stays far from the contact; it gives the energy balance its
  // scale.
  meeting.schedule = {{1200.0, {0.1, 20.0, std::nullopt}, false}};
  meeting.depths = {0.08, 0.09, 0.097, 0.0995, 0.1, 0.1005, 0.102, 0.105, 0.11, 0.12, 0.14};
  meeting.options.grid.growth = 0.0;
  meeting.exact = [=](double depth, double time) {
    const tissue::Tissue& here = depth < interface ? fat : muscle;
    const double far = depth < interface ? 10.0 : 37.0;
    const double xi = std::abs(depth - interface) / std::sqrt(4.0 * diffusivity(here) * time);
    return contact + (far - contact) * std::erf(xi);
  };
  expect_accuracy(meeting, {0.02, 1.8, 3.7, 60.0});
}

}  // namespace
}  // namespace coldplan::exact
