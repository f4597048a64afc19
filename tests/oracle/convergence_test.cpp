#include <algorithm>
#include <array>
#include <cmath>

#include "oracle/comparison.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// Whose the difference between the solver and CVODE is: the solver's grid's.
namespace coldplan::oracle {
namespace {

constexpr std::array<std::uint32_t, 4> some_cases{2, 7, 96, 197};

/// Worst difference over some cases, both columns, with cells and steps refined by these factors.
double worst_difference(double cells, double steps) {
  double worst = 0.0;
  for (const std::uint32_t number : some_cases) {
    const RandomCase drawn = random_case(number);
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      bioheat::SolverOptions options;
      options.grid = bioheat::refined(options.grid, cells);
      options.mesh = {options.mesh.first / steps, std::pow(options.mesh.growth, 1.0 / steps),
                      options.mesh.largest / steps};
      // The oracle on elements fine enough for the solver's finest cells.
      const OracleSolution oracle = cvode_of(drawn, *named, {2e-5, 0.0025, 1e-9, 1e-9});
      worst = std::max(worst, compare(drawn, *named, oracle, options).worst);
    }
  }
  return worst;
}

TEST(Difference, FromCvodeFallsWithFinerCellsButNotWithShorterSteps) {
  const double usual = worst_difference(1.0, 1.0);
  const double finer = worst_difference(2.0, 1.0);
  const double finest = worst_difference(4.0, 1.0);
  const double shorter_steps = worst_difference(1.0, 2.0);
  fmt::print("{:.4f} C, cells halved {:.4f}, quartered {:.4f}, steps halved {:.4f}\n", usual, finer,
             finest, shorter_steps);
  EXPECT_LT(finer, 0.5 * usual);
  // Further down the steps and CVODE's own elements are what is left.
  EXPECT_LT(finest, finer);
  EXPECT_GT(shorter_steps, 0.8 * usual);
}

TEST(Cvode, HardlyMovesOnHalfTheElementsAndATenthOfTheTolerances) {
  double moved = 0.0;
  for (const std::uint32_t number : some_cases) {
    const RandomCase drawn = random_case(number);
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      const OracleSolution usual = cvode_of(drawn, *named);
      const OracleSolution finer = cvode_of(drawn, *named, {2.5e-5, 0.0025, 1e-10, 1e-10});
      for (std::size_t probe = 0; probe < usual.temperature.size(); ++probe) {
        for (std::size_t minute = 0; minute < usual.temperature[probe].size(); ++minute) {
          const double gap =
              std::abs(usual.temperature[probe][minute] - finer.temperature[probe][minute]);
          moved = gap <= moved ? moved : gap;
        }
      }
    }
  }
  fmt::print("CVODE itself moves by {:.4f} C\n", moved);
  EXPECT_LE(moved, 0.002);
}

}  // namespace
}  // namespace coldplan::oracle
