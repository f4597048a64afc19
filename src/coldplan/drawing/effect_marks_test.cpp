#include "coldplan/drawing/effect_marks.h"

#include <gtest/gtest.h>

namespace coldplan::drawing {
namespace {

const Scale across{{-1.0, 1.0}, 20.0, 180.0};

/// The bytes of a picture of one mark.
template <typename Draw>
std::string drawn(const Draw& draw) {
  Canvas canvas = Canvas::open(Format::svg, {200.0, 40.0}).value();
  draw(canvas);
  return canvas.finish({"mark", ""}).value();
}

std::string interval_drawn(double low, double high) {
  return drawn([&](Canvas& canvas) { draw_interval(canvas, {low, high}, across, 20.0, {}); });
}

TEST(DrawInterval, EndsInAnArrowHoweverFarItGoesOnBeyondTheAxis) {
  EXPECT_EQ(interval_drawn(-0.5, 1.5), interval_drawn(-0.5, 900.0));
  EXPECT_EQ(interval_drawn(-7.0, 0.5), interval_drawn(-1.01, 0.5));
  EXPECT_NE(interval_drawn(-0.5, 1.5), interval_drawn(-0.5, 1.0));
}

TEST(DrawInterval, IsAnArrowAloneWhereAllOfItLiesBeyond) {
  EXPECT_EQ(interval_drawn(2.0, 3.0), interval_drawn(5.0, 9.0));
  EXPECT_NE(interval_drawn(2.0, 3.0), interval_drawn(-3.0, -2.0));
}

TEST(DrawStudy, LeavesOutASquareThatWouldLieBeyondTheAxis) {
  const auto study = [](double estimate) {
    return drawn([&](Canvas& canvas) {
      draw_study(canvas, {estimate, {-5.0, 5.0}}, across, 20.0, 3.0);
    });
  };
  EXPECT_EQ(study(2.0), study(3.0));
  EXPECT_NE(study(0.5), study(3.0));
}

TEST(DrawDiamond, KeepsItsShapeInsideAndItsArrowsOutside) {
  const auto diamond = [](double low, double high) {
    return drawn([&](Canvas& canvas) {
      draw_diamond(canvas, {0.1, {low, high}}, across, 20.0, 4.0);
    });
  };
  EXPECT_NE(diamond(-0.5, 0.5), diamond(-0.5, 0.9));
  EXPECT_NE(diamond(-0.5, 1.0), diamond(-0.5, 1.0001));
}

TEST(DrawResult, IsNoStudy) {
  const EffectEstimate effect{0.1, {-0.2, 0.4}};
  EXPECT_NE(drawn([&](Canvas& canvas) { draw_result(canvas, effect, across, 20.0); }),
            drawn([&](Canvas& canvas) { draw_study(canvas, effect, across, 20.0, 3.0); }));
}

TEST(HalfSide, MakesTheAreaOfASquareThatOfItsWeight) {
  const double heavy = half_side_of(40.0, 40.0);
  const double light = half_side_of(10.0, 40.0);
  EXPECT_NEAR(heavy * heavy / (light * light), 4.0, 1e-12);
  EXPECT_GT(half_side_of(0.0, 40.0), 0.0);
  EXPECT_GT(half_side_of(0.0, 0.0), 0.0);
}

TEST(EffectColours, AreReadableAndDifferInLightness) {
  EXPECT_GT(contrast(study_colour(), white), 4.5);
  EXPECT_GT(contrast(pooled_colour(), white), 4.0);
  EXPECT_GT(lightness(pooled_colour()) - lightness(study_colour()), 15.0);
}

TEST(ThresholdKey, NamesEveryValue) {
  EffectAxis axis;
  const auto key = threshold_key({{"smallest change that matters", {-0.5, 0.5}}}, axis);
  ASSERT_EQ(key.size(), 1U);
  EXPECT_EQ(key[0].words, "smallest change that matters: −0.50, 0.50");
}

}  // namespace
}  // namespace coldplan::drawing
