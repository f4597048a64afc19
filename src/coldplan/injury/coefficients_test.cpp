#include "coldplan/injury/coefficients.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/posterior/distribution.h"

namespace coldplan::injury {
namespace {

constexpr double hour = 3600.0;

using Scores = std::array<double, coefficient_count>;

Scores all_at(double score) {
  Scores scores{};
  scores.fill(score);
  return scores;
}

TEST(Coefficients, OfZerosAreTheFactsThemselves) {
  const Coefficients& median = median_coefficients();
  EXPECT_DOUBLE_EQ(median.dry_freezing_point, -4.25);
  EXPECT_DOUBLE_EQ(median.half_dead_temperature, -13.5);
  EXPECT_DOUBLE_EQ(median.nerve_dose, 10.0 * hour);
  EXPECT_EQ(median.frostnip_time_factor, 1.0);
  EXPECT_EQ(median.afterdrop_after_water, 0.4);
  EXPECT_EQ(median.afterdrop_after_cabin, 0.3);
  EXPECT_EQ(median.closing_score, 0.0);
  EXPECT_EQ(median.cold_shock_factor, 1.0);
}

TEST(Coefficients, ReachTheEndsThatTheFactsState) {
  const Coefficients low = drawn_coefficients(all_at(-posterior::score_p95));
  const Coefficients high = drawn_coefficients(all_at(posterior::score_p95));
  EXPECT_NEAR(low.half_dead_temperature, -18.5, 1e-12);
  EXPECT_NEAR(high.half_dead_temperature, -8.5, 1e-12);
  EXPECT_NEAR(low.nerve_dose, 2.0 * hour, 1e-8);
  EXPECT_NEAR(high.nerve_dose, 50.0 * hour, 1e-8);
  EXPECT_NEAR(low.cold_shock_factor, 0.7, 1e-12);
  EXPECT_NEAR(high.cold_shock_factor, 1.3, 1e-12);
  // x/÷ 1.4 at one deviation, as EFFECTS of the facts has it.
  EXPECT_NEAR(drawn_coefficients(all_at(1.0)).frostnip_time_factor, 1.4, 0.01);
  EXPECT_NEAR(drawn_coefficients(all_at(1.0)).afterdrop_after_water, 0.6, 1e-12);
}

TEST(Coefficients, KeepTheFreezingPointOfDrySkinWithinItsRangeAndTheAfterdropAboveZero) {
  const Coefficients least = drawn_coefficients(all_at(-6.0));
  const Coefficients most = drawn_coefficients(all_at(6.0));
  EXPECT_NEAR(least.dry_freezing_point, -3.7, 1e-6);
  EXPECT_NEAR(most.dry_freezing_point, -4.8, 1e-6);
  EXPECT_EQ(least.afterdrop_after_water, 0.0);
  EXPECT_GT(least.nerve_dose, 0.0);
}

TEST(Coefficients, OfSeedAndIndexHaveTheSpreadOfTheFacts) {
  std::vector<double> doses;
  std::vector<double> points;
  constexpr std::uint64_t count = 4000;
  for (std::uint64_t i = 0; i < count; ++i) {
    const Coefficients drawn = drawn_coefficients(7, i);
    doses.push_back(drawn.nerve_dose / hour);
    points.push_back(drawn.dry_freezing_point);
  }
  std::sort(doses.begin(), doses.end());
  std::sort(points.begin(), points.end());
  EXPECT_NEAR(std::log(doses[count / 20]), std::log(2.0), 0.1);
  EXPECT_NEAR(std::log(doses[count - count / 20]), std::log(50.0), 0.1);
  EXPECT_NEAR(points[count / 2], -4.25, 0.03);
  EXPECT_NEAR(points[count / 4], -4.525, 0.03);
  EXPECT_EQ(drawn_coefficients(7, 3).nerve_dose, drawn_coefficients(7, 3).nerve_dose);
  EXPECT_NE(drawn_coefficients(7, 3).nerve_dose, drawn_coefficients(8, 3).nerve_dose);
}

TEST(Coefficients, RefuseAnotherNumberOfScores) {
  const std::array<double, 2> few{};
  EXPECT_THROW(static_cast<void>(drawn_coefficients(few)), std::logic_error);
}

}  // namespace
}  // namespace coldplan::injury
