#include <gtest/gtest.h>

#include "coldplan/effect/analgesia.h"
#include "coldplan/effect/nerve.h"
#include "coldplan/effect/strength.h"
#include "coldplan/facts/ids.h"
#include "coldplan/tissue/perfusion.h"

/// The worked check of the effects: frozen peas for 20 minutes on the thigh, skin 10.8 °C, nerve
/// 22 °C, muscle 28 °C. Each number is printed with two decimals.
namespace coldplan::effect {
namespace {

constexpr double skin = 10.8;
constexpr double nerve = 22.0;
constexpr double muscle = 28.0;
constexpr double printed = 0.005;

TEST(FrozenPeasOnTheThigh, SlowTheNerveToTwoThirds) {
  EXPECT_NEAR(relative_velocity(nerve, median_coefficients()), 0.65, printed);
}

TEST(FrozenPeasOnTheThigh, RaiseThePressurePainThresholdNearlyTwofold) {
  const Coefficients& c = median_coefficients();
  EXPECT_NEAR(pressure_threshold(relative_velocity(nerve, c), c), 1.85, printed);
}

TEST(FrozenPeasOnTheThigh, DullAPinprickInNineOfTen) {
  EXPECT_NEAR(prick_dulled_share(skin, median_coefficients()), 0.92, printed);
}

TEST(FrozenPeasOnTheThigh, TakeASixthOfHoldingForce) {
  EXPECT_NEAR(relative_force(Effort::holding, muscle, median_coefficients()), 0.83, printed);
}

// Flow and metabolism are the simulation's: its law gives 0.16 and 0.62 here, where the formulas of
// the check, a floor of 0.20 and a Q10 of 2.5, gave 0.20 and 0.53. Skin rests at 33 °C, muscle
// at 35.
TEST(FrozenPeasOnTheThigh, LeaveTheFlowAndMetabolismOfTheSimulation) {
  const auto law = tissue::perfusion_law(30.0);
  EXPECT_NEAR(tissue::local_target(law, skin, 33.0), 0.16, printed);
  const double quotient = facts::value(facts::id::perfusion::metabolism_q10);
  EXPECT_NEAR(tissue::temperature_quotient(quotient, muscle, 35.0), 0.62, printed);
}

}  // namespace
}  // namespace coldplan::effect
