#include "coldplan/injury/circulation.h"

#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

// Tipton MJ et al. 1998: 47.3 breaths and 128 beats a minute at 10 °C.
TEST(DrawnColdShock, IsTheMeanTimesThePersonsFactor) {
  Coefficients drawn = median_coefficients();
  EXPECT_NEAR(drawn_cold_shock(10.0, drawn)->breaths, 47.3, 1e-9);
  drawn.cold_shock_factor = 1.3;
  EXPECT_NEAR(drawn_cold_shock(10.0, drawn)->breaths, 1.3 * 47.3, 1e-9);
  EXPECT_NEAR(drawn_cold_shock(10.0, drawn)->heart_rate, 1.3 * 128.0, 1e-9);
  EXPECT_FALSE(drawn_cold_shock(16.0, drawn).has_value());
}

TEST(Rhythm, IsFlaggedInColdWaterForTwoMinutes) {
  EXPECT_TRUE(may_disturb_rhythm(14.9));
  EXPECT_FALSE(may_disturb_rhythm(15.0));
  EXPECT_EQ(rhythm_time(), 120.0);
  EXPECT_EQ(highest_systolic_rise(), 51.0);
}

}  // namespace
}  // namespace coldplan::injury
