#include "coldplan/effect/calibration.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::effect {
namespace {

using ::testing::ElementsAreArray;

CalibrationPoint of(std::string_view id) {
  const auto all = calibration_points();
  return *std::find_if(all.begin(), all.end(),
                       [id](const CalibrationPoint& each) { return each.id == id; });
}

// Points that the models are known to miss stand here by name; a new miss, or one that is mended,
// fails the test.
TEST(CalibrationPoints, LieWithinTheirStatedSpreadWhereTheyAreTested) {
  const std::vector<std::string_view> known_misses{};
  std::vector<std::string_view> missed;
  for (const CalibrationPoint& each : calibration_points()) {
    if (each.is_tested && !is_within(each)) {
      missed.push_back(each.id);
    }
  }
  EXPECT_THAT(missed, ElementsAreArray(known_misses));
}

TEST(CalibrationPoints, AreCompleteAndSayWhyTheyAreNotTested) {
  std::set<std::string_view> ids;
  for (const CalibrationPoint& each : calibration_points()) {
    EXPECT_TRUE(ids.insert(each.id).second) << each.id;
    EXPECT_FALSE(each.text.empty() || each.source.empty() || each.unit.empty()) << each.id;
    EXPECT_EQ(each.is_tested, each.why_not.empty()) << each.id;
    EXPECT_LE(each.low, each.measured) << each.id;
    EXPECT_GE(each.high, each.measured) << each.id;
    EXPECT_TRUE(!each.is_tested || std::isfinite(each.model)) << each.id;
  }
}

TEST(CalibrationPoints, ListAnimalsAndDeepArteriesWithoutTestingThem) {
  for (const char* id : {"slow_fibre_block", "flow_artery_bath", "flow_knee_artery",
                         "spared_5_hours", "spared_3_bouts", "white_cells"}) {
    EXPECT_FALSE(of(id).is_tested) << id;
  }
}

// By the equation: from 35 to 25 °C 1.36^−0.8 · 1.44^−0.2, from 30 to 20 °C 1.36^−0.3 · 1.44^−0.7.
TEST(CalibrationPoints, CompareTheUlnarNerveBetweenTheTemperaturesOfTheStudy) {
  EXPECT_NEAR(of("nerve_velocity_35_to_25").measured, 1.0 / 1.36, 1e-12);
  EXPECT_NEAR(of("nerve_velocity_35_to_25").model, std::pow(1.36, -0.8) * std::pow(1.44, -0.2),
              1e-12);
  EXPECT_NEAR(of("nerve_velocity_30_to_20").measured, 1.0 / 1.44, 1e-12);
  EXPECT_NEAR(of("nerve_velocity_30_to_20").model, std::pow(1.36, -0.3) * std::pow(1.44, -0.7),
              1e-12);
}

// Algafly & George 2007: −32.8 % at 10 °C ankle skin.
TEST(CalibrationPoints, CompareTheSlowingOfTheTibialNerve) {
  const CalibrationPoint tibial = of("nerve_slowing_at_10_skin");
  EXPECT_NEAR(tibial.measured, 0.328, 1e-12);
  EXPECT_NEAR(tibial.model, 0.360, 5e-4);
  EXPECT_TRUE(tibial.is_tested);
}

// The formula of injury spared with muscle at 20 °C: 0.62 for 5 h, 0.19 for 3 × 30 min, against
// 0.47, 0.285 and 0.229 in rats: within the factor of 1.6, though it is not tested.
TEST(CalibrationPoints, ShowWhatTheInjuryFormulaGivesForRats) {
  EXPECT_NEAR(of("spared_5_hours").model, 5.0 / 6.0 * (1.0 - std::pow(2.5, -1.5)), 1e-12);
  EXPECT_NEAR(of("spared_3_bouts").model, 0.187, 5e-4);
  EXPECT_TRUE(is_within(of("spared_5_hours")));
  EXPECT_TRUE(is_within(of("spared_3_bouts")));
  EXPECT_TRUE(is_within(of("spared_3_bouts_again")));
}

TEST(CalibrationPoints, AreNotWithinWhereTheModelGivesNothingOrTooMuch) {
  CalibrationPoint point;
  point.low = 1.0;
  point.high = 2.0;
  point.model = std::nan("");
  EXPECT_FALSE(is_within(point));
  point.model = 2.1;
  EXPECT_FALSE(is_within(point));
  point.model = 1.5;
  EXPECT_TRUE(is_within(point));
}

}  // namespace
}  // namespace coldplan::effect
