#include "coldplan/simulation/body_session.h"

#include <optional>

#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

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

TEST(BodySession, NeverEntersTheMainRoomWithinTheTimeOfTheAntechamber) {
  BodySession session = usual_body_session(applicator::electric_chamber());
  EXPECT_TRUE(enters_main_room(session));
  session.duration = 30.0;
  EXPECT_FALSE(enters_main_room(session));
  ASSERT_EQ(stages_of(session).size(), 2U);
  EXPECT_EQ(stages_of(session)[0].around[place_of(Site::lumbar)].gas_temperature, -60.0);
  for (BodySession without : {usual_body_session(applicator::forced_air_chamber()),
                              usual_body_session(applicator::nitrogen_cryosauna()),
                              usual_body_session(applicator::still_bath())}) {
    without.duration = 5.0;
    EXPECT_TRUE(enters_main_room(without)) << without.form.id;
  }
}

/// The film on a bare site in the main room.
double film(const applicator::WholeBodyForm& form, std::optional<double> speed, Site site,
            const posterior::Draw& draw = posterior::median()) {
  const auto set = speed ? applicator::with_air_speed(form, *speed).value() : form;
  const auto stages = stages_of(usual_body_session(applicator::drawn(set, draw)));
  return stages[stages.size() - 2].around[place_of(site)].convection;
}

TEST(BodySession, HasTheFilmOfAKnownSpeedInAChamberWithFans) {
  const applicator::WholeBodyForm fans = applicator::forced_air_chamber();
  namespace id = facts::id::applicators;
  EXPECT_EQ(film(fans, std::nullopt, Site::back), 22.0);
  EXPECT_NEAR(film(fans, 0.5, Site::back),
              facts::value(id::wbc_forced_air_chamber_h_c_back_speed_0_5), 0.2);
  EXPECT_NEAR(film(fans, 1.0, Site::back),
              facts::value(id::wbc_forced_air_chamber_h_c_back_speed_1), 0.2);
  EXPECT_NEAR(film(fans, 2.3, Site::back),
              facts::value(id::wbc_forced_air_chamber_h_c_back_speed_2_3), 0.2);
  EXPECT_LT(film(fans, 0.5, Site::chest), film(fans, 0.5, Site::back));
}

TEST(BodySession, LeavesNaturalConvectionWhereTheAirOfAChamberHardlyMoves) {
  for (const auto& form : {applicator::electric_chamber(), applicator::forced_air_chamber()}) {
    for (const Site site : {Site::chest, Site::back, Site::thigh, Site::lumbar}) {
      EXPECT_EQ(film(form, 0.0, site), 8.0) << form.id;
      EXPECT_EQ(film(form, 0.1, site), 8.0) << form.id;
      EXPECT_GT(film(form, 1.0, site), 12.0) << form.id;
    }
  }
}

TEST(BodySession, DrawsNoFilmOfAKnownSpeed) {
  posterior::Scores scores{};
  scores[posterior::place_of(posterior::Score::jet)] = posterior::score_p95;
  const posterior::Draw windier = posterior::draw_of(scores);
  for (const auto& form : {applicator::electric_chamber(), applicator::forced_air_chamber()}) {
    EXPECT_GT(film(form, std::nullopt, Site::back, windier),
              film(form, std::nullopt, Site::back) + 1.0);
    for (const double speed : {0.0, 1.0}) {
      EXPECT_EQ(film(form, speed, Site::back, windier), film(form, speed, Site::back)) << form.id;
    }
  }
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

TEST(BodySession, WearsAsThicklyAsADrawHasIt) {
  const auto clothing = [](posterior::Score score, double high, std::size_t stage, Site site) {
    posterior::Scores scores{};
    scores[posterior::place_of(score)] = high;
    return stages_of(usual_body_session(applicator::electric_chamber()),
                     posterior::draw_of(scores))[stage]
        .around[place_of(site)]
        .clothing;
  };
  using posterior::Score;
  const double high = posterior::score_p95;
  EXPECT_NEAR(clothing(Score::gloves_and_shoes, high, 1, Site::hand), 0.31, 1e-9);
  EXPECT_NEAR(clothing(Score::gloves_and_shoes, -high, 1, Site::foot), 0.1085, 1e-9);
  EXPECT_NEAR(clothing(Score::underwear, high, 1, Site::pelvis), 0.0775, 1e-9);
  EXPECT_NEAR(clothing(Score::underwear, high, 1, Site::head), 0.124, 1e-9);
  EXPECT_NEAR(clothing(Score::clothes_after, high, 2, Site::chest), 0.2325, 1e-9);
  EXPECT_EQ(clothing(Score::clothes_after, high, 1, Site::chest), 0.0);
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
