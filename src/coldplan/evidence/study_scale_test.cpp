#include "coldplan/evidence/study_scale.h"

#include <cmath>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/evidence/distributions.h"

namespace coldplan::evidence {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

StudyTable proportions(Measure measure, const char* text = "xi,ni\n3,20\n9,30\n0,20\n") {
  TableOptions options;
  options.measure = measure;
  return read_study_table(text, options).value();
}

double double_arcsine(double events, double n) {
  return effect_of(Measure::PFT, Proportion{events, n}).value().estimate;
}

// transf.ipft.hm of metafor 3.8.1 at 0.3, 0.5, 0.9 for ni = 20, 30.
TEST(DoubleArcsine, IsTurnedBackAsMetaforDoes) {
  const std::vector<double> people{20.0, 30.0};
  const double n = harmonic_mean(people);
  EXPECT_DOUBLE_EQ(n, 24.0);
  EXPECT_NEAR(inverse_double_arcsine(0.3, n), 0.071217686656478096, 1e-12);
  EXPECT_NEAR(inverse_double_arcsine(0.5, n), 0.21891067039052498, 1e-12);
  EXPECT_NEAR(inverse_double_arcsine(0.9, n), 0.61823456183762704, 1e-12);
}

RC_GTEST_PROP(DoubleArcsine, OfWholeCountsIsTurnedBackExactly, ()) {
  const int n = *rc::gen::inRange(1, 500);
  const int events = *rc::gen::inRange(0, n + 1);
  const double back = inverse_double_arcsine(double_arcsine(events, n), n);
  RC_ASSERT(std::abs(back - static_cast<double>(events) / n) < 1e-7);
}

TEST(DoubleArcsine, BeyondThoseOfNobodyAndOfAllAreNoneAndAll) {
  EXPECT_EQ(inverse_double_arcsine(-0.2, 20.0), 0.0);
  EXPECT_EQ(inverse_double_arcsine(1.6, 20.0), 1.0);
}

TEST(StudyScale, OfDoubleArcsinesIsNoProportionAndSaysSo) {
  const StudyTable table = proportions(Measure::PFT);
  EXPECT_THAT(table.notes.front(),
              HasSubstr("double-arcsine scale, not a proportion; what is told "
                        "as a proportion is by the harmonic mean of ni, 22.5"));
  EXPECT_EQ(back_scale(table)->words, "proportion");
  const std::vector<std::size_t> second{1};
  EXPECT_NEAR(back_scale(table, second)->transform(double_arcsine(9.0, 30.0)), 0.3, 1e-12);
}

TEST(StudyScale, OfDoubleArcsinesAsGivenHasNoWayBack) {
  const StudyTable table = proportions(Measure::PFT, "yi,vi\n0.4,0.01\n0.5,0.01\n");
  EXPECT_FALSE(back_scale(table));
  EXPECT_THAT(table.notes,
              ElementsAre("effects are on the double-arcsine scale, not a proportion"));
}

TEST(StudyScale, TellsThatAProportionOfNobodyHadAHalfAdded) {
  EXPECT_THAT(proportions(Measure::PR).notes,
              ElementsAre("0.5 is added to the events and to the others of 1 study where either is "
                          "0"));
  EXPECT_THAT(proportions(Measure::PAS).notes, IsEmpty());
  EXPECT_THAT(proportions(Measure::PR, "xi,ni\n3,20\n9,30\n").notes, IsEmpty());
}

TEST(NormalInterval, ReachesAsManyErrorsAsItsLevelHas) {
  const Limits limits = normal_interval({1.0, 0.04}, 0.95);
  EXPECT_NEAR(limits.lower, 1.0 - 0.2 * 1.959963984540054, 1e-14);
  EXPECT_NEAR(limits.upper, 1.0 + 0.2 * 1.959963984540054, 1e-14);
}

}  // namespace
}  // namespace coldplan::evidence
