#include "coldplan/injury/calibration.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/injury/calibration_parts.h"

namespace coldplan::injury {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

const CalibrationPoint& point(const std::vector<CalibrationPoint>& points, std::string_view id) {
  return *std::find_if(points.begin(), points.end(),
                       [id](const CalibrationPoint& each) { return each.id == id; });
}

TEST(Calibration, ReproducesEveryTestedPointWithinItsSpreadButTheTwoThatItNames) {
  std::vector<std::string_view> missed;
  int tested_points = 0;
  for (const CalibrationPoint& each : calibration_points()) {
    tested_points += each.is_tested ? 1 : 0;
    if (is_missed(each)) {
      missed.push_back(each.id);
      EXPECT_THAT(std::string{each.why_not}, StartsWith("missed: ")) << each.id;
    }
  }
  EXPECT_THAT(missed, ElementsAre("frostnip_time_30_16", "finger_test"));
  EXPECT_EQ(tested_points, 29);
}

TEST(Calibration, GivesAReasonForEveryPointThatItDoesNotTest) {
  std::set<std::string_view> ids;
  for (const CalibrationPoint& each : calibration_points()) {
    ids.insert(each.id);
    EXPECT_FALSE(each.text.empty()) << each.id;
    if (each.is_tested) {
      EXPECT_FALSE(std::isnan(each.model)) << each.id;
      EXPECT_LE(each.low, each.measured) << each.id;
      EXPECT_GE(each.high, each.measured) << each.id;
    } else {
      EXPECT_FALSE(each.why_not.empty()) << each.id;
    }
  }
  EXPECT_EQ(ids.size(), calibration_points().size());
}

TEST(Calibration, HasTheNumbersThatWerePublished) {
  const auto points = calibration_points();
  EXPECT_EQ(point(points, "ice_crossing_1_8").measured, 160.0);
  EXPECT_EQ(point(points, "ice_crossing_1_8").low, 159.5);
  EXPECT_EQ(point(points, "frostnip_time_40_16").measured, 150.0);
  EXPECT_EQ(point(points, "dead_95_percent").measured, -22.0);
  EXPECT_EQ(point(points, "core_20").measured, 73.0 * 60.0);
  EXPECT_EQ(point(points, "finger_test").measured, 11.0);
  EXPECT_TRUE(std::isnan(point(points, "danielsson").measured));
}

// Brown, Cai & DasGupta 2001, Stat Sci 16:101, give Wilson's interval; 7 of 12 at z = 1.645 by
// hand: (0.58333 + 0.11273 ± 0.25982)/1.22546 = 0.3560 to 0.7800.
TEST(OfPeople, IsTheIntervalOfWilson) {
  const Spread some = of_people(7.0 / 12.0, 12.0);
  EXPECT_NEAR(some.low, 0.3560, 1e-4);
  EXPECT_NEAR(some.high, 0.7800, 1e-4);
  EXPECT_NEAR(of_people(0.0, 12.0).low, 0.0, 1e-12);
  EXPECT_NEAR(of_people(1.0, 12.0).high, 1.0, 1e-12);
}

}  // namespace
}  // namespace coldplan::injury
