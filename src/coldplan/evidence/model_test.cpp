#include "coldplan/evidence/model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/evidence/example_effects.h"
#include "coldplan/evidence/method_names.h"

namespace coldplan::evidence {
namespace {

TEST(Pool, OfNoStudyIsAnError) {
  const auto fit = pool({}, {});
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().code, ErrorCode::missing);
  EXPECT_EQ(fit.error().place, "studies");
}

TEST(Pool, OfOneStudyIsThatStudyByEveryMethod) {
  for (const Method method : all_methods) {
    for (const evidence::Test test : all_tests) {
      const auto fit = pool(std::vector<Effect>{{0.3, 0.1}}, with(method, test));
      ASSERT_TRUE(fit) << name_of(method);
      EXPECT_EQ(fit->options.method, Method::EE);
      EXPECT_EQ(fit->options.test, evidence::Test::z);
      EXPECT_DOUBLE_EQ(fit->coefficients[0].estimate, 0.3);
      EXPECT_DOUBLE_EQ(fit->coefficients[0].standard_error, std::sqrt(0.1));
      EXPECT_EQ(fit->tau2, 0.0);
      EXPECT_FALSE(fit->tau2_standard_error);
      EXPECT_EQ(fit->residual_heterogeneity.p_value, 1.0);
      EXPECT_EQ(fit->H2, 1.0);
    }
  }
}

TEST(Pool, RefusesAVarianceThatIsNone) {
  for (const double variance : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    const auto fit = pool(std::vector<Effect>{{0.1, 0.2}, {0.3, 0.4}, {0.5, variance}}, {});
    ASSERT_FALSE(fit) << variance;
    EXPECT_EQ(fit.error().code, ErrorCode::out_of_range);
    EXPECT_EQ(fit.error().place, "studies[2].variance");
  }
}

TEST(Pool, RefusesAnEstimateThatIsNotFinite) {
  const auto fit = pool(std::vector<Effect>{{std::nan(""), 0.2}, {0.3, 0.4}}, {});
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().place, "studies[0].estimate");
}

TEST(Pool, RefusesALevelThatIsNoProbability) {
  ModelOptions options;
  options.level = 95;
  const auto fit = pool(five_trials(), options);
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().place, "level");
}

TEST(Pool, OfStudiesThatAgreeFindsNoHeterogeneity) {
  const std::vector<Effect> same{{0.3, 0.1}, {0.3, 0.2}, {0.3, 0.3}, {0.3, 0.5}};
  for (const Method method : all_methods) {
    const auto fit = pool(same, with(method));
    ASSERT_TRUE(fit) << name_of(method);
    EXPECT_EQ(fit->tau2, 0.0) << name_of(method);
    EXPECT_EQ(fit->I2_percent, 0.0) << name_of(method);
    EXPECT_EQ(fit->residual_heterogeneity.statistic, 0.0) << name_of(method);
  }
  const auto knha = pool(same, with(Method::REML, evidence::Test::knha));
  EXPECT_EQ(knha->coefficients[0].standard_error, 0.0);
  EXPECT_EQ(knha->coefficients[0].p_value, 0.0);
  const auto adhoc = pool(same, with(Method::REML, evidence::Test::adhoc));
  EXPECT_DOUBLE_EQ(adhoc->coefficients[0].standard_error,
                   pool(same, {})->coefficients[0].standard_error);
}

TEST(Pool, NamesTheModeratorThatIsCollinear) {
  Moderators moderators{{"dose", "twice the dose"}, Eigen::MatrixXd(5, 2)};
  moderators.values << 1, 2, 2, 4, 3, 6, 4, 8, 5, 10;
  const auto fit = pool(five_trials(), {}, moderators);
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().code, ErrorCode::conflict);
  EXPECT_EQ(fit.error().place, "moderators.twice the dose");
}

TEST(Pool, NamesTheModeratorThatIsTheSameForAll) {
  const Moderators moderators{{"dose"}, Eigen::MatrixXd::Constant(5, 1, 7.0)};
  const auto fit = pool(five_trials(), {}, moderators);
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().place, "moderators.dose");
}

TEST(Pool, RefusesMoreCoefficientsThanStudies) {
  const Moderators moderators{{"a", "b"}, Eigen::MatrixXd::Random(2, 2)};
  const auto fit = pool(std::vector<Effect>{{0.1, 0.2}, {0.3, 0.4}}, {}, moderators);
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().place, "moderators");
}

TEST(Pool, RefusesAsManyCoefficientsAsStudiesWhereHeterogeneityIsEstimated) {
  Moderators moderators{{"a"}, Eigen::MatrixXd(2, 1)};
  moderators.values << 1, 2;
  const std::vector<Effect> two{{0.1, 0.2}, {0.3, 0.4}};
  EXPECT_FALSE(pool(two, with(Method::REML), moderators));
  const auto equal = pool(two, with(Method::EE), moderators);
  ASSERT_TRUE(equal);
  EXPECT_NEAR(equal->coefficients[1].estimate, 0.2, 1e-12);
}

