#include "coldplan/thermoregulation/cardiovascular.h"

#include <gtest/gtest.h>

namespace coldplan::thermoregulation {
namespace {

// Tipton MJ et al. 1998, Eur J Appl Physiol 78:253.
TEST(ColdShock, IsAsMeasuredAtTenAndFifteenDegrees) {
  constexpr double litres_per_minute = 1e-3 / 60.0;
  EXPECT_NEAR(cold_shock(10.0)->breaths, 47.3, 1e-9);
  EXPECT_NEAR(cold_shock(10.0)->ventilation, 67.6 * litres_per_minute, 1e-9);
  EXPECT_NEAR(cold_shock(10.0)->heart_rate, 128.0, 1e-9);
  EXPECT_NEAR(cold_shock(15.0)->breaths, 33.3, 1e-9);
  EXPECT_NEAR(cold_shock(12.5)->heart_rate, 121.0, 1e-9);
}

TEST(ColdShock, IsNotClaimedToGrowBelowTenDegreesNorToBeKnownAboveFifteen) {
  EXPECT_EQ(cold_shock(2.0)->breaths, cold_shock(10.0)->breaths);
  EXPECT_FALSE(cold_shock(15.1).has_value());
}

TEST(CabinResponse, SlowsTheHeartAndRaisesThePressureMoreInTheOld) {
  EXPECT_NEAR(cabin_response(21.0, true).systolic_rise, 19.0, 1e-9);
  EXPECT_NEAR(cabin_response(45.0, true).systolic_rise, 28.5, 1e-9);
  EXPECT_NEAR(cabin_response(90.0, true).systolic_rise, 38.0, 1e-9);
  EXPECT_NEAR(cabin_response(58.0, true).heart_rate_change, -0.152, 1e-9);
  EXPECT_NEAR(cabin_response(58.0, false).heart_rate_change, -0.109, 1e-9);
}

}  // namespace
}  // namespace coldplan::thermoregulation
