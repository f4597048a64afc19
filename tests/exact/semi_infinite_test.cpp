#include <cmath>

#include "exact/exact_case.h"
#include <gtest/gtest.h>

/// Semi-infinite solids, stood in for by slabs so deep that the cold never reaches their other
/// face. Solutions: Carslaw & Jaeger 1959, Conduction of Heat in Solids, 2nd ed., sections 2.5, 2.7
/// and 2.15.
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
  step.exact = [alpha = diffusivity(muscle)](double depth, double time) {
    return 2.0 + 32.0 * std::erf(depth / std::sqrt(4.0 * alpha * time));
  };
  expect_accuracy(step, {0.02, 1.8, 2.7, 60.0});
}

/// T = T_s + (T₀ − T_s) [erf(ξ) + exp(hx/k + h²αt/k²) erfc(ξ + h√(αt)/k)], ξ = x/√(4αt).
TEST(SemiInfiniteSolid, FollowsTheConvectiveSolutionBehindAResistance) {
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
  expect_accuracy(convective, {0.02, 1.8, 2.7, 60.0});
}

/// Two solids brought together: the contact stands at (e₁T₁ + e₂T₂)/(e₁ + e₂) with e = √(kρc), and
/// each follows the error function of its own diffusivity. The cells are equally wide, as wide as
/// the default ones are at the skin: the default grid is made for cold that comes from the surface.
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
  expect_accuracy(meeting, {0.02, 1.8, 2.7, 60.0});
}

}  // namespace
}  // namespace coldplan::exact
