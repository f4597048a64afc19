#include "coldplan/injury/proximity.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/injury/example_exposure.h"

namespace coldplan::injury {
namespace {

constexpr double minute = 60.0;
constexpr double hour = 3600.0;

const Proximity& of(const std::vector<Proximity>& near, Hazard hazard) {
  return *std::find_if(near.begin(), near.end(),
                       [hazard](const Proximity& each) { return each.hazard == hazard; });
}

bool has(const std::vector<Proximity>& near, Hazard hazard) {
  return std::any_of(near.begin(), near.end(),
                     [hazard](const Proximity& each) { return each.hazard == hazard; });
}

TEST(Hazards, AreInTheOrderOfTheirEnumeratorsWithIdsOfTheirOwn) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < hazard_count; ++i) {
    const HazardInfo& each = hazards()[i];
    EXPECT_EQ(static_cast<std::size_t>(each.hazard), i);
    EXPECT_FALSE(each.name.empty());
    EXPECT_FALSE(each.rests_on.empty());
    ids.insert(each.id);
  }
  EXPECT_EQ(ids.size(), hazard_count);
}

// EFFECTS, worked check: frozen peas for 20 min on the thigh, skin 10.8, nerve 22 °C: no dose of
// the nerve, nothing frozen.
TEST(Proximities, OfPeasOnAThighAreFarFromFreezingAndFromHarmOfTheNerve) {
  const ExampleExposure peas;
  const auto near = proximities(peas.exposure());
  ASSERT_TRUE(near);
  EXPECT_NEAR(of(*near, Hazard::skin_freezing).value, 10.8 + 3.7, 1e-9);
  EXPECT_FALSE(of(*near, Hazard::skin_freezing).passed);
  EXPECT_EQ(of(*near, Hazard::nerve_warning).value, 0.0);
  EXPECT_EQ(of(*near, Hazard::frozen_depth).value, 0.0);
  EXPECT_FALSE(of(*near, Hazard::frost_grade).passed);
  // Under 18.3 °C on lines from 33 to 10.8 °C in 60 s and from 10.8 to 30 °C in 1200 s.
  const double cold = 1200.0 - 60.0 * (33.0 - 18.3) / 22.2 + 1200.0 * (18.3 - 10.8) / 19.2;
  EXPECT_NEAR(of(*near, Hazard::machine_hours).value, cold / (2.0 * hour), 1e-12);
  EXPECT_NEAR(of(*near, Hazard::low_flow).value, 1.0 / 3.0, 1e-12);
  EXPECT_FALSE(has(*near, Hazard::oxygen));
  EXPECT_FALSE(has(*near, Hazard::systolic_rise));
}

TEST(Proximities, TellWhenASessionThatGoesOnPassesItsLimits) {
  const ExampleExposure peas;
  const Exposure exposure = peas.exposure();
  const auto near = *proximities(exposure);
  // The skin goes on at 10.8 °C, so the two hours of machines pass, and freezing never comes.
  EXPECT_NEAR(*of(near, Hazard::machine_hours).reached, 2.0 * hour + minute, minute);
  EXPECT_FALSE(of(near, Hazard::skin_freezing).reached.has_value());
  EXPECT_EQ(*horizon(exposure, Hazard::skin_freezing), 3.0 * hour);
  EXPECT_EQ(*of(near, Hazard::low_flow).reached, hour);
  EXPECT_TRUE(std::isinf(*horizon(exposure, Hazard::low_flow)));
  EXPECT_FALSE(horizon(exposure, Hazard::core_stop).has_value());
}

TEST(Proximities, OfWetSkinUnderAFilmOfMinusTwentyAreFrozenWithAGrade) {
  ExampleExposure spray;
  spray.hold_skin(-20.0);
  Exposure exposure = spray.exposure();
  exposure.skin_state = SkinState::wet;
  const auto near = *proximities(exposure);
  EXPECT_TRUE(of(near, Hazard::skin_freezing).passed);
  EXPECT_GT(of(near, Hazard::ice_crossing).value, 1.0);
  EXPECT_GT(of(near, Hazard::frozen_depth).value, 0.0);
  EXPECT_EQ(of(near, Hazard::frost_grade).value, static_cast<double>(FrostGrade::upper_dermis));
  EXPECT_TRUE(of(near, Hazard::frost_grade).passed);
}

