#include "coldplan/injury/face_wind.h"

#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

constexpr double slow = 16.0 / 3.6;
constexpr double fast = 32.0 / 3.6;
constexpr double minute = 60.0;

// The standard of 2001, worked by hand: 13.12 − 12.43 − 11.37·1.5583 − 7.93·1.5583.
TEST(WindChill, IsThatOfTheStandard) {
  EXPECT_NEAR(*wind_chill({-20.0, slow}), -29.39, 0.02);
  EXPECT_NEAR(*wind_chill({-40.0, fast}), -59.15, 0.02);
}

TEST(WindChill, IsRefusedForCabinsAndForWindsThatWereNotWatched) {
  EXPECT_EQ(wind_chill({-110.0, slow}).error().place, "air.temperature");
  EXPECT_EQ(frostnip_time({-110.0, slow}).error().place, "air.temperature");
  EXPECT_EQ(frostnip_share({-110.0, 0.0}).error().place, "air.temperature");
  EXPECT_EQ(wind_chill({-20.0, 0.0}).error().place, "air.wind");
  EXPECT_EQ(wind_chill({-20.0, 20.0}).error().place, "air.wind");
}

// ADA454525: 2 and 7 of 12 people at −20 °C, nobody of them in calm air of −20 °C.
TEST(FrostnipShare, IsThatOfThePeopleMeasured) {
  EXPECT_NEAR(*frostnip_share({-20.0, slow}), 2.0 / 12.0, 0.01);
  EXPECT_NEAR(*frostnip_share({-20.0, fast}), 7.0 / 12.0, 0.01);
  EXPECT_GT(*frostnip_share({-30.0, slow}), 0.99);
  EXPECT_NEAR(*frostnip_share({-50.0, 0.0}), 0.60, 0.02);
  EXPECT_LT(*frostnip_share({-20.0, 0.0}), 0.02);
}

// "At wind chill −40 bare cheeks freeze in about ten minutes."
TEST(FrostnipTime, IsAboutTenMinutesAtAWindChillOfMinusForty) {
  EXPECT_NEAR(frostnip_time_at(-40.0), 10.0 * minute, minute);
  Coefficients drawn = median_coefficients();
  drawn.frostnip_time_factor = 1.4;
  EXPECT_NEAR(frostnip_time_at(-40.0, drawn), 1.4 * frostnip_time_at(-40.0), 1e-9);
  EXPECT_NEAR(*frostnip_time({-40.0, slow}), 2.5 * minute, 0.2 * minute);
}

}  // namespace
}  // namespace coldplan::injury
