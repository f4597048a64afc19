#include "coldplan/planning/interval.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::planning {
namespace {

TEST(Combine, AddsIndependentDeviationsInSquares) {
  const std::vector<Ends> inputs{{7.0, 16.0}, {14.0, 6.0}};
  const Interval interval = combine(10.0, inputs);
  EXPECT_DOUBLE_EQ(interval.p05, 10.0 - 5.0);      // 3 and 4 below
  EXPECT_NEAR(interval.p95, 10.0 + 7.2111, 1e-4);  // 6 and 4 above
}

TEST(Combine, KeepsTheMedianInsideWhenBothEndsLieOnOneSide) {
  const std::vector<Ends> inputs{{12.0, 11.0}};
  const Interval interval = combine(10.0, inputs);
  EXPECT_DOUBLE_EQ(interval.p05, 10.0);
  EXPECT_DOUBLE_EQ(interval.p95, 12.0);
}

TEST(Combine, HasNoWidthWithoutUncertainInputs) {
  const Interval interval = combine(10.0, {});
  EXPECT_DOUBLE_EQ(interval.p05, interval.p95);
}

TEST(WidthOf, IsTheReachOfOneInput) {
  EXPECT_DOUBLE_EQ(width_of(10.0, {7.0, 16.0}), 9.0);
  EXPECT_DOUBLE_EQ(width_of(10.0, {12.0, 11.0}), 2.0);
}

}  // namespace
}  // namespace coldplan::planning
