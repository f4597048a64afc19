#include <cmath>

#include "exact/exact_case.h"
#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <gtest/gtest.h>

/// A limb and a ball cooled through a film, as series in e^(−λ² αt/a²): Carslaw & Jaeger 1959,
/// sections 7.7 and 9.4.
namespace coldplan::exact {
namespace {

constexpr double radius = 0.05;       // m
constexpr double film = 60.0;         // W/(m² K)
constexpr double start = 35.0;        // °C
constexpr double surroundings = 5.0;  // °C
// e^(−λ²αt/a²) of the last term is below 1e-16 from the first minute on.
constexpr int terms = 60;

struct Term {
  double root;
  double coefficient;
};

template <typename Function>
double root_between(const Function& function, double low, double high) {
  std::uintmax_t rounds = 200;
  const auto bracket = boost::math::tools::toms748_solve(
      function, low, high, boost::math::tools::eps_tolerance<double>(50), rounds);
  return 0.5 * (bracket.first + bracket.second);
}

ExactCase cooled(bioheat::Geometry geometry, const std::vector<Term>& series,
                 double (*shape)(double)) {
  const tissue::Tissue muscle = solid(0.5, 1090.0, 3421.0);
  ExactCase body;
  body.column.geometry = geometry;
  body.column.layers = {{radius, muscle}};
  body.start = bioheat::Uniform{start};
  body.schedule = {{3600.0, {1.0 / film, surroundings, std::nullopt}, true}};
  body.depths = {0.0, 0.0005, 0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.049, 0.05};
  body.exact = [series, shape, alpha = diffusivity(muscle)](double depth, double time) {
    double share = 0.0;
    for (const Term& term : series) {
      share += term.coefficient * shape(term.root * (radius - depth) / radius) *
               std::exp(-term.root * term.root * alpha * time / (radius * radius));
    }
    return surroundings + (start - surroundings) * share;
  };
  return body;
}

constexpr double biot = film * radius / 0.5;

/// λ J₁(λ) = Bi J₀(λ); the n-th root lies between the zeros of J₁ and J₀.
std::vector<Term> cylinder_series() {
  using boost::math::cyl_bessel_j;
  using boost::math::cyl_bessel_j_zero;
  std::vector<Term> series;
  for (int n = 1; n <= terms; ++n) {
    const double low = n == 1 ? 0.0 : cyl_bessel_j_zero(1.0, n - 1);
    const double root =
        root_between([](double x) { return x * cyl_bessel_j(1, x) - biot * cyl_bessel_j(0, x); },
                     low, cyl_bessel_j_zero(0.0, n));
    const double j0 = cyl_bessel_j(0, root);
    const double j1 = cyl_bessel_j(1, root);
    series.push_back({root, 2.0 * j1 / (root * (j0 * j0 + j1 * j1))});
  }
  return series;
}

/// λ cot λ = 1 − Bi; the n-th root lies between (n − 1)π and nπ.
std::vector<Term> sphere_series() {
  constexpr double pi = boost::math::constants::pi<double>();
  std::vector<Term> series;
  for (int n = 1; n <= terms; ++n) {
    // Clear of λ = 0, which solves the equation without being a mode.
    const double low = n == 1 ? 1e-6 : (n - 1) * pi;
    const double root = root_between(
        [](double x) { return x * std::cos(x) - (1.0 - biot) * std::sin(x); }, low, n * pi);
    series.push_back({root, 4.0 * (std::sin(root) - root * std::cos(root)) /
                                (2.0 * root - std::sin(2.0 * root))});
  }
  return series;
}

TEST(Cylinder, CoolsAsTheBesselSeriesBehindAFilm) {
  const auto shape = [](double x) { return boost::math::cyl_bessel_j(0, x); };
  expect_accuracy(cooled(bioheat::Geometry::cylindrical, cylinder_series(), shape),
                  {0.02, 1.8, 3.7, 60.0});
}

TEST(Sphere, CoolsAsTheSeriesOfSphericalWavesBehindAFilm) {
  const auto shape = [](double x) { return x > 0.0 ? std::sin(x) / x : 1.0; };
  expect_accuracy(cooled(bioheat::Geometry::spherical, sphere_series(), shape),
                  {0.02, 1.8, 3.7, 60.0});
}

}  // namespace
}  // namespace coldplan::exact
