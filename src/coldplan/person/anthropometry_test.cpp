#include "coldplan/person/anthropometry.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/person/body.h"

namespace coldplan::person {
namespace {

Person woman() {
  return {.sex = Sex::female, .age = 58.0, .height = 1.65, .weight = 78.0};
}

double width(const Estimate& estimate) {
  return estimate.high - estimate.low;
}

TEST(Anthropometry, HasTheMedianBodyAsItsMedians) {
  const Anthropometry estimated = anthropometry(woman());
  const Body median = body(woman());
  EXPECT_DOUBLE_EQ(estimated.body_fat_fraction.median, median.body_fat_fraction);
  EXPECT_DOUBLE_EQ(estimated.waist_breadth.median, median.waist_breadth);
  EXPECT_DOUBLE_EQ(estimated.midline_fat.median, median.midline_fat);
  EXPECT_DOUBLE_EQ(estimated.paraspinal_fat.median, median.paraspinal_fat);
  EXPECT_DOUBLE_EQ(estimated.muscle_fat_fraction.median, median.muscle_fat_fraction);
}

TEST(Anthropometry, SpreadsANormalResidualEvenly) {
  const Estimate waist = anthropometry(woman()).waist_circumference;
  EXPECT_NEAR(waist.sd, 0.0594, 1e-12);
  EXPECT_NEAR(waist.high - waist.median, 1.644854 * 0.0594, 1e-7);
  EXPECT_NEAR(waist.median - waist.low, 1.644854 * 0.0594, 1e-7);
}

TEST(Anthropometry, AddsTheWaistToTheSpreadOfItsDepth) {
  EXPECT_NEAR(anthropometry(woman()).waist_depth.sd, std::hypot(0.0115, 0.2921 * 0.0594), 1e-12);
}

TEST(Anthropometry, CombinesResidualSlopeAndStudyFactorOfFat) {
  Person person = woman();
  person.weight = 37.3 * 1.65 * 1.65;
  const double fat = 28.7 + 1.2 * 10.0;
  const double slope = 0.8 * 10.0;
  const double below = std::sqrt(81.0 + (slope * slope + 0.25 * fat * fat) / 3.0);
  const double above = std::sqrt(81.0 + (slope * slope + 0.04 * fat * fat) / 3.0);
  const Estimate midline = anthropometry(person).midline_fat;
  EXPECT_NEAR(midline.low, (fat - 1.644854 * below) / 1000.0, 1e-8);
  EXPECT_NEAR(midline.high, (fat + 1.644854 * above) / 1000.0, 1e-8);
  EXPECT_NEAR(midline.sd, std::sqrt((below * below + above * above) / 2.0) / 1000.0, 1e-12);
}

TEST(Anthropometry, KnowsFatTheBetterTheMoreItWasMeasured) {
  Person person = woman();
  const Anthropometry guessed = anthropometry(person);
  person.lumbar_skinfold = 0.034;
  const Anthropometry pinched = anthropometry(person);
  person.lumbar_fat = 0.017;
  const Anthropometry seen = anthropometry(person);
  EXPECT_EQ(guessed.fat_basis, FatBasis::body_mass_index);
  EXPECT_EQ(pinched.fat_basis, FatBasis::skinfold);
  EXPECT_EQ(seen.fat_basis, FatBasis::ultrasound);
  EXPECT_LT(width(pinched.paraspinal_fat), 0.7 * width(guessed.paraspinal_fat));
  EXPECT_LT(width(pinched.midline_fat), width(guessed.midline_fat));
  EXPECT_DOUBLE_EQ(width(seen.paraspinal_fat), 0.0);
  EXPECT_LT(width(seen.midline_fat), width(pinched.midline_fat));
  EXPECT_NEAR(seen.midline_fat.low, 0.017 / 0.8 - 1.644854 * (0.017 / 0.8 - 0.017) / std::sqrt(3.0),
              1e-8);
}

TEST(Anthropometry, StopsIntervalsAtFloorsAndCeilings) {
  Person thin = woman();
  thin.weight = 45.0;
  thin.age = 20.0;
  EXPECT_DOUBLE_EQ(anthropometry(thin).midline_fat.low, 0.004);
  EXPECT_DOUBLE_EQ(anthropometry(thin).muscle_fat_fraction.low, 0.05);
  Person heavy = woman();
  heavy.weight = 150.0;
  heavy.age = 75.0;
  EXPECT_DOUBLE_EQ(anthropometry(heavy).body_fat_fraction.high, 0.60);
}

TEST(Anthropometry, WarnsWhereTheEquationsAreStretched) {
  EXPECT_TRUE(anthropometry(woman()).warnings.empty());
  Person person = woman();
  person.age = 88.0;
  person.weight = 40.0;
  const auto warnings = anthropometry(person).warnings;
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_EQ(warnings[0],
            "age 88 is above 80, the oldest age that the survey behind the equations tells apart");
  EXPECT_EQ(warnings[1],
            "body mass index 14.7 is outside 16 to 60 kg/m2, where the equations were fitted");
}

}  // namespace
}  // namespace coldplan::person
