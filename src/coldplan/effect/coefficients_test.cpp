#include "coldplan/effect/coefficients.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/posterior/distribution.h"

namespace coldplan::effect {
namespace {

constexpr std::array<double, score_count> all_scores(double score) {
  std::array<double, score_count> scores{};
  for (double& each : scores) {
    each = score;
  }
  return scores;
}

// Numbers as printed: Q10 1.36 and 1.44, 13.6 °C (Bugaj 1975), 2.44 and 2.01 (from Algafly 2007).
TEST(Coefficients, AreThoseOfTheFactsAtTheMedian) {
  const Coefficients& c = median_coefficients();
  EXPECT_EQ(c.warm_quotient, 1.36);
  EXPECT_EQ(c.cold_quotient, 1.44);
  EXPECT_EQ(c.nerve_slope, 1.0);
  EXPECT_EQ(c.prick_temperature, 13.6);
  EXPECT_EQ(c.threshold_gain, 2.44);
  EXPECT_EQ(c.tolerance_gain, 2.01);
  EXPECT_EQ(c.isometric_slope, 0.02);
  EXPECT_EQ(c.fast_slope, 0.05);
  EXPECT_EQ(c.injury_quotient, 2.5);
  EXPECT_EQ(c.injury_factor, 1.0);
  EXPECT_EQ(c.numb_temperature, 8.0);
}

TEST(Coefficients, ReachTheEndsOfTheStatedRangesAtTheFifthAndNinetyFifthPercentile) {
  const Coefficients low = drawn_coefficients(all_scores(-posterior::score_p95));
  const Coefficients high = drawn_coefficients(all_scores(posterior::score_p95));
  EXPECT_NEAR(low.nerve_slope, 0.8 / 1.3, 1e-12);
  EXPECT_NEAR(high.nerve_slope, 2.0 / 1.3, 1e-12);
  EXPECT_NEAR(low.myelinated_half_block, 9.0, 1e-12);
  EXPECT_NEAR(high.unmyelinated_half_block, 13.0, 1e-12);
  EXPECT_NEAR(low.pain_back, 10.0, 1e-12);
  EXPECT_NEAR(high.pain_back, 20.0, 1e-12);
  EXPECT_NEAR(low.threshold_gain, 0.0, 1e-12);
  EXPECT_NEAR(high.threshold_gain, 2.44, 1e-12);
  EXPECT_NEAR(low.injury_factor, 1.0 / 1.6, 1e-12);
  EXPECT_NEAR(high.injury_factor, 1.6, 1e-12);
  EXPECT_NEAR(low.ache_temperature, 23.0, 1e-12);
  EXPECT_NEAR(high.ache_full, 1.0, 1e-12);
  EXPECT_NEAR(low.isometric_slope, 0.01, 1e-12);
  EXPECT_NEAR(high.fast_slope, 0.1, 1e-12);
}

TEST(Coefficients, DifferBetweenPeopleBySixKelvinInThePainOfCold) {
  const Coefficients one = drawn_coefficients(all_scores(1.0));
  EXPECT_DOUBLE_EQ(one.pain_person, 6.0);
  EXPECT_DOUBLE_EQ(one.cool_person, 2.0);
  EXPECT_DOUBLE_EQ(one.prick_person, 2.0);
}

TEST(Coefficients, AreAFunctionOfSeedAndIndexAlone) {
  const Coefficients first = drawn_coefficients(7, 3);
  (void)drawn_coefficients(7, 4);
  EXPECT_EQ(drawn_coefficients(7, 3).nerve_slope, first.nerve_slope);
  EXPECT_NE(drawn_coefficients(7, 4).nerve_slope, first.nerve_slope);
  EXPECT_NE(drawn_coefficients(8, 3).fast_slope, first.fast_slope);
}

TEST(Coefficients, AreDrawnWithNineOfTenNervesWithinTheStatedSlopes) {
  constexpr int draws = 4000;
  int within = 0;
  int under = 0;
  for (int i = 0; i < draws; ++i) {
    const double slope = 1.3 * drawn_coefficients(1, static_cast<std::uint64_t>(i)).nerve_slope;
    within += slope >= 0.8 && slope <= 2.0 ? 1 : 0;
    under += slope < 1.3 ? 1 : 0;
  }
  // Four standard errors of a share of 4000.
  EXPECT_NEAR(within / static_cast<double>(draws), 0.9, 4.0 * std::sqrt(0.09 / draws));
  EXPECT_NEAR(under / static_cast<double>(draws), 0.5, 4.0 * std::sqrt(0.25 / draws));
}

TEST(Coefficients, RefuseAnotherNumberOfScores) {
  EXPECT_THROW((void)drawn_coefficients(std::vector<double>(score_count - 1)),
               std::invalid_argument);
}

}  // namespace
}  // namespace coldplan::effect
