#include "coldplan/effect/strength.h"

#include <gtest/gtest.h>

namespace coldplan::effect {
namespace {

// "A leg muscle 5 °C colder loses about a tenth of grip-type force and a quarter of sprint force."
TEST(Strength, FallsByATenthInHoldingAndAQuarterInASprintForFiveDegrees) {
  const Coefficients& c = median_coefficients();
  EXPECT_DOUBLE_EQ(relative_force(Effort::holding, 36.6, c), 1.0);
  EXPECT_NEAR(relative_force(Effort::holding, 31.6, c), 0.90, 1e-12);
  EXPECT_NEAR(relative_force(Effort::fast, 31.6, c), 0.75, 1e-12);
}

// Sargeant 1987, four men: −12 % at 31.9 °C, −21 % at 29.0 °C, cycling at 95 rpm.
TEST(Strength, IsThatOfASprintAtNinetyFiveTurnsWithinAPoint) {
  const Coefficients& c = median_coefficients();
  EXPECT_NEAR(relative_force(0.027, 31.9, c), 0.88, 0.01);
  EXPECT_NEAR(relative_force(0.027, 29.0, c), 0.79, 0.01);
}

TEST(Strength, IsNeverNegative) {
  EXPECT_EQ(relative_force(Effort::fast, 0.0, median_coefficients()), 0.0);
}

}  // namespace
}  // namespace coldplan::effect
