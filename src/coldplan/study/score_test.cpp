#include "coldplan/study/score.h"

#include <cmath>

#include <gtest/gtest.h>

namespace coldplan::study {
namespace {

Row row(const char* study, double measured, double expected, std::optional<double> sd = 2.0) {
  Row made;
  made.study = study;
  made.arm = "a";
  made.kind = "crushed_ice_pack";
  made.group = Group::skin_local;
  made.measurement.quantity = "temperature_C";
  made.measurement.scored = true;
  made.measurement.value = measured;
  made.measurement.sd = sd;
  made.predicted =
      Predicted{expected, expected - 3.0, expected - 1.0, expected + 1.0, expected + 3.0};
  return made;
}

TEST(ScoreOfRows, CountsBiasSpreadAndCoverage) {
  const std::vector<Row> rows{row("a", 10.0, 10.5), row("a", 10.0, 13.0), row("a", 10.0, 5.0),
                              row("a", 10.0, 10.0, std::nullopt)};
  std::vector<const Row*> pointers;
  pointers.reserve(rows.size());
  for (const Row& each : rows) {
    pointers.push_back(&each);
  }
  const Score score = score_of_rows("a", pointers);
  EXPECT_EQ(score.rows, 4);
  EXPECT_NEAR(score.bias, (0.5 + 3.0 - 5.0) / 4.0, 1e-12);
  EXPECT_NEAR(score.rmse, std::sqrt((0.25 + 9.0 + 25.0) / 4.0), 1e-12);
  EXPECT_NEAR(*score.within_one_sd, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(*score.within_two_sd, 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(score.covered_50, 0.5, 1e-12);
  EXPECT_NEAR(score.covered_90, 0.75, 1e-12);
  EXPECT_NEAR(score.width_90, 6.0, 1e-12);
}

TEST(ScoresByGroup, LetsEachStudySpeakOnce) {
  std::vector<Row> rows(100, row("many", 10.0, 10.0));
  rows.push_back(row("one", 10.0, 14.0));
  const auto scores = scores_by_group(rows);
  ASSERT_EQ(scores.size(), 1u);
  EXPECT_EQ(scores[0].studies, 2);
  EXPECT_EQ(scores[0].rows, 101);
  EXPECT_NEAR(scores[0].bias, 2.0, 1e-12);
  EXPECT_NEAR(scores[0].rmse, std::sqrt(8.0), 1e-12);
  EXPECT_NEAR(scores[0].covered_90, 0.5, 1e-12);
}

TEST(ScoresByGroup, KeepsMinutesApartFromDegrees) {
  std::vector<Row> rows{row("a", 10.0, 11.0), row("a", 10.0, 30.0)};
  rows[1].measurement.quantity = "minutes_to_drop";
  const auto scores = scores_by_group(rows);
  ASSERT_EQ(scores.size(), 2u);
  EXPECT_NEAR(scores[0].bias, 1.0, 1e-12);
  EXPECT_NE(scores[1].what.find("minutes_to_drop"), std::string::npos);
}

TEST(WorstOf, StandsByTheHalfWidthOfTheIntervalOnThatSide) {
  const std::vector<Row> rows{row("a", 10.0, 11.0), row("b", 10.0, 19.0), row("c", 10.0, 4.0)};
  const auto worst = worst_of(rows, 2);
  ASSERT_EQ(worst.size(), 2u);
  EXPECT_EQ(worst[0]->study, "b");
  EXPECT_NEAR(standing_of(*worst[0]), 3.0, 1e-12);
  EXPECT_NEAR(standing_of(*worst[1]), -2.0, 1e-12);
}

TEST(SharePredicted, CountsScoredRowsAlone) {
  std::vector<Row> rows{row("a", 10.0, 11.0), row("a", 10.0, 11.0), row("a", 10.0, 11.0)};
  rows[1].predicted.reset();
  rows[2].measurement.scored = false;
  EXPECT_DOUBLE_EQ(share_predicted(rows), 0.5);
}

}  // namespace
}  // namespace coldplan::study
