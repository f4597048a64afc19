#include "coldplan/effect/course.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::effect {
namespace {

// A V: 30 at 0 s, down to 10 at 20 s, back to 30 at 60 s.
constexpr std::array<double, 3> time{0.0, 20.0, 60.0};
constexpr std::array<double, 3> value{30.0, 10.0, 30.0};
const Course dip{time, value};

TEST(Course, FindsTheFirstCrossingBetweenSamples) {
  EXPECT_DOUBLE_EQ(first_at_or_below(dip, 20.0).value(), 10.0);
  EXPECT_DOUBLE_EQ(first_at_or_below(dip, 30.0).value(), 0.0);
  EXPECT_DOUBLE_EQ(first_at_or_below(dip, 10.0).value(), 20.0);
  EXPECT_FALSE(first_at_or_below(dip, 9.9).has_value());
}

TEST(Course, CountsTheTimeBelowALevelFromTheRemoval) {
  EXPECT_DOUBLE_EQ(time_below_from(dip, 20.0, 20.0), 20.0);
  EXPECT_DOUBLE_EQ(time_below_from(dip, 30.0, 20.0), 10.0);
  EXPECT_DOUBLE_EQ(time_below_from(dip, 50.0, 20.0), 0.0);
  EXPECT_DOUBLE_EQ(time_below_from(dip, 20.0, 5.0), 0.0);
}

TEST(Course, GivesTheRestOfItselfWhereItDoesNotComeBack) {
  EXPECT_DOUBLE_EQ(time_below_from(dip, 25.0, 31.0), 35.0);
  EXPECT_DOUBLE_EQ(last_time_below(dip, 25.0, 31.0), 35.0);
}

TEST(Course, SeesTissueThatPassesTheLevelOnlyAfterTheRemoval) {
  EXPECT_DOUBLE_EQ(time_below_from(dip, 5.0, 20.0), 0.0);
  EXPECT_DOUBLE_EQ(last_time_below(dip, 5.0, 20.0), 35.0);
  EXPECT_DOUBLE_EQ(last_time_below(dip, 45.0, 20.0), 0.0);
}

TEST(Course, HasHalfOfItsFallBetweenStartAndLowest) {
  EXPECT_DOUBLE_EQ(lowest(dip), 10.0);
  EXPECT_DOUBLE_EQ(half_fallen(dip), 20.0);
}

TEST(Course, TakesTheMeanOfDepthsSampleBySample) {
  const std::array<double, 2> shallow{30.0, 20.0};
  const std::array<double, 2> deep{34.0, 32.0};
  const std::array<std::span<const double>, 2> both{shallow, deep};
  EXPECT_EQ(mean_of(both), (std::vector<double>{32.0, 26.0}));
}

RC_GTEST_PROP(Course, NeverComesBackLaterThanItsEnd, (std::vector<int> raw)) {
  RC_PRE(raw.size() >= 2U);
  std::vector<double> at;
  std::vector<double> degrees;
  for (const int each : raw) {
    at.push_back(static_cast<double>(at.size()));
    degrees.push_back(std::fmod(static_cast<double>(each), 40.0));
  }
  const Course course{at, degrees};
  const double removal = 0.5 * at.back();
  const double last = last_time_below(course, removal, 10.0);
  const double first = time_below_from(course, removal, 10.0);
  RC_ASSERT(first >= 0.0);
  RC_ASSERT(first <= last);
  RC_ASSERT(last <= at.back() - removal);
}

}  // namespace
}  // namespace coldplan::effect
