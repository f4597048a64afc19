#include "coldplan/effect/sensation.h"

#include <array>

#include <gtest/gtest.h>

namespace coldplan::effect {
namespace {

// Campero 2001: cold fibres of healthy people begin to fire at 29.4 °C (SD 2.0).
TEST(Sensation, BeginsAsCoolBelowTwentyNine) {
  const Coefficients& c = median_coefficients();
  EXPECT_DOUBLE_EQ(cool_share(29.4, c), 0.5);
  EXPECT_NEAR(cool_share(27.4, c), 0.841, 1e-3);
  EXPECT_LT(cool_share(34.0, c), 0.02);
}

// ACSM 2006 (20 °C, hand and foot), Geng 2006 (15 °C, fingertip), Osczevski 1994 (10 °C, face).
TEST(Pain, ComesAtAnotherTemperatureAtEachSite) {
  const Coefficients& c = median_coefficients();
  EXPECT_DOUBLE_EQ(pain_share(Site::hand_or_foot, 20.0, c), 0.5);
  EXPECT_DOUBLE_EQ(pain_share(Site::fingertip, 15.0, c), 0.5);
  EXPECT_DOUBLE_EQ(pain_share(Site::face, 10.0, c), 0.5);
  EXPECT_NEAR(pain_share(Site::face, 16.0, c), 0.159, 1e-3);
}

TEST(Pain, OfTheLowerBackLiesBetweenThoseSitesSinceItWasNotMeasured) {
  const Coefficients& c = median_coefficients();
  EXPECT_LT(pain_temperature(Site::lower_back, c), pain_temperature(Site::hand_or_foot, c));
  EXPECT_GT(pain_temperature(Site::lower_back, c), pain_temperature(Site::face, c));
}

// Provins & Morton 1960: touch deteriorates below about 8 °C of the finger.
TEST(Numbness, ComesAboutEightDegrees) {
  const Coefficients& c = median_coefficients();
  EXPECT_DOUBLE_EQ(numb_share(8.0, c), 0.5);
  EXPECT_LT(numb_share(13.0, c), 0.01);
  EXPECT_GT(numb_share(3.0, c), 0.99);
}

// Klement 1992: from 23 to 28 °C of the vein wall to 72 to 100 % at 9 °C; goes on when skin is
// numb.
TEST(Ache, GrowsAsVeinsCoolAndGoesOnWhenTheSkinIsNumb) {
  const Coefficients& c = median_coefficients();
  EXPECT_EQ(ache_strength(30.0, c), 0.0);
  EXPECT_NEAR(ache_strength(9.0, c), 0.86, 1e-12);
  EXPECT_EQ(ache_strength(4.0, c), ache_strength(9.0, c));
  EXPECT_NEAR(ache_strength(17.25, c), 0.43, 1e-12);
}

TEST(Sensations, AreFirstCoolThenAcheThenNumb) {
  const std::array<double, 2> time{0.0, 600.0};
  const std::array<double, 2> skin{33.0, 3.0};
  const std::array<double, 2> veins{34.0, 10.0};
  const Sensations felt =
      sensations({time, skin}, {time, veins}, Site::lower_back, median_coefficients());
  ASSERT_TRUE(felt.cool && felt.ache && felt.numb && felt.pain);
  EXPECT_NEAR(*felt.cool, 72.0, 1e-9);
  EXPECT_LT(*felt.cool, *felt.ache);
  EXPECT_LT(*felt.ache, *felt.numb);
  EXPECT_NEAR(*felt.numb, 500.0, 1e-9);
}

TEST(Sensations, ComeAtTheThresholdOfTheDrawnPerson) {
  const std::array<double, 2> time{0.0, 600.0};
  const std::array<double, 2> skin{33.0, 3.0};
  Coefficients c = median_coefficients();
  c.pain_person = 6.0;
  c.cool_person = -2.0;
  const Sensations felt = sensations({time, skin}, {time, skin}, Site::face, c);
  EXPECT_NEAR(felt.pain.value(), 340.0, 1e-9);  // 16 °C
  EXPECT_NEAR(felt.cool.value(), 112.0, 1e-9);  // 27.4 °C
}

TEST(Sensations, DoNotComeWhereNothingIsCold) {
  const std::array<double, 2> time{0.0, 600.0};
  const std::array<double, 2> warm{33.0, 32.0};
  const Sensations felt =
      sensations({time, warm}, {time, warm}, Site::lower_back, median_coefficients());
  EXPECT_FALSE(felt.cool || felt.pain || felt.ache || felt.numb);
}

}  // namespace
}  // namespace coldplan::effect
