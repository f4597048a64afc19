#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "oracle/comparison.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

/// Whose the difference between the solver and CVODE is: the solver's grid's.
namespace coldplan::oracle {
namespace {

/// Packs, a compress and a tank: nothing freezes and nothing lasts seconds only.
constexpr std::array<std::uint32_t, 4> mild_cases{1, 5, 42, 96};
/// A plate through skin and fat, a spray, metal, cold gas.
constexpr std::array<std::uint32_t, 4> sharp_cases{3, 15, 17, 158};

OracleOptions fine_oracle() {
  return {refined({}, 2.0), 1e-10};
}

/// Worst difference over some cases, both columns, with cells and steps refined by these factors.
double worst_difference(double cells, double steps) {
  double worst = 0.0;
  for (const std::uint32_t number : mild_cases) {
    const RandomCase drawn = random_case(number);
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      bioheat::SolverOptions options;
      options.grid = bioheat::refined(options.grid, cells);
      options.mesh = {options.mesh.first / steps, std::pow(options.mesh.growth, 1.0 / steps),
                      options.mesh.largest / steps};
      // The oracle on elements fine enough for the solver's finest cells.
      const OracleSolution oracle = cvode_of(drawn, *named, fine_oracle());
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

/// How far one solution of the oracle's is from another.
struct Move {
  double temperature = 0.0;  ///< [°C]
  double front = 0.0;        ///< [m]

  /// Written so that what is not a number is kept.
  void take(const OracleSample& a, const OracleSample& b) {
    for (std::size_t probe = 0; probe < a.temperature.size(); ++probe) {
      const double gap = std::abs(a.temperature[probe] - b.temperature[probe]);
      temperature = gap <= temperature ? temperature : gap;
    }
    const double gap = std::abs(a.frozen.depth - b.frozen.depth);
    front = gap <= front ? front : gap;
  }
};

Move move_on_finer_elements(std::span<const std::uint32_t> cases) {
  Move move;
  for (const std::uint32_t number : cases) {
    const RandomCase drawn = random_case(number);
    for (const anatomy::NamedColumn* named : {&drawn.paraspinal, &drawn.midline}) {
      const OracleSolution usual = cvode_of(drawn, *named);
      const OracleSolution finer = cvode_of(drawn, *named, fine_oracle());
      EXPECT_EQ(usual.samples.size(), finer.samples.size());
      for (std::size_t sample = 0; sample < usual.samples.size(); ++sample) {
        move.take(usual.samples[sample], finer.samples[sample]);
      }
    }
  }
  return move;
}

TEST(Cvode, HardlyMovesOnHalfTheElementsAndATenthOfTheTolerances) {
  const Move mild = move_on_finer_elements(mild_cases);
  const Move sharp = move_on_finer_elements(sharp_cases);
  fmt::print("CVODE itself moves by {:.4f} C; where it is sharp by {:.4f} C and {:.5f} mm\n",
             mild.temperature, sharp.temperature, 1e3 * sharp.front);
  EXPECT_LE(mild.temperature, 0.001);
  EXPECT_LE(sharp.temperature, 0.005);
  EXPECT_LE(sharp.front, 1e-6);
}

}  // namespace
}  // namespace coldplan::oracle
