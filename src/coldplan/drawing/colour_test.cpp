#include "coldplan/drawing/colour.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::drawing {
namespace {

TEST(Colour, ReproducesTheEndsOfTheGreyAxis) {
  EXPECT_NEAR(from_lch(100.0, 0.0, 0.0).green, 1.0, 1e-4);
  EXPECT_NEAR(from_lch(0.0, 0.0, 0.0).blue, 0.0, 1e-6);
  // sRGB's primary red in CIE L*C*h under D65 (B. Lindbloom's calculator gives 53.24,
  // 104.55, 40.00).
  const Colour red = from_lch(53.24, 104.55, 40.0);
  EXPECT_NEAR(red.red, 1.0, 2e-3);
  EXPECT_NEAR(red.green, 0.0, 2e-2);
  EXPECT_NEAR(red.blue, 0.0, 2e-2);
}

TEST(Colour, OfTheMapRisesInLightnessByEqualSteps) {
  // Lightness survives sRGB only inside its gamut, so this also shows that nothing was clamped.
  for (int i = 0; i <= 50; ++i) {
    const double place = i / 50.0;
    EXPECT_NEAR(lightness(cold_colour(place)), 20.0 + 77.0 * place, 0.05) << place;
  }
}

TEST(Colour, OfFrostGetsLighterTheColderAndCarriesWhite) {
  for (int i = 0; i <= 50; ++i) {
    const double place = i / 50.0;
    const Colour ground = frost_colour(place);
    EXPECT_NEAR(lightness(ground), 20.0 + 29.0 * place, 0.05) << place;
    EXPECT_GE(contrast(ground, white), 4.5) << place;
  }
}

TEST(Colour, OfACurveIsReadableTextOnWhite) {
  for (int i = 0; i <= 10; ++i) {
    EXPECT_GE(contrast(depth_colour(i / 10.0), white), 4.5) << i;  // WCAG 2.1, level AA
  }
  EXPECT_GE(contrast(quiet, white), 5.0);
}

TEST(Colour, OfNeighbouringCurvesDiffersInLightnessToo) {
  for (int i = 0; i < 5; ++i) {
    EXPECT_GT(lightness(depth_colour((i + 1) / 5.0)) - lightness(depth_colour(i / 5.0)), 3.0) << i;
  }
}

TEST(Colour, OfTextReadsOnEveryColourOfTheMap) {
  for (int i = 0; i <= 50; ++i) {
    const Colour ground = cold_colour(i / 50.0);
    EXPECT_GE(contrast(readable_on(ground), ground), 3.9) << i;
  }
}

TEST(Colour, ContrastOfBlackAndWhiteIsTwentyOne) {
  EXPECT_NEAR(contrast({0.0, 0.0, 0.0}, white), 21.0, 1e-3);
  EXPECT_NEAR(contrast(white, {0.0, 0.0, 0.0}), 21.0, 1e-3);
}

}  // namespace
}  // namespace coldplan::drawing
