#include "coldplan/drawing/temperature_axis.h"

#include <array>

#include <gmock/gmock.h>

#include "coldplan/drawing/example_histories.h"

namespace coldplan::drawing {
namespace {

using ::testing::ElementsAre;
using testing::history_of;

TemperatureAxis axis_to(double coldest, quantity::UnitSystem units = quantity::UnitSystem::metric) {
  const History history = history_of({0.0, 1.0}, {}, [coldest](double minute, double depth) {
    return minute > 0.5 && depth == 0.0 ? coldest : 36.0;
  });
  const std::array histories{&history};
  return temperature_axis(histories, Setting{{}, {}, {}, units}, 6, 0.35);
}

TEST(TemperatureAxis, IsLinearAboveFreezingAndALittleBelow) {
  for (const double coldest : {5.0, 0.0, -8.0, -15.0}) {
    const TemperatureAxis axis = axis_to(coldest);
    EXPECT_FALSE(axis.is_bent()) << coldest;
    EXPECT_LE(axis.ends.low, coldest);
    const double middle = (axis.ends.low + axis.ends.high) / 2.0;
    EXPECT_DOUBLE_EQ(axis.place(middle), 0.5);
  }
}

TEST(TemperatureAxis, LeavesMostOfItToWhatIsNotFrozen) {
  const TemperatureAxis axis = axis_to(-83.0);
  ASSERT_TRUE(axis.is_bent());
  EXPECT_DOUBLE_EQ(axis.place(0.0), 0.35);
  EXPECT_DOUBLE_EQ(axis.place(axis.ends.high), 1.0);
  EXPECT_DOUBLE_EQ(axis.place(axis.ends.low), 0.0);
  EXPECT_DOUBLE_EQ(axis.place(axis.ends.low / 2.0), 0.175);
  EXPECT_DOUBLE_EQ(axis.place(axis.ends.high / 2.0), 0.675);
  EXPECT_LE(axis.ends.low, -83.0);
  EXPECT_THAT(axis.ticks, ElementsAre(-50.0, 0.0, 10.0, 20.0, 30.0, 40.0));
}

TEST(TemperatureAxis, BendsAtThirtyTwoFahrenheitWithoutCrowdingIt) {
  const TemperatureAxis axis = axis_to(-83.0, quantity::UnitSystem::us);
  EXPECT_DOUBLE_EQ(axis.place(32.0), 0.35);
  EXPECT_THAT(axis.ticks, ElementsAre(-100.0, 32.0, 60.0, 80.0, 100.0));
}

TEST(TemperatureAxis, HasRoomBelowZeroWhereTissueFreezes) {
  History history = testing::example_history(3);
  const std::array histories{&history};
  EXPECT_GE(temperature_axis(histories, Setting{}, 6).ends.low, 0.0);
  history.frozen_from_m = {0.0, 0.0, 0.0};
  history.frozen_to_m = {0.0, 0.001, 0.0};
  EXPECT_LT(temperature_axis(histories, Setting{}, 6).ends.low, 0.0);
}

TEST(TemperatureAxis, PutsTemperaturesUpward) {
  const TemperatureAxis axis = axis_to(-83.0);
  const Box plot{0.0, 100.0, 50.0, 200.0};
  EXPECT_DOUBLE_EQ(axis.height_in(plot, axis.ends.high), 100.0);
  EXPECT_DOUBLE_EQ(axis.height_in(plot, 0.0), 165.0);
}

}  // namespace
}  // namespace coldplan::drawing
