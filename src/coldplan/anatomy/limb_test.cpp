#include "coldplan/anatomy/limb.h"

#include <cstdint>

#include <gtest/gtest.h>

namespace coldplan::anatomy {
namespace {

TEST(LimbColumn, FillsItsGirthFromSkinToAxis) {
  const NamedColumn calf = limb_column({25.0, 0.39, 0.0018, 0.0075}).value();
  EXPECT_NEAR(bioheat::depth_of(calf.column), 0.39 / 6.283185307, 1e-9);
  EXPECT_EQ(calf.column.geometry, bioheat::Geometry::cylindrical);
  EXPECT_FALSE(calf.column.inner_temperature.has_value());
  EXPECT_TRUE(bioheat::check(calf.column).has_value());
}

TEST(LimbColumn, OffersOnlyTheMuscleDepthsItHas) {
  const NamedColumn forearm = limb_column({25.0, 0.22, 0.0018, 0.004}).value();
  EXPECT_EQ(forearm.landmarks.back().name, landmark::muscle_1cm);
}

TEST(LimbColumn, RefusesAGirthThatCannotHoldItsLayers) {
  const auto finger = limb_column({25.0, 0.06, 0.0018, 0.004});
  ASSERT_FALSE(finger.has_value());
  EXPECT_EQ(finger.error().place, "limb.girth");
}

TEST(LimbColumn, IsPhysicalInEveryDraw) {
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const auto calf = limb_column({25.0, 0.39, 0.0018, 0.0075}, posterior::draw(6, i));
    ASSERT_TRUE(calf.has_value()) << i;
    ASSERT_TRUE(bioheat::check(calf->column).has_value()) << i;
  }
}

}  // namespace
}  // namespace coldplan::anatomy
