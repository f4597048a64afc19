#include "coldplan/injury/raynaud.h"

#include <cstdint>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::injury {
namespace {

// scilit 9fb04ca2: 18.31 (1.07), 20.83 (1.32), 25.53 (1.38) °C; 44 people.
TEST(ClosedShare, IsHalfAtTheMeanAndFivePercentOneAndAHalfDeviationsAbove) {
  EXPECT_DOUBLE_EQ(closed_share(RaynaudSeverity::mild, 18.31), 0.5);
  EXPECT_DOUBLE_EQ(closed_share(RaynaudSeverity::moderate, 20.83), 0.5);
  EXPECT_DOUBLE_EQ(closed_share(RaynaudSeverity::severe, 25.53), 0.5);
  EXPECT_NEAR(closed_share(RaynaudSeverity::mild, 18.31 + 1.6449 * 1.07), 0.05, 1e-4);
  EXPECT_EQ(raynaud_people(), 44.0);
}

TEST(DrawnClosingTemperature, LiesByItsScoreFromTheMean) {
  Coefficients drawn = median_coefficients();
  EXPECT_DOUBLE_EQ(drawn_closing_temperature(RaynaudSeverity::severe, drawn), 25.53);
  drawn.closing_score = -1.0;
  EXPECT_DOUBLE_EQ(drawn_closing_temperature(RaynaudSeverity::severe, drawn), 25.53 - 1.38);
}

TEST(DrawnClosingTemperature, OverAFingerInTheShareOfDrawsThatTheCurveHas) {
  constexpr std::uint64_t count = 4000;
  int closed = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const double closing =
        drawn_closing_temperature(RaynaudSeverity::moderate, drawn_coefficients(5, i));
    closed += closing > 20.0 ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(closed) / count, closed_share(RaynaudSeverity::moderate, 20.0),
              0.02);
}

RC_GTEST_PROP(ClosedShare, RisesWithColdAndWithSeverity, ()) {
  const double warm = *rc::gen::inRange(50, 350) / 10.0;
  const double cold = warm - *rc::gen::inRange(0, 100) / 10.0;
  const auto mild = [](double finger) { return closed_share(RaynaudSeverity::mild, finger); };
  RC_ASSERT(mild(warm) <= mild(cold));
  RC_ASSERT(mild(warm) <= closed_share(RaynaudSeverity::moderate, warm) + 1e-12);
}

TEST(NormalPressureDrop, IsAsMeasuredInHealthyWomenAndNotGuessedOutside) {
  EXPECT_NEAR(*normal_pressure_drop(10.0), 0.153, 1e-12);
  EXPECT_NEAR(*normal_pressure_drop(12.5), 0.1335, 1e-12);
  EXPECT_NEAR(*normal_pressure_drop(30.0), 0.002, 1e-12);
  EXPECT_FALSE(normal_pressure_drop(9.0).has_value());
  EXPECT_FALSE(normal_pressure_drop(31.0).has_value());
}

}  // namespace
}  // namespace coldplan::injury
