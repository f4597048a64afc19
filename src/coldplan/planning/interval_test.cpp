#include "coldplan/planning/interval.h"

#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::planning {
namespace {

/// 1, 2, … count, the greatest first.
std::vector<double> counted(std::size_t count) {
  std::vector<double> values(count);
  std::iota(values.rbegin(), values.rend(), 1.0);
  return values;
}

TEST(IntervalOf, EndsAtTheSecondAndTheLastButOneOfThirtyNineDraws) {
  const Interval interval = interval_of(counted(39));
  EXPECT_NEAR(interval.p05, 2.0, 1e-12);
  EXPECT_NEAR(interval.median, 20.0, 1e-12);
  EXPECT_NEAR(interval.p95, 38.0, 1e-12);
}

TEST(IntervalOf, LiesBetweenDrawsWhereNoneHasTheShare) {
  const Interval interval = interval_of(counted(63));
  EXPECT_NEAR(interval.p05, 3.2, 1e-12);
  EXPECT_NEAR(interval.p95, 60.8, 1e-12);
}

TEST(IntervalOf, HasTheLeastAndTheGreatestOfFewDraws) {
  const Interval interval = interval_of({3.0, 1.0});
  EXPECT_EQ(interval.p05, 1.0);
  EXPECT_EQ(interval.median, 2.0);
  EXPECT_EQ(interval.p95, 3.0);
}

TEST(IntervalOf, HasNoWidthAtASingleDraw) {
  const Interval interval = interval_of({4.0});
  EXPECT_EQ(interval.p05, 4.0);
  EXPECT_EQ(interval.p95, 4.0);
}

TEST(Quantile, IsLinearBetweenSortedValues) {
  EXPECT_DOUBLE_EQ(quantile(std::vector{1.0, 2.0, 4.0}, 0.75), 3.0);
}

}  // namespace
}  // namespace coldplan::planning
