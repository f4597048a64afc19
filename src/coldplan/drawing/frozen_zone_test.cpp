#include "coldplan/drawing/frozen_zone.h"

#include <gmock/gmock.h>

#include "coldplan/drawing/example_histories.h"

namespace coldplan::drawing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

History frozen_twice() {
  History history;
  history.minutes = {0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0};
  history.frozen_from_m = {0.0, 0.0, 0.001, 0.0, 0.0, 0.0, 0.0};
  history.frozen_to_m = {0.0, 0.002, 0.003, 0.0, 0.0, 0.001, 0.001};
  return history;
}

MapAxes axes_of(double minutes, double depth_m, double height) {
  return {{{0.0, minutes}, 0.0, 400.0}, {{0.0, depth_m}, 0.0, height}};
}

/// Twice the area inside a closed outline (shoelace formula).
double twice_area(const std::vector<Point>& outline) {
  double sum = 0.0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point& next = outline[(i + 1) % outline.size()];
    sum += outline[i].x * next.y - next.x * outline[i].y;
  }
  return std::abs(sum);
}

TEST(FrozenZone, TellsWhenAndHowDeep) {
  const History history = frozen_twice();
  const std::vector<Interval> times = frozen_times(history);
  ASSERT_THAT(times, SizeIs(2));
  EXPECT_DOUBLE_EQ(times[0].low, 1.0);
  EXPECT_DOUBLE_EQ(times[0].high, 2.0);
  EXPECT_DOUBLE_EQ(times[1].high, 6.0);
  EXPECT_DOUBLE_EQ(frozen_depth(history), 0.003);
}

TEST(FrozenZone, IsMissingWhereNothingFreezes) {
  History history = frozen_twice();
  history.frozen_to_m.assign(7, 0.0);
  EXPECT_THAT(frozen_times(history), IsEmpty());
  EXPECT_THAT(frozen_outlines(history), IsEmpty());
  EXPECT_DOUBLE_EQ(frozen_depth(history), 0.0);
  EXPECT_THAT(frozen_outlines(testing::example_history(3)), IsEmpty());
}

TEST(FrozenZone, IsOutlinedAlongBothItsSides) {
  const auto outlines = frozen_outlines(frozen_twice());
  ASSERT_THAT(outlines, SizeIs(2));
  // Two triangles of half a minute and a trapezoid of one, all 2 mm high.
  EXPECT_NEAR(twice_area(outlines[0]) / 2.0, 0.002 * (0.25 + 1.0 + 0.25), 1e-12);
  // A triangle of half a minute and a minute that the history breaks off.
  EXPECT_NEAR(twice_area(outlines[1]) / 2.0, 0.001 * (0.25 + 1.0), 1e-12);
  EXPECT_DOUBLE_EQ(outlines[0].front().x, 0.5);
}

TEST(FrozenZone, LiesUnderThawedSkinWhileItThawsFromBothSides) {
  const History history = testing::example_frozen();
  bool lies_under = false;
  for (std::size_t i = 0; i < history.minutes.size(); ++i) {
    lies_under |= history.frozen_from_m[i] > 0.0 && history.frozen_to_m[i] > 0.0;
  }
  EXPECT_TRUE(lies_under);
}

TEST(FrozenZone, BearsItsNameInsideWhereThereIsRoomAndElseUnderIt) {
  const History history = testing::example_frozen();
  const double deepest = frozen_depth(history);
  const MapAxes large = axes_of(60.0, 0.01, 200.0);
  ASSERT_THAT(frozen_tags(history, large, 8.0), SizeIs(1));
  EXPECT_LT(frozen_tags(history, large, 8.0)[0].box.bottom, large.depth(deepest));
  const MapAxes small = axes_of(60.0, 0.06, 50.0);
  const FrozenTag tag = frozen_tags(history, small, 6.0)[0];
  EXPECT_GT(tag.box.top, small.depth(deepest));
  EXPECT_LE(tag.box.bottom, 50.0);
  EXPECT_DOUBLE_EQ(tag.names.y, small.depth(deepest));
}

TEST(FrozenZone, IsNamedOnceWhereZonesCrowd) {
  History history;
  for (int i = 0; i < 200; ++i) {
    history.minutes.push_back(i);
    history.frozen_from_m.push_back(0.0);
    history.frozen_to_m.push_back(i % 2 == 0 ? 0.001 : 0.0);
  }
  const auto tags = frozen_tags(history, axes_of(199.0, 0.06, 50.0), 6.0);
  EXPECT_GT(tags.size(), 1U);
  for (std::size_t i = 1; i < tags.size(); ++i) {
    EXPECT_FALSE(overlap(tags[i - 1].box, tags[i].box));
  }
}

}  // namespace
}  // namespace coldplan::drawing
