#include "coldplan/posterior/distribution.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <gtest/gtest.h>

#include "coldplan/posterior/random_draws.h"

namespace coldplan::posterior {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

facts::Fact fact_with(double value, double sd, double low, double high) {
  facts::Fact fact{};
  fact.id = "subject.name";
  fact.value = value;
  fact.sd = sd;
  fact.low = low;
  fact.high = high;
  return fact;
}

TEST(Distribution, PutsMedianAndEndsOfARangeAtTheirScores) {
  for (const Distribution& each : {between(3.6e-6, 0.5e-3, 0.96e-3), between(-8.0, -1.0, -0.5)}) {
    const double low = each.logarithmic ? 3.6e-6 : -8.0;
    const double high = each.logarithmic ? 0.96e-3 : -0.5;
    EXPECT_EQ(at(each, 0.0), each.median);
    EXPECT_EQ(at(each, -0.0), each.median);
    EXPECT_NEAR(at(each, -score_p95) / low, 1.0, 1e-12);
    EXPECT_NEAR(at(each, score_p95) / high, 1.0, 1e-12);
  }
}

TEST(Distribution, StaysPositiveWhereItsRangeIs) {
  const Distribution wide = between(3.6e-6, 0.5e-3, 0.96e-3);
  EXPECT_TRUE(wide.logarithmic);
  EXPECT_GT(at(wide, -8.0), 0.0);
}

TEST(Distribution, MayCrossZeroOnTheLinearScale) {
  const Distribution celsius = linear_between(1.7, 5.0, 10.0);
  EXPECT_NEAR(at(celsius, -score_p95), 1.7, 1e-12);
  EXPECT_LT(at(celsius, -3.0), 0.0);
}

TEST(Distribution, DoesNotFallUnderARangeThatBeginsAtZero) {
  EXPECT_EQ(at(between(0.0, 0.0, 1.0), -3.0), 0.0);
  EXPECT_EQ(at(between(0.0, 0.5, 1.0), -3.0), 0.0);
  EXPECT_GT(at(between(0.0, 0.5, 1.0), -1.0), 0.0);
}

TEST(Distribution, IsKeptWithinItsBounds) {
  const Distribution share = between(0.05, 0.08, 0.35, {.most = 1.0});
  EXPECT_EQ(at(share, 6.0), 1.0);
  EXPECT_LT(at(share, 2.0), 1.0);
}

TEST(Distribution, HasNoWidthOnTheSideWhereItsValueIsTheEnd) {
  const Distribution heat = between(58.0, 58.0, 461.0);
  EXPECT_EQ(at(heat, -2.0), 58.0);
  EXPECT_GT(at(heat, 1.0), 58.0);
}

TEST(Distribution, RisesWithItsScore) {
  for (const Distribution& each :
       {between(0.05, 0.08, 0.35), between(-8.0, -1.0, -0.5), deviating(1313.0, 294.7)}) {
    for (int quarter = -16; quarter < 16; ++quarter) {
      const double score = 0.25 * quarter;
      EXPECT_LT(at(each, score), at(each, score + 0.25));
    }
  }
}

TEST(Distribution, HasTheStandardDeviationOfItsFact) {
  const Distribution heat = deviating(1313.0, 294.7);
  double sum = 0.0;
  double squares = 0.0;
  constexpr std::uint64_t draws = 200'000;
  for (std::uint64_t i = 0; i < draws; ++i) {
    const double drawn = at(heat, normal_pair(3, i, 0)[0]);
    sum += drawn;
    squares += drawn * drawn;
  }
  const double mean = sum / draws;
  EXPECT_NEAR(std::sqrt(squares / draws - mean * mean), 294.7, 3.0);
}

TEST(Distribution, IsNormalAboutAValueThatIsNotPositive) {
  EXPECT_DOUBLE_EQ(at(deviating(-2.0, 0.5), 2.0), -1.0);
}

TEST(PriorOf, PrefersTheRangeOfAFactToItsStandardDeviation) {
  const Distribution prior = prior_of(fact_with(0.37, 0.059, 0.29, 0.54));
  EXPECT_NEAR(at(prior, score_p95), 0.54, 1e-12);
  EXPECT_NEAR(at(prior_of(fact_with(0.21, 0.021, unknown, unknown)), 1.0), 0.231, 0.001);
}

TEST(PriorOf, RefusesAFactWithoutASpreadOrWithItsValueOutsideTheRange) {
  EXPECT_THROW((void)prior_of(fact_with(1.0, unknown, unknown, unknown)), std::logic_error);
  EXPECT_THROW((void)prior_of(fact_with(1.0, unknown, 2.0, 3.0)), std::logic_error);
}

}  // namespace
}  // namespace coldplan::posterior
