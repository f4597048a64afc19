#include "coldplan/drawing/scale.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::drawing {
namespace {

TEST(Scale, PutsTheEndsOfTheValuesAtTheEndsOfTheAxis) {
  const Scale up{{10.0, 20.0}, 100.0, 0.0};
  EXPECT_DOUBLE_EQ(up(10.0), 100.0);
  EXPECT_DOUBLE_EQ(up(20.0), 0.0);
  EXPECT_DOUBLE_EQ(up(12.5), 75.0);
}

TEST(Scale, TellsOverlapFromTouching) {
  const Box box{0.0, 0.0, 10.0, 10.0};
  EXPECT_TRUE(overlap(box, {9.0, 9.0, 12.0, 12.0}));
  EXPECT_FALSE(overlap(box, {10.0, 0.0, 12.0, 10.0}));
  EXPECT_TRUE(overlap(box, {11.0, 0.0, 12.0, 10.0}, 2.0));
  EXPECT_TRUE(contains(box, {1.0, 1.0, 10.0, 2.0}));
  EXPECT_FALSE(contains(box, {1.0, 1.0, 10.5, 2.0}));
}

TEST(Scale, FindsTheIntervalOfValues) {
  const std::vector<double> values{3.0, -1.0, 2.0};
  EXPECT_DOUBLE_EQ(interval_of(values).low, -1.0);
  EXPECT_DOUBLE_EQ(interval_of(values).high, 3.0);
  EXPECT_DOUBLE_EQ(widened({0.0, 9.0}, values).high, 9.0);
  EXPECT_DOUBLE_EQ(widened({0.0, 9.0}, values).low, -1.0);
}

TEST(Scale, ShowsWhatTheReaderMeasuresIn) {
  EXPECT_DOUBLE_EQ(shown_temperature(10.0, quantity::UnitSystem::us), 50.0);
  EXPECT_DOUBLE_EQ(shown_temperature(10.0, quantity::UnitSystem::metric), 10.0);
  EXPECT_DOUBLE_EQ(shown_depth(0.0254, quantity::UnitSystem::us), 1.0);
  EXPECT_DOUBLE_EQ(shown_depth(0.0254, quantity::UnitSystem::metric), 25.4);
}

}  // namespace
}  // namespace coldplan::drawing
