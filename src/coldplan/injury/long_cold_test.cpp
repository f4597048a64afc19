#include "coldplan/injury/long_cold.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;

TEST(LongCold, HasTheLimitsOfItsSources) {
  EXPECT_DOUBLE_EQ(pack_time_limit(), 20.0 * minute);
  EXPECT_DOUBLE_EQ(machine_temperature(), 18.3);
  EXPECT_DOUBLE_EQ(machine_time_limit(), 2.0 * hour);
  EXPECT_DOUBLE_EQ(low_flow_after(), hour);
  EXPECT_DOUBLE_EQ(low_flow_lasts(), 2.0 * hour);
}

TEST(MachineTime, CountsOnlySkinUnderItsTemperatureAndLeavesOutPauses) {
  const std::vector<double> times{0.0,     1.0, hour, hour + 1.0, 2.0 * hour, 2.0 * hour + 1.0,
                                  4 * hour};
  const std::vector<double> skin{30.0, 15.0, 15.0, 30.0, 30.0, 15.0, 15.0};
  EXPECT_NEAR(machine_time({times, skin}), 3.0 * hour, 4.0);
  EXPECT_NEAR(*machine_limit_at({times, skin}), 3.0 * hour, 4.0);
  const std::vector<double> warm(times.size(), 18.4);
  EXPECT_EQ(machine_time({times, warm}), 0.0);
  EXPECT_FALSE(machine_limit_at({times, warm}).has_value());
}

}  // namespace
}  // namespace coldplan::injury
