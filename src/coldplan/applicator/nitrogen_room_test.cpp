#include "coldplan/applicator/nitrogen_room.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::applicator {
namespace {

constexpr double litre = 1e-3;
constexpr double hour = 3600.0;

double percent(double fraction) {
  return std::round(fraction * 1e3) / 10.0;
}

NitrogenRoom small_room() {
  NitrogenRoom room;
  room.volume = 30.0;
  room.session = exactly(8.0 * litre);
  return room;
}

TEST(NitrogenRoom, GivesTheOxygenOfTheSourceAfterOneSession) {
  struct Row {
    double litres;
    double room;
    double mixed;
    double displaced;
  };
  for (const Row& row :
       {Row{8.0, 30.0, 17.4, 17.0}, Row{8.0, 50.0, 18.7, 18.6}, Row{4.0, 30.0, 19.1, 19.0}}) {
    const double gas = gas_of_nitrogen(row.litres * litre);
    EXPECT_DOUBLE_EQ(percent(oxygen_mixed(gas, row.room)), row.mixed);
    EXPECT_DOUBLE_EQ(percent(oxygen_displaced(gas, row.room)), row.displaced);
  }
}

TEST(NitrogenRoom, NeedsTheVentilationOfTheSource) {
  NitrogenRoom room = small_room();
  room.session_rate = 6.0 / hour;
  const SteadyUse use = oxygen_in(room).value().steady.value();
  EXPECT_NEAR(use.air_needed.usual * hour, 464.0, 0.5);
  EXPECT_NEAR(use.air_needed_in_session.usual * hour, 1550.0, 10.0);
  EXPECT_FALSE(use.oxygen.has_value());
}

TEST(NitrogenRoom, ComesToTheLimitWithTheVentilationForIt) {
  const double gas_flow = 0.01;
  const double air_flow = air_flow_for(oxygen_limit(), gas_flow);
  EXPECT_NEAR(oxygen_steady(gas_flow, air_flow), oxygen_limit(), 1e-12);
}

TEST(NitrogenRoom, AgreesWithTheBalanceOfOxygenStepByStep) {
  // Explicit steps of V dC/dt = Q C0 - (Q + q) C until nothing changes.
  const double gas_flow = 0.01;
  const double air_flow = 0.1;
  double oxygen = 0.209;
  for (int step = 0; step < 20000; ++step) {
    oxygen += (air_flow * 0.209 - (air_flow + gas_flow) * oxygen) / 30.0;
  }
  EXPECT_NEAR(oxygen_steady(gas_flow, air_flow), oxygen, 1e-9);
}

TEST(NitrogenRoom, FallsToTheLimitInTheTimeThatTheMixedFormulaTakes) {
  const double gas_flow = 0.001;
  const double time = time_to(oxygen_limit(), gas_flow, 30.0);
  EXPECT_NEAR(oxygen_mixed(gas_flow * time, 30.0), oxygen_limit(), 1e-12);
}

TEST(NitrogenRoom, SaysOfALeakWhatOxfordSays) {
  // 1 L/h of liquid is 0.694 m³/h of gas; in 30 m³ changed once an hour that is 2.3 % nitrogen.
  NitrogenRoom room = small_room();
  room.leak = litre / hour;
  EXPECT_NEAR(oxygen_in(room).value().leak->time_to_limit.value() / hour, 3.0, 0.01);
  EXPECT_FALSE(oxygen_in(room).value().leak->oxygen.has_value());
  room.air_change_rate = 1.0 / hour;
  EXPECT_NEAR(oxygen_in(room).value().leak->oxygen.value(), 0.209 * (1.0 - 0.694 / 30.0), 1e-12);
  EXPECT_FALSE(oxygen_in(room).value().leak->time_to_limit.has_value());
}

TEST(NitrogenRoom, LeavesNoOxygenWhereNitrogenFillsTheRoom) {
  NitrogenRoom room = small_room();
  room.vessel = 180.0 * litre;
  room.air_change_rate = 0.1 / hour;
  room.leak = 100.0 * litre / hour;
  const OxygenInRoom answer = oxygen_in(room).value();
  EXPECT_EQ(answer.release.value(), 0.0);
  EXPECT_EQ(answer.leak->oxygen.value(), 0.0);
  EXPECT_EQ(answer.lowest, 0.0);
  EXPECT_EQ(oxygen_displaced(40.0, 30.0), 0.0);
}

TEST(NitrogenRoom, ReleasesAVesselAsOxfordComputesIt) {
  NitrogenRoom room = small_room();
  room.vessel = 10.0 * litre;
  EXPECT_NEAR(oxygen_in(room).value().release.value(), 0.21 * (30.0 - 6.94) / 30.0, 1e-12);
}

TEST(NitrogenRoom, TurnsTheSpreadOfNitrogenIntoOneOfOxygen) {
  NitrogenRoom room = small_room();
  room.session = usual_session_nitrogen();
  room.session_rate = 2.0 / hour;
  room.air_change_rate = 5.0 / hour;
  const OxygenInRoom answer = oxygen_in(room).value();
  for (const Spread& spread : {answer.mixed, answer.displaced, answer.steady->oxygen.value(),
                               answer.steady->air_needed, answer.steady->air_needed_in_session}) {
    EXPECT_LT(spread.low, spread.usual);
    EXPECT_LT(spread.usual, spread.high);
  }
  EXPECT_EQ(answer.lowest, answer.displaced.low);
}

TEST(NitrogenRoom, RefusesWhatIsNotPositive) {
  NitrogenRoom room = small_room();
  room.volume = 0.0;
  EXPECT_EQ(message(oxygen_in(room).error()), "volume: 0 is not a number above 0");
  room = small_room();
  room.air_change_rate = 0.0;
  EXPECT_THAT(message(oxygen_in(room).error()), ::testing::StartsWith("air_change_rate: 0"));
  room = small_room();
  room.leak = std::nan("");
  EXPECT_THAT(message(oxygen_in(room).error()), ::testing::StartsWith("leak: nan"));
}

}  // namespace
}  // namespace coldplan::applicator
