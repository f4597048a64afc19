#include "coldplan/study/noise_floor.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

/// Skin under a bag of ice for twenty minutes.
Row reading(const char* study, const char* arm, double minute, double value) {
  Row row;
  row.study = study;
  row.arm = arm;
  row.kind = "crushed_ice_pack";
  row.barrier = "none";
  row.cooling = 1200.0;
  row.group = Group::skin_local;
  row.measurement.quantity = "temperature_C";
  row.measurement.time = 60.0 * minute;
  row.measurement.value = value;
  row.measurement.scored = true;
  return row;
}

/// Three studies that measured 10, 12 and 17 °C.
std::vector<Row> three() {
  return {reading("a", "x", 16.0, 9.0),  reading("a", "x", 20.0, 11.0),
          reading("b", "x", 20.0, 11.0), reading("b", "x", 20.0, 11.0),
          reading("b", "x", 20.0, 11.0), reading("b", "y", 20.0, 13.0),
          reading("c", "x", 20.0, 17.0)};
}

TEST(NoiseOfSkin, LetsEachArmSpeakOnceInItsStudyAndEachStudyOnce) {
  const NoiseFloor floor = noise_of_skin(three());
  ASSERT_EQ(floor.studies.size(), 3u);
  EXPECT_NEAR(floor.studies[1].value, 12.0, 1e-12);
  EXPECT_EQ(floor.studies[1].arms, 2);
  // Means 10, 12, 17 about 13: squares 9 + 1 + 16 over two degrees of freedom.
  EXPECT_NEAR(floor.sd.value(), std::sqrt(13.0), 1e-12);
  // Quantiles of chi-square with two degrees are −2 ln(1 − share).
  EXPECT_NEAR(floor.low.value(), std::sqrt(26.0 / (-2.0 * std::log(0.05))), 1e-9);
  EXPECT_NEAR(floor.high.value(), std::sqrt(26.0 / (-2.0 * std::log(0.95))), 1e-9);
}

TEST(NoiseOfSkin, LeavesOutWhatWasNotDoneAlike) {
  std::vector<Row> rows = three();
  const std::size_t alike = rows.size();
  for (int i = 0; i < 8; ++i) {
    rows.push_back(reading("d", "x", 20.0, 40.0));
  }
  rows[alike].kind = "gel_pack";
  rows[alike + 1].barrier = "wet_towel";
  rows[alike + 2].state = State::post_exercise;
  rows[alike + 3].measurement.time = 600.0;
  rows[alike + 4].measurement.time = 1261.0;
  rows[alike + 5].measurement.scored = false;
  rows[alike + 6].measurement.quantity = "temperature_drop_C";
  rows[alike + 7].group = Group::muscle;
  EXPECT_EQ(noise_of_skin(rows).studies.size(), 3u);
  rows.push_back(reading("d", "x", 21.0, 13.0));
  EXPECT_EQ(noise_of_skin(rows).studies.size(), 4u);
}

TEST(NoiseOfSkin, HasNoSpreadOfTwoStudies) {
  const NoiseFloor floor =
      noise_of_skin(std::vector<Row>{reading("a", "x", 20.0, 9.0), reading("b", "x", 20.0, 9.5)});
  EXPECT_EQ(floor.studies.size(), 2u);
  EXPECT_FALSE(floor.sd || floor.low || floor.high);
}

TEST(NoiseOfMuscle, CountsProbesOneToThreeCentimetresUnderTheFat) {
  std::vector<Row> rows = three();
  for (Row& row : rows) {
    row.group = Group::muscle;
    row.measurement.location.depth = 0.02;
    row.measurement.location.depth_from = DepthFrom::fat;
  }
  EXPECT_NEAR(noise_of_muscle(rows).sd.value(), std::sqrt(13.0), 1e-12);
  EXPECT_TRUE(noise_of_skin(rows).studies.empty());
  rows.back().measurement.location.depth = 0.03;
  EXPECT_EQ(noise_of_muscle(rows).studies.size(), 3u);
  rows.back().measurement.location.depth = 0.04;
  EXPECT_EQ(noise_of_muscle(rows).studies.size(), 2u);
  rows.back().measurement.location.depth = 0.02;
  rows.back().measurement.location.depth_from = DepthFrom::unknown;
  EXPECT_EQ(noise_of_muscle(rows).studies.size(), 2u);
}

}  // namespace
}  // namespace coldplan::study