TEST(Proximities, OfABathTellOfShockAndOfTheCoreByTheFormula) {
  Exposure bath;
  bath.age = 58.0;
  bath.removal = 10.0 * minute;
  bath.water = 10.0;
  const auto near = *proximities(bath);
  EXPECT_NEAR(of(near, Hazard::cold_shock_breaths).value, 47.3, 1e-9);
  EXPECT_NEAR(*of(near, Hazard::bath_core_hypothermia).reached / minute, 44.0, 0.5);
  EXPECT_FALSE(of(near, Hazard::bath_core_hypothermia).passed);
  EXPECT_FALSE(has(near, Hazard::skin_freezing));
  EXPECT_FALSE(of(near, Hazard::cold_shock_breaths).passed);
}

TEST(Proximities, OfANitrogenCabinTellOfPressureAndOxygen) {
  Exposure cabin;
  cabin.age = 65.0;
  cabin.removal = 3.0 * minute;
  cabin.cabin = Cabin::head_out;
  applicator::NitrogenRoom room;
  room.volume = 30.0;
  room.session = applicator::usual_session_nitrogen();
  cabin.nitrogen = room;
  const auto near = *proximities(cabin);
  EXPECT_NEAR(of(near, Hazard::systolic_rise).value, 38.0, 1e-9);
  EXPECT_NEAR(of(near, Hazard::heart_rate_change).value, -0.109, 1e-9);
  EXPECT_TRUE(of(near, Hazard::oxygen).passed);
  EXPECT_FALSE(horizon(cabin, Hazard::oxygen).has_value());
}

TEST(Proximities, OfColdFingersDependOnSeverityAndMetalOnItsLimits) {
  ExampleExposure hands;
  Exposure exposure = hands.exposure();
  exposure.session.finger = exposure.session.nerve;  // 22 °C at the coldest
  exposure.raynaud = RaynaudSeverity::severe;
  exposure.cold_metal = applicator::Solid{-18.0, 7700.0, 1180.0, 32.0};
  const auto near = *proximities(exposure);
  EXPECT_NEAR(of(near, Hazard::finger_closing).value, 22.0 - 25.53, 1e-9);
  EXPECT_GT(of(near, Hazard::finger_closed_share).value, 0.99);
  EXPECT_EQ(*of(near, Hazard::cold_metal).reached, 0.0);
  exposure.raynaud = RaynaudSeverity::mild;
  EXPECT_FALSE(of(*proximities(exposure), Hazard::finger_closing).passed);
}

TEST(Proximities, AreTheSameListInEveryDraw) {
  const ExampleExposure peas;
  const Exposure exposure = peas.exposure();
  const auto first = *proximities(exposure);
  for (std::uint64_t i = 0; i < 40; ++i) {
    const auto other = *proximities(exposure, drawn_coefficients(11, i));
    ASSERT_EQ(other.size(), first.size());
    for (std::size_t k = 0; k < first.size(); ++k) {
      EXPECT_EQ(other[k].hazard, first[k].hazard);
    }
  }
}

TEST(Exposure, ThatCannotBeIsRefusedWithItsPlace) {
  const ExampleExposure peas;
  Exposure exposure = peas.exposure();
  exposure.removal = 0.0;
  EXPECT_EQ(proximities(exposure).error().place, "removal");
  exposure = peas.exposure();
  exposure.age = std::nan("");
  EXPECT_EQ(proximities(exposure).error().place, "age");
  exposure = peas.exposure();
  exposure.session.nerve.temperature = exposure.session.nerve.temperature.first(1);
  EXPECT_EQ(proximities(exposure).error().place, "session.nerve");
  exposure = peas.exposure();
  exposure.nitrogen = applicator::NitrogenRoom{};
  EXPECT_EQ(proximities(exposure).error().place, "nitrogen.volume");
}

}  // namespace
}  // namespace coldplan::injury
