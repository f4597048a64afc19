#include "coldplan/effect/nerve.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::effect {
namespace {

Coefficients with_slope(double slope) {
  Coefficients c = median_coefficients();
  c.nerve_slope = slope;
  return c;
}

// The record on 14 young adults, ulnar nerve: Q10 1.36 (35 to 25 °C), 1.44 below; its model printed
// 0.727 at 25 °C and 0.606 at 20 °C.
TEST(NerveVelocity, IsThatOfTheUlnarNerveInFourteenPeople) {
  const Coefficients& c = median_coefficients();
  EXPECT_DOUBLE_EQ(relative_velocity(35.0, c), 1.0);
  EXPECT_NEAR(relative_velocity(25.0, c), 0.727, 5e-4);
  EXPECT_NEAR(relative_velocity(20.0, c), 0.606, 5e-4);
}

// Algafly & George 2007: −32.8 % at 10 °C ankle skin; the nerve behaves as if at 20 to 23 °C.
TEST(NerveVelocity, FallsByAThirdAtTwentyToTwentyThreeDegrees) {
  const Coefficients& c = median_coefficients();
  EXPECT_GT(1.0 - relative_velocity(20.0, c), 0.328);
  EXPECT_LT(1.0 - relative_velocity(23.0, c), 0.328);
}

// Wu 1993: persons slow by 0.8 to 2.0 m/s per °C where the mean is 1.3.
TEST(NerveVelocity, FallsInProportionToThePersonsSlope) {
  const double fall = 1.0 - relative_velocity(22.0, median_coefficients());
  EXPECT_NEAR(1.0 - relative_velocity(22.0, with_slope(2.0 / 1.3)), fall * 2.0 / 1.3, 1e-12);
  EXPECT_NEAR(1.0 - relative_velocity(22.0, with_slope(0.8 / 1.3)), fall * 0.8 / 1.3, 1e-12);
}

TEST(NerveVelocity, IsOneBeforeTheColdWhateverTheNerveHadThen) {
  EXPECT_DOUBLE_EQ(relative_velocity(32.5, 32.5, with_slope(1.4)), 1.0);
}

RC_GTEST_PROP(NerveVelocity, RisesWithTemperatureAndIsNeverNegative, ()) {
  const double t = *rc::gen::inRange(-200, 400) / 10.0;
  const Coefficients c = with_slope(*rc::gen::inRange(5, 20) / 10.0);
  RC_ASSERT(relative_velocity(t, c) >= 0.0);
  RC_ASSERT(relative_velocity(t + 0.1, c) >= relative_velocity(t, c));
}

RC_GTEST_PROP(NerveVelocity, IsInvertedByTheTemperatureOfIt, ()) {
  const double t = *rc::gen::inRange(100, 400) / 10.0;
  const Coefficients c = with_slope(*rc::gen::inRange(6, 15) / 10.0);
  RC_ASSERT(std::abs(temperature_at_velocity(relative_velocity(t, c), c) - t) < 1e-9);
}

// Vanggaard 1975: complete block of the human ulnar motor nerve at 8 to 10 °C; onset at 15 °C.
TEST(ThickFibres, AreAlmostAllThereAtFifteenDegreesAndBlockedAtNine) {
  const Coefficients& c = median_coefficients();
  EXPECT_NEAR(conducting_share(Fibre::thick_myelinated, 15.0, c), 0.95, 5e-3);
  EXPECT_NEAR(conducting_share(Fibre::thick_myelinated, 9.0, c), 0.05, 5e-3);
  EXPECT_NEAR(conducting_share(Fibre::thick_myelinated, 12.0, c), 0.5, 1e-12);
}

// Morgan 2020, seven cats: first partial block at 15 °C, complete at 5 °C and below.
TEST(SlowFibres, AreBlockedLast) {
  const Coefficients& c = median_coefficients();
  EXPECT_NEAR(conducting_share(Fibre::unmyelinated, 15.0, c), 0.95, 5e-3);
  EXPECT_NEAR(conducting_share(Fibre::unmyelinated, 5.0, c), 0.05, 5e-3);
  EXPECT_GT(conducting_share(Fibre::unmyelinated, 10.0, c),
            conducting_share(Fibre::thick_myelinated, 10.0, c));
}

TEST(PrickFibres, AreTakenAsTheThickOnesSinceNoMeasurementWasFound) {
  const Coefficients& c = median_coefficients();
  EXPECT_EQ(conducting_share(Fibre::thin_myelinated, 11.0, c),
            conducting_share(Fibre::thick_myelinated, 11.0, c));
}

TEST(ConductingShare, IsInvertedByTheTemperatureOfIt) {
  const Coefficients& c = median_coefficients();
  for (const Fibre fibre : {Fibre::thick_myelinated, Fibre::unmyelinated}) {
    EXPECT_NEAR(conducting_share(fibre, temperature_at_conducting_share(fibre, 0.3, c), c), 0.3,
                1e-12);
  }
}

}  // namespace
}  // namespace coldplan::effect
