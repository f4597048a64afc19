#include "coldplan/injury/core.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;

// Appl Human Sci 1996;15:161: 3.818 − 0.109 T_w; 73, 55 and 44 min to 35 °C at 20, 15 and 10 °C.
TEST(CoreCoolingRate, IsThatOfTheFormulaAndGivesTheTimesOfTheFacts) {
  EXPECT_NEAR(*core_cooling_rate(20.0) * hour, 1.638, 1e-9);
  EXPECT_NEAR(*time_to_core(35.0, 20.0) / minute, 73.0, 0.5);
  EXPECT_NEAR(*time_to_core(35.0, 15.0) / minute, 55.0, 0.5);
  EXPECT_NEAR(*time_to_core(35.0, 10.0) / minute, 44.0, 0.5);
  EXPECT_EQ(*time_to_core(37.0, 10.0), 0.0);
}

TEST(CoreCoolingRate, IsNoneInWaterThatDoesNotCoolAndKnowsWhereItWasMeasured) {
  EXPECT_FALSE(core_cooling_rate(36.0).has_value());
  EXPECT_FALSE(time_to_core(35.0, 36.0).has_value());
  EXPECT_TRUE(is_measured_water(15.0));
  EXPECT_FALSE(is_measured_water(10.0));
  EXPECT_FALSE(is_measured_water(36.0));
}

TEST(LowestCore, AddsTheAfterdropOnlyWhereTheCourseEndsBeforeIt) {
  const std::vector<double> seconds{0.0, 10.0 * minute, 80.0 * minute};
  const std::vector<double> core{37.0, 36.8, 36.7};
  const Coefficients& median = median_coefficients();
  EXPECT_DOUBLE_EQ(lowest_core({seconds, core}, 10.0 * minute, CoreCold::water, median), 36.7);
  const Course cut{std::span{seconds}.first(2), std::span{core}.first(2)};
  EXPECT_DOUBLE_EQ(lowest_core(cut, 10.0 * minute, CoreCold::water, median), 36.4);
  EXPECT_DOUBLE_EQ(lowest_core(cut, 10.0 * minute, CoreCold::cabin, median), 36.5);
}

TEST(LowestCoreOfBath, FallsByTheRateAndTheAfterdrop) {
  EXPECT_NEAR(lowest_core_of_bath(15.0, 15.0 * minute, median_coefficients()),
              37.0 - 2.183 / 4.0 - 0.4, 1e-9);
  EXPECT_EQ(lowest_core_of_bath(36.0, hour, median_coefficients()), 37.0);
}

TEST(CoreLimits, AreThoseOfTheStagesAndOfTheModel) {
  EXPECT_EQ(hypothermia_limit(), 35.0);
  EXPECT_EQ(core_stop(), 36.0);
}

}  // namespace
}  // namespace coldplan::injury
