#include "exact/exact_case.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace coldplan::exact {

using bioheat::History;
using bioheat::SolverOptions;
using bioheat::TimeMesh;

namespace {

/// Most gap of the quadrature of the surface flux on steps that resolve it.
constexpr double most_fine_gap = 1e-3;

}  // namespace

tissue::Tissue solid(double conductivity, double density, double specific_heat) {
  return {{conductivity, density, specific_heat, 0.0, 0.0}, tissue::FlowControl::fixed, 1.0, 1.0};
}

double diffusivity(const tissue::Tissue& tissue) {
  const tissue::Properties& p = tissue.properties;
  return p.conductivity / (p.density * p.specific_heat);
}

TimeMesh refined(const TimeMesh& mesh, double factor) {
  return {mesh.first / factor, std::pow(mesh.growth, 1.0 / factor), mesh.largest / factor};
}

History run(const ExactCase& exact_case, const SolverOptions& options, double most_gap) {
  return tests::checked(
      bioheat::solve(exact_case.column, exact_case.start, exact_case.schedule, options), most_gap);
}

Miss worst_miss(const ExactCase& exact_case, const SolverOptions& options) {
  const History history = run(exact_case, options, exact_case.quadrature_gap);
  EXPECT_GT(history.samples, 1U);
  Miss worst;
  for (std::size_t sample = 1; sample < history.samples; ++sample) {
    const double time = history.time[sample];
    for (const double depth : exact_case.depths) {
      const double gap =
          std::abs(bioheat::temperature_at(history, sample, depth) - exact_case.exact(depth, time));
      // A gap that is not a number must count.
      if (!(gap <= worst.error)) {
        worst = {gap, depth, time};
      }
    }
  }
  return worst;
}

double worst_error(const ExactCase& exact_case, const SolverOptions& options) {
  return worst_miss(exact_case, options).error;
}

double order_in_space(const ExactCase& exact_case) {
  const auto error = [&](double factor) {
    SolverOptions options = exact_case.options;
    options.grid = bioheat::refined(options.grid, factor);
    options.mesh = refined(options.mesh, 8.0);
    return worst_error(exact_case, options);
  };
  return std::log2(error(2.0) / error(4.0));
}

double order_in_time(const ExactCase& exact_case, double step) {
  const auto end = [&](double length) {
    SolverOptions options = exact_case.options;
    options.mesh = {length, 1.0, length};
    const History history = run(exact_case, options, exact_case.equal_step_gap);
    const auto last = history.profile(history.samples - 1);
    return std::vector<double>(last.begin(), last.end());
  };
  const std::vector<double> reference = end(step / 16.0);
  const auto error = [&](double length) {
    const std::vector<double> profile = end(length);
    double worst = 0.0;
    for (std::size_t i = 0; i < profile.size(); ++i) {
      worst = std::max(worst, std::abs(profile[i] - reference[i]));
    }
    return worst;
  };
  return std::log2(error(step) / error(step / 2.0));
}

void expect_quadrature_converges(const ExactCase& exact_case, const TimeMesh& mesh) {
  const auto gap = [&](double factor) {
    SolverOptions options = exact_case.options;
    options.mesh = refined(mesh, factor);
    return tests::quadrature_gap(run(exact_case, options, most_fine_gap));
  };
  const double coarse = gap(1.0);
  const double fine = gap(2.0);
  fmt::print("quadrature of the surface flux {:.1e} off, {:.1e} at half the steps\n", coarse, fine);
  EXPECT_LT(fine, 0.5 * coarse);
}

void expect_accuracy(const ExactCase& exact_case, const Expected& expected) {
  const Miss worst = worst_miss(exact_case, exact_case.options);
  const double space = order_in_space(exact_case);
  const double time = order_in_time(exact_case, expected.time_step);
  fmt::print("error {:.5f} C at {:.1f} mm and {:.0f} s, order {:.2f} in space, {:.2f} in time\n",
             worst.error, 1e3 * worst.depth, worst.time, space, time);
  EXPECT_LE(worst.error, expected.error);
  EXPECT_GE(space, expected.space_order);
  EXPECT_GE(time, expected.time_order);
  expect_quadrature_converges(exact_case);
}

}  // namespace coldplan::exact
