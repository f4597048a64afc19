#include "coldplan/applicator/bath.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

namespace coldplan::applicator {
namespace {

namespace id = facts::id::applicators;

constexpr double minute = 60.0;

Bath usual_bath() {
  return {0.2, 20.0, 10.0, 10.0 * minute};
}

std::string refusal(const Bath& bath) {
  const auto plan = plan_bath(bath);
  return plan ? std::string{"accepted"} : message(plan.error());
}

TEST(Bath, NeedsTheIceOfTheSource) {
  EXPECT_NEAR(ice_to_cool(200.0, 20.0, 10.0), 22.0, 0.5);
  EXPECT_NEAR(ice_to_cool(200.0, 20.0, 15.0), 10.5, 0.1);
}

TEST(Bath, ClosesTheBalanceOfHeatWithItsIce) {
  const double ice = ice_to_cool(200.0, 20.0, 10.0);
  const double heat = facts::value(id::water_specific_heat);
  const double given = 200.0 * heat * 10.0;
  const double taken = ice * (facts::value(id::ice_latent_heat) + heat * 10.0);
  EXPECT_NEAR(given / taken, 1.0, 1e-12);
}

TEST(Bath, NeedsNoIceForWaterThatIsColdEnough) {
  EXPECT_EQ(ice_to_cool(200.0, 10.0, 10.0), 0.0);
}

TEST(Bath, GivesTheHeatOfTheSourceAtItsMinute) {
  const double source = facts::value(id::cwi_still_model_energy_15_min);
  EXPECT_DOUBLE_EQ(heat_of_bather(15.0 * minute).low, source);
  // Stirred water took 13 to 17 % more in the reference model.
  EXPECT_NEAR(heat_of_bather(15.0 * minute).high / source, 1.15, 0.03);
}

TEST(Bath, BoundsTheHeatOfAFluxThatFallsThroughTheThreeOfTheSource) {
  // A straight line from minute 5 to 15 is one such flux.
  const auto heat_by_lines = [](double minutes) {
    const double q5 = facts::value(id::cwi_still_model_flux_minute_5);
    const double q15 = facts::value(id::cwi_still_model_flux_minute_15);
    const double whole = facts::value(id::cwi_still_model_energy_15_min);
    const double slope = (q15 - q5) / (10.0 * minute);
    const double rest = (15.0 - minutes) * minute;
    return whole - rest * (q15 - 0.5 * slope * rest);
  };
  for (const double minutes : {5.0, 8.0, 10.0, 14.0}) {
    const Between heat = heat_of_bather(minutes * minute);
    EXPECT_LE(heat.low, heat_by_lines(minutes)) << minutes;
    EXPECT_GE(heat.high, heat_by_lines(minutes)) << minutes;
  }
}

TEST(Bath, TakesMoreHeatTheLongerThePersonStays) {
  Between before{0.0, 0.0};
  for (const double minutes : {0.5, 1.0, 3.0, 5.0, 10.0, 14.9, 15.0}) {
    const Between heat = heat_of_bather(minutes * minute);
    EXPECT_GT(heat.low, 0.0);
    EXPECT_GE(heat.low, before.low) << minutes;
    EXPECT_GT(heat.high, before.high) << minutes;
    EXPECT_LE(heat.low, heat.high) << minutes;
    before = heat;
  }
}

TEST(Bath, TellsOfTheTimeThatTheSourceCoversAlone) {
  Bath bath = usual_bath();
  bath.duration = 15.0 * minute;
  const BathPlan covered = plan_bath(bath).value();
  EXPECT_EQ(covered.counted, bath.duration);
  bath.duration = 60.0 * minute;
  const BathPlan longer = plan_bath(bath).value();
  EXPECT_EQ(longer.counted, covered.counted);
  EXPECT_EQ(longer.heat.low, covered.heat.low);
  EXPECT_EQ(longer.heat.high, covered.heat.high);
  EXPECT_GT(longer.heat.low, 0.8 * longer.heat.high);
}

TEST(Bath, IsWarmedNoFurtherThanToTheSkin) {
  for (const double to : {10.0, 30.0, 33.0, 34.0, 35.0}) {
    for (const double volume : {0.01, 0.05, 0.2}) {
      const BathPlan plan = plan_bath({volume, 40.0, to, 60.0 * minute}).value();
      EXPECT_LE(to + plan.warming.high, std::max(to, skin_at_rest())) << to << " " << volume;
      EXPECT_GE(plan.warming.low, 0.0);
      EXPECT_LE(plan.warming.low, plan.warming.high);
    }
  }
  EXPECT_TRUE(plan_bath({0.01, 20.0, 10.0, 15.0 * minute}).value().warms_to_skin);
  EXPECT_FALSE(plan_bath(usual_bath()).value().warms_to_skin);
}

TEST(Bath, WarmsByWhatTheSourceSaysIfNoIceIsAdded) {
  Bath bath = usual_bath();
  bath.duration = 15.0 * minute;
  EXPECT_NEAR(plan_bath(bath).value().warming.low, 1.2, 0.05);
  bath.volume = 0.3;
  EXPECT_NEAR(plan_bath(bath).value().warming.low, 0.8, 0.05);
}

TEST(Bath, HoldsItsColdWithTheIceThatTakesTheHeatOfThePerson) {
  const BathPlan plan = plan_bath(usual_bath()).value();
  const double per_ice =
      facts::value(id::ice_latent_heat) + 10.0 * facts::value(id::water_specific_heat);
  EXPECT_NEAR(plan.ice_to_hold.low * per_ice / plan.heat.low, 1.0, 1e-12);
  EXPECT_NEAR(plan.ice_to_hold.high * per_ice / plan.heat.high, 1.0, 1e-12);
  EXPECT_NEAR(plan.water_of_ice * 1e3, plan.ice_to_cool, 1e-9);
}

TEST(Bath, RefusesWhatIceCannotDo) {
  Bath bath = usual_bath();
  bath.to = 25.0;
  EXPECT_EQ(refusal(bath), "to: 25 is not a temperature that ice cools water of 20 °C to");
  for (const double to : {0.0, -5.0, std::nan("")}) {
    bath.to = to;
    EXPECT_THAT(refusal(bath), ::testing::EndsWith("is not a temperature of water above 0 °C"));
  }
  bath.from = 70.0;
  bath.to = 36.0;
  EXPECT_EQ(refusal(bath), "to: 36 is not a temperature of a cold bath (at most 35 °C)");
  bath = usual_bath();
  bath.from = std::nan("");
  EXPECT_THAT(refusal(bath), ::testing::StartsWith("from: "));
  bath = usual_bath();
  bath.volume = 0.0;
  EXPECT_THAT(refusal(bath), ::testing::StartsWith("volume: "));
  bath = usual_bath();
  bath.duration = -1.0;
  EXPECT_THAT(refusal(bath), ::testing::StartsWith("duration: "));
}

TEST(Bath, KnowsWhereColdShockIsDescribedAndWhereBathsInUseEnd) {
  EXPECT_TRUE(may_shock(15.0));
  EXPECT_FALSE(may_shock(16.0));
  EXPECT_TRUE(is_colder_than_in_use(9.0));
  EXPECT_FALSE(is_colder_than_in_use(10.0));
}

TEST(Bath, HasNoNumberForTheLossToTheRoom) {
  EXPECT_FALSE(facts::known(id::cwi_still_room_conductance));
}

}  // namespace
}  // namespace coldplan::applicator
