#include "coldplan/evidence/mantel_haenszel.h"

#include <cmath>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::evidence {
namespace {

using ::testing::HasSubstr;

const std::vector<TwoByTwo> with_zeros{
    {0, 20, 3, 17}, {5, 15, 7, 13}, {0, 20, 0, 25}, {12, 8, 20, 0}};

// Expected numbers: rma.mh and rma.peto of metafor 3.8-1.
TEST(MantelHaenszel, TakesTablesWithEmptyCellsAsTheyAre) {
  const CountFit rr = mantel_haenszel(with_zeros, Measure::RR).value();
  EXPECT_NEAR(rr.estimate, -0.567984037605939, 1e-12);
  EXPECT_NEAR(rr.standard_error, 0.195538472218761, 1e-12);
  const CountFit rd = mantel_haenszel(with_zeros, Measure::RD).value();
  EXPECT_NEAR(rd.estimate, -0.158108108108108, 1e-12);
  EXPECT_NEAR(rd.standard_error, 0.0502257602380604, 1e-12);
}

TEST(MantelHaenszel, LeavesTablesWithoutEventsOutOfHeterogeneity) {
  const CountFit rr = mantel_haenszel(with_zeros, Measure::RR).value();
  EXPECT_NEAR(rr.heterogeneity.statistic, 1.24761407184859, 1e-12);
  EXPECT_EQ(rr.heterogeneity.df, 2.0);
}

TEST(MantelHaenszel, TestsOddsRatiosForAssociationAndSameness) {
  const CountFit odds = mantel_haenszel(with_zeros, Measure::OR).value();
  EXPECT_NEAR(odds.estimate, -1.6094379124341, 1e-12);
  EXPECT_NEAR(odds.standard_error, 0.570352325451496, 1e-12);
  EXPECT_NEAR(odds.association->statistic, 7.98862019914652, 1e-12);
  EXPECT_NEAR(odds.tarone->statistic, 5.94471724868252, 1e-11);
  EXPECT_EQ(odds.tarone->df, 2.0);
}

TEST(MantelHaenszel, HasPetosOneStepRatio) {
  const CountFit fit = peto(with_zeros).value();
  EXPECT_NEAR(fit.estimate, -1.44238975817923, 1e-12);
  EXPECT_NEAR(fit.standard_error, 0.471069120876076, 1e-12);
  EXPECT_NEAR(fit.heterogeneity.statistic, 4.00091444828287, 1e-12);
}

TEST(MantelHaenszel, OfOneTableIsThatTablesRatio) {
  const std::vector<TwoByTwo> one{{5, 15, 7, 13}};
  for (const Measure measure : {Measure::RR, Measure::OR, Measure::RD}) {
    const CountFit fit = mantel_haenszel(one, measure).value();
    const Effect alone = effect_of(measure, one.front()).value();
    EXPECT_NEAR(fit.estimate, alone.estimate, 1e-14);
    EXPECT_NEAR(fit.standard_error, std::sqrt(alone.variance), 1e-3);
    EXPECT_NEAR(fit.heterogeneity.statistic, 0.0, 1e-14);
    EXPECT_FALSE(fit.tarone.has_value());
  }
}

RC_GTEST_PROP(MantelHaenszel, DoesNotDependOnTheOrderOfStudies, ()) {
  const auto count = [] { return static_cast<double>(*rc::gen::inRange(1, 80)); };
  std::vector<TwoByTwo> tables;
  tables.reserve(5);
  for (int i = 0; i < 5; ++i) {
    tables.push_back({count(), count(), count(), count()});
  }
  const CountFit there = mantel_haenszel(tables, Measure::OR).value();
  std::reverse(tables.begin(), tables.end());
  const CountFit back = mantel_haenszel(tables, Measure::OR).value();
  RC_ASSERT(std::abs(there.estimate - back.estimate) < 1e-12);
  RC_ASSERT(std::abs(there.tarone->statistic - back.tarone->statistic) < 1e-8);
}

TEST(MantelHaenszel, HasNoRatioWhereAnArmHasNoEvents) {
  const std::vector<TwoByTwo> none{{0, 20, 3, 17}, {0, 10, 2, 9}};
  EXPECT_THAT(message(mantel_haenszel(none, Measure::OR).error()), HasSubstr("use RD"));
  EXPECT_TRUE(mantel_haenszel(none, Measure::RD).has_value());
  EXPECT_FALSE(peto(std::vector<TwoByTwo>{{0, 4, 0, 4}}).has_value());
}

TEST(MantelHaenszel, NamesTheTableThatIsNone) {
  const std::vector<TwoByTwo> tables{{5, 15, 7, 13}, {1, 2, -3, 4}};
  EXPECT_THAT(message(peto(tables).error()), HasSubstr("studies[1].ci: -3"));
  EXPECT_FALSE(mantel_haenszel({}, Measure::RR).has_value());
}

}  // namespace
}  // namespace coldplan::evidence
