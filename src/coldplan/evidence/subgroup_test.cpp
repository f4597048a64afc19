#include "coldplan/evidence/subgroup.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/evidence/example_effects.h"

namespace coldplan::evidence {
namespace {

const std::vector<std::string> groups{"pack", "gel", "pack", "gel", "pack"};

TEST(Subgroups, ArePooledAsIfTheOthersWereNotThere) {
  const auto all = five_trials();
  const auto analysis = analyse_subgroups(all, groups, with(Method::DL));
  ASSERT_TRUE(analysis);
  ASSERT_EQ(analysis->groups.size(), 2U);
  EXPECT_EQ(analysis->groups[0].name, "gel");
  const auto gel = pool(std::vector<Effect>{all[1], all[3]}, with(Method::DL));
  EXPECT_EQ(analysis->groups[0].fit.coefficients[0].estimate, gel->coefficients[0].estimate);
}

TEST(Subgroups, OfEqualEffectsDifferByTheQThatTheirOwnHeterogeneityLeaves) {
  const auto analysis = analyse_subgroups(five_trials(), groups, with(Method::EE));
  ASSERT_TRUE(analysis);
  const double within = analysis->groups[0].fit.residual_heterogeneity.statistic +
                        analysis->groups[1].fit.residual_heterogeneity.statistic;
  const double total = pool(five_trials(), with(Method::EE))->residual_heterogeneity.statistic;
  EXPECT_NEAR(analysis->between_own_tau2.statistic, total - within, 1e-10);
  EXPECT_NEAR(analysis->common_tau2.moderation->statistic, total - within, 1e-10);
  EXPECT_EQ(analysis->between_own_tau2.df, 1.0);
}

TEST(Subgroups, NeedTwoGroupsAndANameForEachStudy) {
  const std::vector<std::string> one(5, "pack");
  EXPECT_FALSE(analyse_subgroups(five_trials(), one, {}));
  EXPECT_FALSE(analyse_subgroups(five_trials(), std::vector<std::string>{"pack", "gel"}, {}));
}

}  // namespace
}  // namespace coldplan::evidence
