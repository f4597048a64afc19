#include "coldplan/evidence/tau2.h"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/evidence/example_effects.h"
#include "coldplan/evidence/heterogeneity.h"

namespace coldplan::evidence {
namespace {

double q_at(const std::vector<Effect>& effects, double tau2) {
  return weigh_by_variance(make_design(effects, {}).value(), tau2).yPy;
}

double tau2_of(const std::vector<Effect>& effects, Method method) {
  return pool(effects, with(method)).value().tau2;
}

TEST(Estimators, DerSimonianLairdIsTheMomentEstimator) {
  // Two studies of variance 1 and distance 4: Q = 8, sum w - sum w^2 / sum w = 1, so tau^2 = 7.
  EXPECT_NEAR(tau2_of({{0.0, 1.0}, {4.0, 1.0}}, Method::DL), 7.0, 1e-12);
}

TEST(Estimators, HedgesAndOlkinIsTheSampleVarianceWithoutTheMeanSamplingVariance) {
  const std::vector<Effect> effects{{1.0, 0.1}, {2.0, 0.3}, {6.0, 0.5}};
  EXPECT_NEAR(tau2_of(effects, Method::HE), 7.0 - 0.3, 1e-12);
}

TEST(Estimators, AgreeWhereAllVariancesAreEqual) {
  const std::vector<Effect> effects{{1.0, 0.5}, {2.0, 0.5}, {4.0, 0.5}, {5.0, 0.5}};
  const double expected = 10.0 / 3.0 - 0.5;
  for (const Method method :
       {Method::DL, Method::HE, Method::REML, Method::PM, Method::EB, Method::SJIT}) {
    EXPECT_NEAR(tau2_of(effects, method), expected, 1e-10) << name_of(method);
  }
  EXPECT_NEAR(tau2_of(effects, Method::ML), 10.0 / 4.0 - 0.5, 1e-10);
}

TEST(Estimators, OfSidikAndJonkmanStayPositiveWhereStudiesDiffer) {
  EXPECT_GT(tau2_of({{0.1, 1.0}, {0.2, 1.0}, {0.15, 2.0}}, Method::SJ), 0.0);
}

RC_GTEST_PROP(Estimators, OfPauleAndMandelMakeQItsDegreesOfFreedom, ()) {
  const auto effects = *any_effects();
  const double tau2 = tau2_of(effects, Method::PM);
  const double df = static_cast<double>(effects.size()) - 1.0;
  if (tau2 == 0.0) {
    RC_ASSERT(q_at(effects, 0.0) <= df * (1.0 + 1e-9));
  } else {
    RC_ASSERT(std::abs(q_at(effects, tau2) - df) < 1e-8 * df);
  }
}

RC_GTEST_PROP(Estimators, OfDerSimonianAndLairdAreZeroWhereQIsWithinChance, ()) {
  const auto effects = *any_effects();
  const bool is_within = q_at(effects, 0.0) <= static_cast<double>(effects.size()) - 1.0;
  RC_ASSERT((tau2_of(effects, Method::DL) == 0.0) == is_within);
}

// The restricted likelihood written out from its definition, without what `tau2.cpp` computes it
// with.
double restricted_likelihood(const std::vector<Effect>& effects, double tau2) {
  double sum = 0.0;
  double weighted = 0.0;
  double logs = 0.0;
  for (const Effect& effect : effects) {
    const double w = 1.0 / (effect.variance + tau2);
    sum += w;
    weighted += w * effect.estimate;
    logs += std::log(w);
  }
  double q = 0.0;
  for (const Effect& effect : effects) {
    const double distance = effect.estimate - weighted / sum;
    q += distance * distance / (effect.variance + tau2);
  }
  return 0.5 * (logs - std::log(sum) - q);
}

RC_GTEST_PROP(Estimators, OfRestrictedLikelihoodStandOnItsTop, ()) {
  const auto effects = *any_effects();
  const double tau2 = tau2_of(effects, Method::REML);
  const double here = restricted_likelihood(effects, tau2);
  const double step = 1e-4 * (tau2 + typical_variance(make_design(effects, {}).value()));
  RC_ASSERT(here >= restricted_likelihood(effects, tau2 + step) - 1e-10);
  if (tau2 > step) {
    RC_ASSERT(here >= restricted_likelihood(effects, tau2 - step) - 1e-10);
  }
}

RC_GTEST_PROP(LimitsOfHeterogeneity, HoldTheEstimateOfPauleAndMandelOfTheMedian, ()) {
  const auto effects = *any_effects();
  const auto limits = heterogeneity_limits(effects);
  RC_ASSERT(limits.has_value());
  const double median = tau2_of(effects, Method::PMM);
  RC_ASSERT(limits->tau2.lower <= median * (1.0 + 1e-9));
  RC_ASSERT(median <= limits->tau2.upper * (1.0 + 1e-9));
  RC_ASSERT(!limits->upper_is_open);
}

TEST(LimitsOfHeterogeneity, AreOpenWhereTheSearchEndsBeforeThem) {
  const std::vector<Effect> two{{-0.89, 0.33}, {-1.59, 0.19}};
  const auto limits = heterogeneity_limits(two, {0.95, 100.0});
  ASSERT_TRUE(limits);
  EXPECT_TRUE(limits->upper_is_open);
  EXPECT_EQ(limits->tau2.upper, 100.0);
  const auto without_end = heterogeneity_limits(two);
  ASSERT_TRUE(without_end);
  EXPECT_FALSE(without_end->upper_is_open);
  EXPECT_GT(without_end->tau2.upper, 100.0);
}

TEST(LimitsOfHeterogeneity, AreEmptyWhereStudiesAgreeTooWell) {
  const auto limits =
      heterogeneity_limits(std::vector<Effect>{{0.1, 0.5}, {0.1001, 0.4}, {0.1002, 0.3}});
  ASSERT_TRUE(limits);
  EXPECT_TRUE(limits->is_empty);
  EXPECT_EQ(limits->tau2.upper, 0.0);
}

TEST(LimitsOfHeterogeneity, NeedMoreStudiesThanCoefficients) {
  EXPECT_FALSE(heterogeneity_limits(std::vector<Effect>{{0.1, 0.5}}));
}

}  // namespace
}  // namespace coldplan::evidence
