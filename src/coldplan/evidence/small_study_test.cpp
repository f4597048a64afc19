#include "coldplan/evidence/small_study.h"

#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/evidence/example_effects.h"
#include "coldplan/evidence/kendall.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/prediction.h"
#include "coldplan/evidence/sensitivity.h"

namespace coldplan::evidence {
namespace {

TEST(Kendall, IsExactForSmallNumbers) {
  // Of the 24 orders of four values one is fully concordant and one fully discordant.
  const auto all =
      kendall_correlation(std::array{1.0, 2.0, 3.0, 4.0}, std::array{1.0, 2.0, 3.0, 4.0});
  EXPECT_TRUE(all.is_exact);
  EXPECT_DOUBLE_EQ(all.tau, 1.0);
  EXPECT_NEAR(all.p_value, 2.0 / 24.0, 1e-15);
  const auto none =
      kendall_correlation(std::array{1.0, 2.0, 3.0, 4.0}, std::array{2.0, 4.0, 1.0, 3.0});
  EXPECT_DOUBLE_EQ(none.tau, 0.0);
  EXPECT_DOUBLE_EQ(none.p_value, 1.0);
}

TEST(Kendall, CountsTies) {
  const auto tied = kendall_correlation(std::array{1.0, 1.0, 2.0}, std::array{1.0, 2.0, 3.0});
  EXPECT_FALSE(tied.is_exact);
  EXPECT_NEAR(tied.tau, 2.0 / std::sqrt(2.0 * 3.0), 1e-15);
}

TEST(Asymmetry, CannotBeSeenInEqualVariances) {
  const std::vector<Effect> equal{{0.1, 0.2}, {0.4, 0.2}, {0.2, 0.2}};
  const auto regression = egger_test(equal);
  ASSERT_FALSE(regression);
  EXPECT_EQ(regression.error().place, "moderators.standard error");
  EXPECT_FALSE(rank_test(equal));
}

TEST(TrimAndFill, MirrorsWhatStandsOut) {
  const std::vector<Effect> skewed{{0.0, 0.01}, {0.05, 0.02}, {-0.05, 0.02}, {0.1, 0.03},
                                   {0.6, 0.2},  {0.8, 0.3},   {1.1, 0.4},    {1.4, 0.5}};
  const auto result = trim_and_fill(skewed, with(Method::EE));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->side, Side::left);
  EXPECT_GE(result->missing, 2U);
  EXPECT_EQ(result->fit.studies, 8U + result->missing);
  EXPECT_EQ(result->filled.size(), result->missing);
  EXPECT_LT(result->fit.coefficients[0].estimate,
            pool(skewed, with(Method::EE))->coefficients[0].estimate);
}

TEST(FailSafe, CountsStudiesOfNoEffect) {
  const std::vector<Effect> effects{{0.5, 0.04}, {0.7, 0.04}, {0.6, 0.04}};
  EXPECT_EQ(fail_safe_orwin(effects, 0.2).value(), 6.0);
  // z = 2.5, 3.5, 3: (9 / 1.644854)^2 - 3 = 26.9.
  EXPECT_EQ(fail_safe_rosenthal(effects).value(), 27.0);
  EXPECT_FALSE(fail_safe_orwin(effects, -0.2));
  EXPECT_FALSE(fail_safe_rosenthal(effects, 0.7));
}

TEST(LeavingOneOut, NeedsTwo) {
  EXPECT_FALSE(leave_one_out(std::vector<Effect>{{0.1, 0.2}}, {}));
}

TEST(Accumulating, EndsWithTheWholePoolInAnyOrder) {
  const std::array<std::size_t, 5> order{4, 2, 0, 1, 3};
  const auto fits = accumulate(five_trials(), {}, order);
  ASSERT_TRUE(fits);
  EXPECT_NEAR(fits->front().coefficients[0].estimate, -0.7, 1e-15);
  EXPECT_NEAR(fits->back().coefficients[0].estimate,
              pool(five_trials(), {})->coefficients[0].estimate, 1e-12);
  EXPECT_FALSE(accumulate(five_trials(), {}, std::array<std::size_t, 2>{0, 0}));
}

TEST(Influence, IsEmptyWhereTheRestCannotBearTheModel) {
  Moderators alone{{"alone"}, Eigen::MatrixXd::Zero(5, 1)};
  alone.values(3, 0) = 1.0;
  const auto all = influence(five_trials(), {}, alone);
  ASSERT_TRUE(all);
  EXPECT_FALSE((*all)[3].deletion);
  EXPECT_NEAR((*all)[3].hat, 1.0, 1e-12);
  EXPECT_TRUE((*all)[0].deletion);
}

TEST(Predictions, OfHigginsNeedThreeStudies) {
  const auto two = pool(std::vector<Effect>{{0.1, 0.5}, {0.9, 0.5}}, {});
  EXPECT_FALSE(predict(*two, {}, PredictionInterval::higgins_thompson_spiegelhalter));
  EXPECT_FALSE(predict(*two, std::array{1.0}));
  EXPECT_TRUE(predict(*two));
}

TEST(Methods, HaveNamesThatAreKnownAgain) {
  for (const Method method : all_methods) {
    EXPECT_EQ(method_named(name_of(method)).value(), method);
  }
  const auto unknown = method_named("RELM");
  ASSERT_FALSE(unknown);
  EXPECT_NE(message(unknown.error()).find("REML"), std::string::npos);
}

}  // namespace
}  // namespace coldplan::evidence
