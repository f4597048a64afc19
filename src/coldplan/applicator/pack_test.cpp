#include "coldplan/applicator/pack.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::applicator {
namespace {

Use held(Hold hold) {
  return {{}, hold, 23.0};
}

TEST(BoundaryOfAPack, StacksContactAndBarriersInSeries) {
  const Use dressed{{Barrier::dry_towel, Barrier::dressing}, Hold::usual, 23.0};
  const bioheat::Boundary boundary = boundary_of(ice_bag().pack, dressed);
  EXPECT_NEAR(boundary.resistance, 1.0 / 50.0 + 0.05 + 0.09, 1e-15);
}

TEST(BoundaryOfAPack, SpreadsItsHeatOverItsArea) {
  const bioheat::Boundary boundary = boundary_of(ice_bag().pack, held(Hold::usual));
  ASSERT_TRUE(boundary.store.has_value());
  EXPECT_NEAR(boundary.store->latent_heat, 0.8 / 0.041 * 334e3, 1e-6);
  EXPECT_DOUBLE_EQ(boundary.store->air_temperature, 23.0);
}

TEST(ContactConductance, GivesTheWrappedBagOfTheSameSubjects) {
  // Tomchuk 2010: fitted 27.7 loose, 39.6 Flex-i-Wrap, 51.6 elastic wrap.
  EXPECT_NEAR(contact_conductance(ice_bag().pack, held(Hold::loose)), 27.7, 0.5);
  EXPECT_NEAR(contact_conductance(ice_bag().pack, held(Hold::elastic)), 51.6, 0.5);
  EXPECT_NEAR(contact_conductance(ice_bag().pack, held(Hold::flexible)), 39.6, 0.5);
  EXPECT_DOUBLE_EQ(contact_conductance(ice_bag().pack, held(Hold::usual)), 50.0);
}

TEST(ContactConductance, OfAWettedBagDoesNotAskHowItIsHeld) {
  for (const Hold hold : {Hold::usual, Hold::loose, Hold::elastic, Hold::flexible}) {
    EXPECT_DOUBLE_EQ(contact_conductance(ice_bag_wetted().pack, held(hold)), 90.0);
  }
}

TEST(ContactConductance, RanksPacksAlikeHoweverTheyAreHeld) {
  for (const Hold hold : {Hold::usual, Hold::loose, Hold::elastic, Hold::flexible}) {
    EXPECT_GT(contact_conductance(ice_bag().pack, held(hold)),
              contact_conductance(frozen_peas().pack, held(hold)));
  }
}

TEST(WetTowel, KeepsNearlyAllTheCoolingOfABareBag) {
  // APPLICATORS: a wet cloth removes the air film, so that its net effect is near zero.
  const Use wet{{Barrier::wet_towel}, Hold::usual, 23.0};
  EXPECT_LE(boundary_of(ice_bag().pack, wet).resistance,
            boundary_of(ice_bag().pack, held(Hold::usual)).resistance);
}

TEST(WithContact, ScalesEveryWayOfTouching) {
  const Pack better = with_contact(ice_bag().pack, 1.5);
  for (const Hold hold : {Hold::usual, Hold::loose, Hold::elastic}) {
    EXPECT_DOUBLE_EQ(contact_conductance(better, held(hold)),
                     1.5 * contact_conductance(ice_bag().pack, held(hold)));
  }
}

TEST(RoomAir, HoldsItsTemperature) {
  const bioheat::Boundary air = room_air(21.0);
  EXPECT_FALSE(air.store.has_value());
  EXPECT_DOUBLE_EQ(air.temperature, 21.0);
}

}  // namespace
}  // namespace coldplan::applicator
