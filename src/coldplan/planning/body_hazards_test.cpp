#include "coldplan/planning/body_hazards.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "coldplan/applicator/whole_body_form.h"

namespace coldplan::planning {
namespace {

const person::Person someone{person::Sex::female, 58.0, 1.65, 78.0};

BodyHazards hazards_of(const char* form) {
  return body_hazards(someone, simulation::usual_body_session(*applicator::whole_body_form(form)))
      .value();
}

const HazardRow* row_of(const BodyHazards& found, injury::Hazard hazard) {
  const auto row = std::find_if(found.hazards.begin(), found.hazards.end(),
                                [hazard](const HazardRow& each) { return each.hazard == hazard; });
  return row == found.hazards.end() ? nullptr : &*row;
}

TEST(BodyHazards, OfABathAreCoreAndColdShock) {
  const BodyHazards bath = hazards_of("cwi_still");
  const HazardRow* core = row_of(bath, injury::Hazard::core_hypothermia);
  ASSERT_NE(core, nullptr);
  EXPECT_GT(core->interval.median, 0.0);
  EXPECT_EQ(core->passed_share, 0.0);
  EXPECT_NE(row_of(bath, injury::Hazard::cold_shock_breaths), nullptr);
  EXPECT_EQ(row_of(bath, injury::Hazard::systolic_rise), nullptr);
  EXPECT_FALSE(bath.statements.empty());
}

TEST(BodyHazards, OfAChamberAreBloodPressureAndSkinFarBelowThatOfABath) {
  const BodyHazards chamber = hazards_of("wbc_electric_chamber");
  EXPECT_NE(row_of(chamber, injury::Hazard::systolic_rise), nullptr);
  EXPECT_EQ(row_of(chamber, injury::Hazard::cold_shock_breaths), nullptr);
  const HazardRow* freezing = row_of(chamber, injury::Hazard::skin_freezing);
  ASSERT_NE(freezing, nullptr);
  ASSERT_TRUE(freezing->passing);
  // Skin goes on falling for as long as nobody leaves.
  EXPECT_GT(freezing->passing->share, freezing->passed_share);
}

TEST(BodyHazards, TellOfFingersWhereRaynaudsIsSevereSoonerThanWhereItIsMild) {
  const auto session = simulation::usual_body_session(*applicator::whole_body_form("cwi_still"));
  const auto closing = [&](injury::RaynaudSeverity severity) {
    const auto found =
        body_hazards(someone, session, quantity::UnitSystem::metric, {severity, std::nullopt})
            .value();
    return row_of(found, injury::Hazard::finger_closing)->interval.median;
  };
  EXPECT_LT(closing(injury::RaynaudSeverity::severe), closing(injury::RaynaudSeverity::mild));
  EXPECT_EQ(row_of(hazards_of("cwi_still"), injury::Hazard::finger_closing), nullptr);
}

TEST(BodyHazards, TellOfOxygenWhereTheRoomOfANitrogenDeviceIsKnown) {
  const auto session =
      simulation::usual_body_session(*applicator::whole_body_form("pbc_ln2_cryosauna"));
  applicator::NitrogenRoom room;
  room.session = applicator::usual_session_nitrogen();
  const auto least = [&](double volume) {
    room.volume = volume;
    const auto found =
        body_hazards(someone, session, quantity::UnitSystem::metric, {std::nullopt, room});
    return row_of(found.value(), injury::Hazard::oxygen)->interval.median;
  };
  EXPECT_LT(least(15.0), least(60.0));
  EXPECT_EQ(row_of(hazards_of("pbc_ln2_cryosauna"), injury::Hazard::oxygen), nullptr);
}

TEST(BodyHazards, NameWhatIsWrongWithASession) {
  auto session = simulation::usual_body_session(*applicator::whole_body_form("cwi_still"));
  session.duration = -1.0;
  EXPECT_FALSE(body_hazards(someone, session));
}

}  // namespace
}  // namespace coldplan::planning
