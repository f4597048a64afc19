#include "coldplan/simulation/body_session.h"

#include <gtest/gtest.h>

namespace coldplan::simulation {
namespace {

using thermoregulation::place_of;
using thermoregulation::Site;

TEST(BodySession, GoesThroughTheAntechamberFirst) {
  const auto stages = stages_of(usual_body_session(applicator::electric_chamber()));
  ASSERT_EQ(stages.size(), 3U);
  EXPECT_EQ(stages[0].duration, 30.0);
  EXPECT_EQ(stages[1].duration, 150.0);
  EXPECT_EQ(stages[2].duration, 7200.0);
  EXPECT_EQ(stages[0].around[place_of(Site::lumbar)].gas_temperature, -60.0);
  EXPECT_EQ(stages[1].around[place_of(Site::lumbar)].gas_temperature, -95.0);
}

TEST(BodySession, KeepsTheHeadOutOfACryosaunaAndInAChamber) {
  const auto cabin = stages_of(usual_body_session(applicator::nitrogen_cryosauna()));
  EXPECT_EQ(cabin[0].around[place_of(Site::head)].gas_temperature, 23.0);
  EXPECT_EQ(cabin[0].around[place_of(Site::chest)].gas_temperature, -25.0);
  const auto chamber = stages_of(usual_body_session(applicator::electric_chamber()));
  EXPECT_EQ(chamber[1].around[place_of(Site::head)].gas_temperature, -95.0);
}

TEST(BodySession, CoversHandsAndFeetAndLeavesTheLowerBackBare) {
  const auto stages = stages_of(usual_body_session(applicator::electric_chamber()));
  EXPECT_GT(stages[1].around[place_of(Site::hand)].clothing, 0.0);
  EXPECT_GT(stages[1].around[place_of(Site::foot)].clothing, 0.0);
  EXPECT_EQ(stages[1].around[place_of(Site::lumbar)].clothing, 0.0);
}

TEST(BodySession, PutsUnderWaterWhatTheDepthSays) {
  BodySession session = usual_body_session(applicator::still_bath());
  const auto wet = [&](Site site) { return stages_of(session)[0].around[place_of(site)].in_water; };
  EXPECT_TRUE(wet(Site::chest));
  EXPECT_FALSE(wet(Site::head));
  session.immersed = ImmersedTo::waist;
  EXPECT_FALSE(wet(Site::chest));
  EXPECT_TRUE(wet(Site::lumbar));
  session.immersed = ImmersedTo::hip;
  EXPECT_FALSE(wet(Site::lumbar));
  EXPECT_TRUE(wet(Site::foot));
}

TEST(BodySession, WarmsABathThatNobodyHolds) {
  BodySession session = usual_body_session(applicator::still_bath());
  // 200 L of water, 4186 J/(kg K)
  EXPECT_NEAR(bath_of(session)->capacity, 200.0 * 4186.0, 0.01 * 200.0 * 4186.0);
  session.bath_is_held = true;
  EXPECT_GT(bath_of(session)->capacity, 1e20);
}

TEST(BodySession, IsRefusedWithItsPlaceWhereItIsNone) {
  BodySession session = usual_body_session(applicator::still_bath());
  session.duration = -1.0;
  EXPECT_EQ(check(session).error().place, "session.duration");
  session = usual_body_session(applicator::still_bath());
  session.room_temperature = 80.0;
  EXPECT_EQ(check(session).error().place, "session.room_temperature");
  EXPECT_EQ(immersed_from("ankle", "--immersed").error().place, "--immersed");
}

}  // namespace
}  // namespace coldplan::simulation
