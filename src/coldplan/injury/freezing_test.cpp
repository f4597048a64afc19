#include "coldplan/injury/freezing.h"

#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::injury {
namespace {

struct Line {
  std::vector<double> time;
  std::vector<double> temperature;
  [[nodiscard]] Course course() const { return {time, temperature}; }
};

Line held(double temperature, double seconds) {
  return {{0.0, seconds}, {temperature, temperature}};
}

// ACSM position stand 2006.
TEST(FreezingLimit, IsWarmerForWetSkin) {
  EXPECT_DOUBLE_EQ(freezing_limit(SkinState::wet), -0.6);
  EXPECT_DOUBLE_EQ(freezing_limit(SkinState::dry), -3.7);
}

TEST(DryRamp, RisesFromItsWarmToItsColdEndAndNoFurther) {
  EXPECT_EQ(dry_ramp(0.0), 0.0);
  EXPECT_EQ(dry_ramp(-3.7), 0.0);
  EXPECT_NEAR(dry_ramp(-4.25), 0.5, 1e-12);
  EXPECT_EQ(dry_ramp(-4.8), 1.0);
  EXPECT_EQ(dry_ramp(-20.0), 1.0);
}

// American Foundation for Biological Research 1964: 160 s at −1.8, 8 s at −4, under 2 s at −9 °C.
TEST(CrossingTime, IsAsMeasuredInMice) {
  EXPECT_NEAR(*crossing_time(-1.8), 160.0, 0.5);
  EXPECT_NEAR(*crossing_time(-4.0), 8.0, 1e-9);
  EXPECT_LT(*crossing_time(-9.0), 2.0);
  EXPECT_FALSE(crossing_time(-1.7).has_value());
}

TEST(IceDose, IsTheTimeHeldOverTheCrossingTime) {
  EXPECT_NEAR(ice_dose(held(-4.0, 4.0).course()), 0.5, 1e-12);
  EXPECT_NEAR(*crossed_at(held(-4.0, 60.0).course()), 8.0, 1e-9);
  EXPECT_EQ(ice_dose(held(-1.7, 1e6).course()), 0.0);
  EXPECT_FALSE(crossed_at(held(-1.7, 1e6).course()).has_value());
}

TEST(IceDose, OfOneLineIsThatOfTheSameLineCutIntoPieces) {
  const Line whole{{0.0, 20.0}, {2.0, -10.0}};
  Line pieces;
  constexpr int count = 20000;
  for (int i = 0; i <= count; ++i) {
    const double share = static_cast<double>(i) / count;
    pieces.time.push_back(20.0 * share);
    pieces.temperature.push_back(2.0 - 12.0 * share);
  }
  EXPECT_NEAR(ice_dose(pieces.course()) / ice_dose(whole.course()), 1.0, 1e-7);
}

TEST(FreezesAt, IsWhenTheDrawnPointIsPassedOrIceHasCrossed) {
  const Line fall{{0.0, 100.0}, {10.0, -10.0}};
  const Coefficients& median = median_coefficients();
  EXPECT_NEAR(*freezes_at(fall.course(), SkinState::dry, median), 71.25, 1e-9);
  Coefficients cold = median;
  cold.dry_freezing_point = -11.0;
  EXPECT_FALSE(freezes_at(fall.course(), SkinState::dry, cold).has_value());
  EXPECT_NEAR(*freezes_at(held(-4.0, 60.0).course(), SkinState::wet, cold), 8.0, 1e-9);
}

RC_GTEST_PROP(IceDose, NeverComesFromSkinAboveItsLimitAndGrowsWithCold, ()) {
  const double warm = *rc::gen::inRange(-100, 300) / 10.0;
  const double cold = warm - *rc::gen::inRange(0, 100) / 10.0;
  const double seconds = *rc::gen::inRange(1, 1000);
  const double dose = ice_dose(held(warm, seconds).course());
  RC_ASSERT(dose <= ice_dose(held(cold, seconds).course()) + 1e-12);
  RC_ASSERT(warm < -1.8 || dose == 0.0);
}

}  // namespace
}  // namespace coldplan::injury