TEST(Pool, RefusesModeratorsOfAnotherNumberOfStudies) {
  const Moderators moderators{{"a"}, Eigen::MatrixXd::Random(4, 1)};
  EXPECT_FALSE(pool(five_trials(), {}, moderators));
}

TEST(Pool, SaysWhichMethodDidNotConverge) {
  ModelOptions options = with(Method::REML);
  options.most_iterations = 1;
  const auto fit = pool(five_trials(), options);
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().code, ErrorCode::not_solved);
  EXPECT_EQ(fit.error().place, "tau^2 by REML");
}

TEST(Pool, WithEqualWeightsHasTheMeanAndKnappHartungTheTestOfStudent) {
  const std::vector<Effect> equal{{1.0, 0.5}, {2.0, 0.5}, {4.0, 0.5}, {5.0, 0.5}};
  const auto fit = pool(equal, with(Method::DL, evidence::Test::knha));
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->coefficients[0].estimate, 3.0, 1e-12);
  // The standard error of a mean of 1, 2, 4, 5: sqrt(10 / 3 / 4).
  EXPECT_NEAR(fit->coefficients[0].standard_error, std::sqrt(10.0 / 12.0), 1e-12);
  EXPECT_EQ(fit->t_df, 3.0);
}

RC_GTEST_PROP(Pool, MovesWithItsEffects, ()) {
  auto effects = *any_effects();
  const auto options = *any_options();
  const auto before = pool(effects, options);
  for (Effect& effect : effects) {
    effect.estimate += 2.0;
  }
  const auto after = pool(effects, options);
  RC_ASSERT(before.has_value() && after.has_value());
  const double scale = scale_of(*before);
  RC_ASSERT(std::abs(after->tau2 - before->tau2) < 1e-7 * scale * scale);
  RC_ASSERT(std::abs(after->coefficients[0].estimate - before->coefficients[0].estimate - 2.0) <
            1e-7 * scale);
}

RC_GTEST_PROP(Pool, ScalesWithItsEffects, ()) {
  auto effects = *any_effects();
  const auto options = *any_options();
  const auto before = pool(effects, options);
  for (Effect& effect : effects) {
    effect.estimate *= -1024.0;  // a power of two: no rounding
    effect.variance *= 1024.0 * 1024.0;
  }
  const auto after = pool(effects, options);
  RC_ASSERT(before.has_value() && after.has_value());
  const double scale = scale_of(*before);
  RC_ASSERT(std::abs(after->tau2 / (1024.0 * 1024.0) - before->tau2) < 1e-8 * scale * scale);
  const double statistic = before->coefficients[0].statistic;
  if (std::isinf(statistic)) {
    RC_ASSERT(after->coefficients[0].statistic == -statistic);
  } else {
    RC_ASSERT(std::abs(after->coefficients[0].statistic + statistic) <
              1e-6 * (1.0 + std::abs(statistic)));
  }
  RC_ASSERT(std::abs(after->I2_percent - before->I2_percent) < 1e-6);
}

RC_GTEST_PROP(Pool, DoesNotAskWhoCameFirst, (unsigned seed)) {
  auto effects = *any_effects();
  const auto options = *any_options();
  const auto before = pool(effects, options);
  std::shuffle(effects.begin(), effects.end(), std::minstd_rand(seed));
  const auto after = pool(effects, options);
  RC_ASSERT(before.has_value() && after.has_value());
  const double scale = scale_of(*before);
  RC_ASSERT(std::abs(after->tau2 - before->tau2) < 1e-8 * scale * scale);
  RC_ASSERT(std::abs(after->coefficients[0].estimate - before->coefficients[0].estimate) <
            1e-8 * scale);
}

RC_GTEST_PROP(Pool, HasFiniteErrorsWeightsOfAHundredAndProbabilities, ()) {
  const auto effects = *any_effects();
  const auto fit = pool(effects, *any_options());
  RC_ASSERT(fit.has_value());
  const Coefficient& mean = fit->coefficients[0];
  RC_ASSERT(std::isfinite(mean.standard_error) && mean.standard_error >= 0.0);
  RC_ASSERT(mean.p_value >= 0.0 && mean.p_value <= 1.0);
  RC_ASSERT(fit->tau2 >= 0.0 && fit->I2_percent >= 0.0 && fit->I2_percent < 100.0 + 1e-9);
  double sum = 0.0;
  for (const double weight : fit->weights_percent) {
    sum += weight;
  }
  RC_ASSERT(std::abs(sum - 100.0) < 1e-9);
}

RC_GTEST_PROP(Pool, ByAdhocIsNeverSurerThanByZOfTheSameErrors, ()) {
  const auto effects = *any_effects();
  const Method method = *rc::gen::elementOf(all_methods);
  const auto z = pool(effects, with(method));
  const auto adhoc = pool(effects, with(method, evidence::Test::adhoc));
  RC_ASSERT(z.has_value() && adhoc.has_value());
  RC_ASSERT(adhoc->coefficients[0].standard_error >=
            z->coefficients[0].standard_error * (1.0 - 1e-12));
}

}  // namespace
}  // namespace coldplan::evidence
