#include "coldplan/injury/frost_grade.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

const std::vector<double> depths{0.0, 1e-3, 2e-3, 3e-3, 4e-3};

/// Skin of 2 mm with an epidermis of 0.1 mm, as cold as this at the surface, `slope` K/mm warmer
/// below.
struct Cold {
  explicit Cold(double surface, double slope) {
    for (std::size_t i = 0; i < depths.size(); ++i) {
      coldest.push_back(surface + slope * static_cast<double>(i));
    }
  }
  [[nodiscard]] ColdProfile profile() const { return {depths, coldest, 1e-4, 2e-3}; }
  std::vector<double> coldest;
};

// Gage & Baust 1998, quoted: pigment cells from −5 °C, dead tissue inside the isotherm of −22 °C.
TEST(DeadShare, IsFivePercentAtMinusFiveAndNinetyFiveAtMinusTwentyTwo) {
  EXPECT_NEAR(dead_share(-5.0), 0.05, 0.001);
  EXPECT_NEAR(dead_share(-22.0), 0.95, 0.001);
  Coefficients drawn = median_coefficients();
  drawn.half_dead_temperature = -8.5;
  EXPECT_DOUBLE_EQ(dead_share(-8.5, drawn), 0.5);
}

TEST(FrozenDepth, IsWhereTissueReachesItsFreezingPoint) {
  EXPECT_NEAR(frozen_depth(Cold(-5.0, 5.0).profile()), 0.89e-3, 1e-9);
  EXPECT_EQ(frozen_depth(Cold(-0.5, 5.0).profile()), 0.0);
  EXPECT_EQ(frozen_depth(Cold(-30.0, 1.0).profile()), 4e-3);
  EXPECT_EQ(frozen_depth({}), 0.0);
}

TEST(Grade, RisesThroughTheLayersAsTheColdGoesDeeper) {
  const Coefficients& median = median_coefficients();
  const auto grade = [&](double surface, double slope) {
    return grade_of(Cold(surface, slope).profile(), median);
  };
  EXPECT_EQ(grade(-6.0, 5.0), FrostGrade::frostnip);
  EXPECT_EQ(grade(-14.0, 10.0), FrostGrade::epidermis);
  EXPECT_EQ(grade(-20.0, 10.0), FrostGrade::upper_dermis);
  EXPECT_EQ(grade(-30.0, 10.0), FrostGrade::deep_dermis);
  EXPECT_EQ(grade(-40.0, 5.0), FrostGrade::below_skin);
}

TEST(Grade, FollowsTheDrawnTemperatureOfDeath) {
  Coefficients drawn = median_coefficients();
  drawn.half_dead_temperature = -8.5;
  EXPECT_EQ(grade_of(Cold(-10.0, 10.0).profile(), drawn), FrostGrade::upper_dermis);
  drawn.half_dead_temperature = -18.5;
  EXPECT_EQ(grade_of(Cold(-10.0, 10.0).profile(), drawn), FrostGrade::frostnip);
}

TEST(ColdProfile, NeedsRisingDepthsAndLayersInOrder) {
  const Cold cold{-5.0, 1.0};
  ColdProfile profile = cold.profile();
  EXPECT_TRUE(check(profile));
  EXPECT_TRUE(check(ColdProfile{}));
  profile.skin = profile.epidermis;
  EXPECT_EQ(check(profile).error().place, "profile.skin");
  const std::vector<double> turned{0.0, 2e-3, 1e-3, 3e-3, 4e-3};
  profile = {turned, cold.coldest, 1e-4, 2e-3};
  EXPECT_EQ(check(profile).error().place, "profile");
}

}  // namespace
}  // namespace coldplan::injury
