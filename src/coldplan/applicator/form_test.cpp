#include "coldplan/applicator/form.h"

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::applicator {
namespace {

Use held(Hold hold) {
  return {{}, hold, 23.0};
}

TEST(BoundaryOfAPack, StacksContactAndBarriersInSeries) {
  const Use dressed{{Barrier::dry_towel, Barrier::dressing}, Hold::usual, 23.0};
  const bioheat::Boundary boundary = boundary_of(ice_bag(), dressed);
  EXPECT_NEAR(boundary.resistance, 1.0 / 50.0 + 0.05 + 0.09, 1e-15);
}

TEST(BoundaryOfAPack, SpreadsItsHeatOverItsArea) {
  const bioheat::Boundary boundary = boundary_of(ice_bag(), held(Hold::usual));
  ASSERT_TRUE(boundary.store.has_value());
  EXPECT_NEAR(boundary.store->latent_heat, 0.8 / 0.041 * 334e3, 1e-6);
  EXPECT_DOUBLE_EQ(boundary.store->air_temperature, 23.0);
}

TEST(ContactConductance, GivesTheWrappedBagOfTheSameSubjects) {
  // Tomchuk 2010: fitted 27.7 loose, 39.6 Flex-i-Wrap, 51.6 elastic wrap.
  EXPECT_NEAR(contact_conductance(*contact_of(ice_bag().source), held(Hold::loose)), 27.7, 0.5);
  EXPECT_NEAR(contact_conductance(*contact_of(ice_bag().source), held(Hold::elastic)), 51.6, 0.5);
  EXPECT_NEAR(contact_conductance(*contact_of(ice_bag().source), held(Hold::flexible)), 39.6, 0.5);
  EXPECT_DOUBLE_EQ(contact_conductance(*contact_of(ice_bag().source), held(Hold::usual)), 50.0);
}

TEST(ContactConductance, OfAWettedBagDoesNotAskHowItIsHeld) {
  for (const Hold hold : {Hold::usual, Hold::loose, Hold::elastic, Hold::flexible}) {
    EXPECT_DOUBLE_EQ(contact_conductance(*contact_of(ice_bag_wetted().source), held(hold)), 90.0);
  }
}

TEST(ContactConductance, RanksPacksAlikeHoweverTheyAreHeld) {
  for (const Hold hold : {Hold::usual, Hold::loose, Hold::elastic, Hold::flexible}) {
    EXPECT_GT(contact_conductance(*contact_of(ice_bag().source), held(hold)),
              contact_conductance(*contact_of(frozen_peas().source), held(hold)));
  }
}

TEST(WetTowel, KeepsNearlyAllTheCoolingOfABareBag) {
  // APPLICATORS: a wet cloth removes the air film, so that its net effect is near zero.
  const Use wet{{Barrier::wet_towel}, Hold::usual, 23.0};
  EXPECT_LE(boundary_of(ice_bag(), wet).resistance,
            boundary_of(ice_bag(), held(Hold::usual)).resistance);
}

TEST(Scaled, ChangesEveryWayOfTouchingAlike) {
  const Contact better = scaled(*contact_of(ice_bag().source), 1.5);
  for (const Hold hold : {Hold::usual, Hold::loose, Hold::elastic}) {
    EXPECT_DOUBLE_EQ(contact_conductance(better, held(hold)),
                     1.5 * contact_conductance(*contact_of(ice_bag().source), held(hold)));
  }
}

TEST(BoundaryOfATank, HoldsItsWaterWhileThereIsIce) {
  const bioheat::Boundary boundary = boundary_of(ice_water_machine(), held(Hold::usual));
  ASSERT_TRUE(boundary.store.has_value());
  // 3 kg of ice and 15 W of pump and room over a pad of 0.05 m².
  EXPECT_NEAR(boundary.store->latent_heat, 3.0 * 334e3 / 0.05, 1e-6);
  EXPECT_NEAR(boundary.store->steady_heat, 15.0 / 0.05, 1e-9);
  EXPECT_DOUBLE_EQ(boundary.store->melting_temperature, 5.0);
  EXPECT_NEAR(boundary.resistance, 1.0 / 60.0, 1e-15);
}

TEST(BoundaryOfAJet, MixesGasAndRoomByTheDwell) {
  Use swept = held(Hold::usual);
  swept.dwell = 0.1;
  const bioheat::Boundary boundary = boundary_of(cold_air_machine(), swept);
  const double room = 1.0 / room_air(23.0).resistance;
  EXPECT_NEAR(1.0 / boundary.resistance, 0.1 * 120.0 + 0.9 * room, 1e-12);
  // The flux into skin of any temperature is that of the two by turns.
  const double skin = 20.0;
  EXPECT_NEAR((skin - boundary.temperature) / boundary.resistance,
              0.1 * 120.0 * (skin + 10.0) + 0.9 * room * (skin - 23.0), 1e-9);
}

TEST(BoundaryOfAJet, HeldStillIsTheSpotAlone) {
  Use still = held(Hold::usual);
  still.dwell = 1.0;
  const bioheat::Boundary boundary = boundary_of(co2_jet(), still);
  EXPECT_DOUBLE_EQ(1.0 / boundary.resistance, 63.0);
  EXPECT_DOUBLE_EQ(boundary.temperature, -78.0);
}

TEST(BoundaryOfAGel, TakesWhatEvaporatesBesideTheRoom) {
  const bioheat::Boundary boundary = boundary_of(menthol_gel(), held(Hold::usual));
  EXPECT_DOUBLE_EQ(boundary.temperature, 23.0);
  ASSERT_TRUE(boundary.evaporation.has_value());
  EXPECT_DOUBLE_EQ(boundary.evaporation->heat_flux, 180.0);
  EXPECT_DOUBLE_EQ(boundary.evaporation->decay_time, 2400.0);
}

TEST(BoundaryOfMetal, IsItsContactTemperature) {
  Form metal = metal_precooled();
  auto& solid = std::get<Solid>(metal.source);
  // The table of the facts: steel at −4.9 °C brings skin of 32 °C to 0 °C, aluminium at −1.7 °C.
  solid.temperature = -4.9;
  EXPECT_NEAR(boundary_of(metal, held(Hold::usual)).temperature, 0.0, 0.05);
  solid.temperature = -110.0;
  EXPECT_NEAR(boundary_of(metal, held(Hold::usual)).temperature, -91.0, 0.5);
}

TEST(BoundaryOfWornMetal, GathersColdByItsExposedSide) {
  // The table of the facts: exposed to contact area 2, gas −110 °C: metal at 14.5 °C on skin whose
  // bare flux is 11 W/(m² K); q = h_g (A_g/A_c)(T_m − T_g).
  Form metal = metal_worn();
  std::get<Plate>(metal.source).temperature = exactly(-110.0);
  const bioheat::Boundary boundary = boundary_of(metal, held(Hold::usual));
  EXPECT_NEAR(boundary.resistance, 1.0 / 500.0 + 1.0 / (11.0 * 2.0), 1e-12);
}

TEST(Use, IsRefusedWhereItMeansNothing) {
  const auto refused = [](const Form& form, const Use& use) {
    const auto fit = check(form, use);
    return fit ? std::string{} : message(fit.error());
  };
  Use towel = held(Hold::usual);
  towel.barriers = {Barrier::dry_towel};
  EXPECT_EQ(refused(co2_jet(), towel),
            "barriers: local_co2_neurocryostimulation: works on bare skin only, leave it out");
  EXPECT_NE(refused(contact_plate(), held(Hold::elastic)), "");
  Use still = held(Hold::usual);
  still.dwell = 0.5;
  EXPECT_NE(refused(nitrogen_vapour(), still), "");
  still.dwell = 1.5;
  EXPECT_EQ(refused(cold_air_machine(), still),
            "dwell: 1.5 is not a share of the time over 0 and up to 1");
  EXPECT_NE(refused(home_air_machine(), held(Hold::usual)), "");
  EXPECT_EQ(refused(ice_bag(), towel), "");
  EXPECT_EQ(refused(compression_machine(), held(Hold::loose)), "");
}

TEST(RoomAir, HoldsItsTemperature) {
  const bioheat::Boundary air = room_air(21.0);
  EXPECT_FALSE(air.store.has_value());
  EXPECT_DOUBLE_EQ(air.temperature, 21.0);
}

}  // namespace
}  // namespace coldplan::applicator
