#include "coldplan/drawing/ticks.h"

#include <gmock/gmock.h>

namespace coldplan::drawing {
namespace {

using ::testing::ElementsAre;

TEST(Ticks, FallOnMultiplesOfOneTwoOrFive) {
  EXPECT_THAT(nice_ticks(0.0, 40.0, 4).values, ElementsAre(0.0, 10.0, 20.0, 30.0, 40.0));
  EXPECT_THAT(nice_ticks(0.0, 120.0, 6).values,
              ElementsAre(0.0, 20.0, 40.0, 60.0, 80.0, 100.0, 120.0));
  EXPECT_THAT(nice_ticks(-3.0, 13.0, 4).values, ElementsAre(0.0, 5.0, 10.0));
  EXPECT_DOUBLE_EQ(nice_ticks(0.0, 0.7, 3).step, 0.2);
}

TEST(Ticks, StayInsideTheRangeOrEncloseIt) {
  for (const double low : {-17.3, 0.0, 3.9}) {
    for (const double width : {0.013, 1.0, 37.4, 9000.0}) {
      const Ticks inside = nice_ticks(low, low + width, 5);
      EXPECT_GE(inside.values.front(), low - 1e-9 * width);
      EXPECT_LE(inside.values.back(), low + width * (1.0 + 1e-9));
      EXPECT_GE(inside.values.size(), 3U);
      EXPECT_LE(inside.values.size(), 9U);
      const Ticks around = enclosing_ticks(low, low + width, 5);
      EXPECT_LE(around.values.front(), low + 1e-8 * width);
      EXPECT_GE(around.values.back(), (low + width) - 1e-8 * width);
      EXPECT_LE(around.values.size(), 10U);
    }
  }
}

TEST(Ticks, HaveAsManyDecimalsAsTheStepNeeds) {
  EXPECT_EQ(nice_ticks(0.0, 2.5, 5).decimals, 1);
  EXPECT_EQ(nice_ticks(0.0, 0.03, 5).decimals, 3);
  EXPECT_EQ(nice_ticks(0.0, 100.0, 10).decimals, 0);
}

TEST(Ticks, WidenARangeOfNoWidth) {
  const Ticks ticks = enclosing_ticks(7.0, 7.0, 4);
  EXPECT_LT(ticks.values.front(), 7.0);
  EXPECT_GT(ticks.values.back(), 7.0);
}

TEST(Ticks, PrintWithATrueMinusAndNoNegativeZero) {
  EXPECT_EQ(print_tick(-5.0, 0), "−5");
  EXPECT_EQ(print_tick(2.5, 1), "2.5");
  EXPECT_EQ(print_tick(-0.0, 0), "0");
  EXPECT_EQ(print_tick(-0.04, 1), "0.0");
}

TEST(Ticks, LabelTemperaturesInTheReadersUnit) {
  const auto label = print_temperature_label(-83.0, quantity::UnitSystem::metric);
  EXPECT_EQ(label, "−83.0\u00a0°C");
  EXPECT_EQ(print_temperature_label(10.0, quantity::UnitSystem::us), "50.0\u00a0°F");
}

}  // namespace
}  // namespace coldplan::drawing
