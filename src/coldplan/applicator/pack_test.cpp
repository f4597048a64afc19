#include "coldplan/applicator/pack.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::applicator {
namespace {

TEST(BoundaryOfAPack, StacksContactAndBarriersInSeries) {
  const Use towels{{Barrier::dry_towel, Barrier::wet_towel}, Wrap::none, 23.0};
  const bioheat::Boundary boundary = boundary_of(ice_bag().pack, towels);
  EXPECT_NEAR(boundary.resistance, 1.0 / 50.0 + 0.05 + 0.007, 1e-15);
}

TEST(BoundaryOfAPack, SpreadsItsHeatOverItsArea) {
  const bioheat::Boundary boundary = boundary_of(ice_bag().pack, {{}, Wrap::none, 23.0});
  ASSERT_TRUE(boundary.store.has_value());
  EXPECT_NEAR(boundary.store->latent_heat, 0.8 / 0.041 * 334e3, 1e-6);
  EXPECT_DOUBLE_EQ(boundary.store->air_temperature, 23.0);
}

TEST(WrappedConductance, GivesTheWrappedBagOfTheSameSubjects) {
  // Tomchuk 2010: fitted 27.7 loose, 39.6 Flex-i-Wrap, 51.6 elastic wrap.
  EXPECT_NEAR(wrapped_conductance(ice_bag().pack, Wrap::elastic), 51.6, 0.5);
  EXPECT_NEAR(wrapped_conductance(ice_bag().pack, Wrap::flexible), 39.6, 0.5);
  EXPECT_DOUBLE_EQ(wrapped_conductance(ice_bag().pack, Wrap::none), 50.0);
}

TEST(RoomAir, HoldsItsTemperature) {
  const bioheat::Boundary air = room_air(21.0);
  EXPECT_FALSE(air.store.has_value());
  EXPECT_DOUBLE_EQ(air.temperature, 21.0);
}

}  // namespace
}  // namespace coldplan::applicator
