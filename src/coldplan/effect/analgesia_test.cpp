#include "coldplan/effect/analgesia.h"

#include <array>

#include <gtest/gtest.h>

#include "coldplan/effect/nerve.h"

namespace coldplan::effect {
namespace {

// Bugaj 1975: a pinprick hurts no more below 13.6 °C; Chesterton 2002: peas leave skin at 10.8 °C,
// a gel pack at 14.4 °C.
TEST(PrickDulled, HoldsForMostUnderPeasAndForFewUnderAGelPack) {
  const Coefficients& c = median_coefficients();
  EXPECT_DOUBLE_EQ(prick_dulled_share(13.6, c), 0.5);
  EXPECT_GT(prick_dulled_share(10.8, c), 0.9);
  EXPECT_LT(prick_dulled_share(14.4, c), 0.4);
}

TEST(PrickDulled, LastsUntilTheSkinPassesThePersonsThreshold) {
  const std::array<double, 3> time{0.0, 600.0, 1200.0};
  const std::array<double, 3> skin{33.0, 5.0, 25.0};
  Coefficients c = median_coefficients();
  EXPECT_NEAR(prick_dulled_after({time, skin}, 600.0, c), 258.0, 1e-9);
  c.prick_person = 2.0;
  EXPECT_NEAR(prick_dulled_after({time, skin}, 600.0, c), 318.0, 1e-9);
  c.prick_person = -9.0;
  EXPECT_EQ(prick_dulled_after({time, skin}, 600.0, c), 0.0);
}

// Algafly & George 2007 at −32.8 % velocity: threshold +89 % iced, +71 % not iced; tolerance +76
// and +56 %.
TEST(PressurePain, LiesBetweenTheTwoAnklesOfTheStudy) {
  const Coefficients& c = median_coefficients();
  EXPECT_GT(pressure_threshold(1.0 - 0.328, c), 1.71);
  EXPECT_LT(pressure_threshold(1.0 - 0.328, c), 1.89);
  EXPECT_GT(pressure_tolerance(1.0 - 0.328, c), 1.56);
  EXPECT_LT(pressure_tolerance(1.0 - 0.328, c), 1.76);
  EXPECT_EQ(pressure_threshold(1.0, c), 1.0);
}

TEST(PressurePain, IsNotToldToRiseFurtherThanWasMeasured) {
  constexpr std::array<double, 2> time{0.0, 1200.0};
  constexpr std::array<double, 2> nerve{35.0, 5.0};
  const Course course{time, nerve};
  const Coefficients& c = median_coefficients();
  EXPECT_GT(pressure_threshold(relative_velocity(5.0, c), c), 2.5);
  EXPECT_DOUBLE_EQ(highest_pressure_threshold(course, c), 1.89);
  EXPECT_DOUBLE_EQ(highest_pressure_tolerance(course, c), 1.76);
}

TEST(PressurePain, FollowsTheMeanNerveSinceTheGainWasFittedToAMean) {
  constexpr std::array<double, 2> time{0.0, 1200.0};
  constexpr std::array<double, 2> nerve{35.0, 25.0};
  Coefficients steeper = median_coefficients();
  steeper.nerve_slope = 1.5;
  EXPECT_EQ(highest_pressure_threshold({time, nerve}, steeper),
            highest_pressure_threshold({time, nerve}, median_coefficients()));
}

constexpr std::array<double, 4> minutes{0.0, 1200.0, 1500.0, 9600.0};
constexpr std::array<double, 4> nerve{34.0, 24.0, 22.0, 34.0};

// Curkovic 1993: still raised at 10 and 30 minutes; nothing longer was found.
TEST(PressureDulled, IsNotToldForLongerThanAnyoneMeasured) {
  EXPECT_EQ(pressure_dulled_after({minutes, nerve}, 1200.0, median_coefficients()), 1800.0);
}

TEST(PressureDulled, EndsWhereHalfOfTheRiseIsLeft) {
  constexpr std::array<double, 4> sooner{0.0, 1200.0, 1500.0, 2100.0};
  const Coefficients& c = median_coefficients();
  const double after = pressure_dulled_after({sooner, nerve}, 1200.0, c);
  EXPECT_GT(after, 300.0);
  EXPECT_LT(after, 900.0);
  // Velocity is convex in temperature, so that half of it is left a little before half of the
  // degrees.
  EXPECT_NEAR(after, 600.0, 30.0);
}

TEST(PressureDulled, IsNothingWithoutARise) {
  Coefficients none = median_coefficients();
  none.threshold_gain = 0.0;
  EXPECT_EQ(pressure_dulled_after({minutes, nerve}, 1200.0, none), 0.0);
  constexpr std::array<double, 4> warm{34.0, 34.0, 34.0, 34.0};
  EXPECT_EQ(pressure_dulled_after({minutes, warm}, 1200.0, median_coefficients()), 0.0);
}

}  // namespace
}  // namespace coldplan::effect
