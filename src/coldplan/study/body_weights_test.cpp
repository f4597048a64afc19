#include "coldplan/study/body_weights.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "coldplan/study/calibration_example.h"

namespace coldplan::study {
namespace {

using posterior::Score;

/// Three minutes in a chamber, with this temperature of the skin of the thigh at the exit.
Study chamber_study(double skin) {
  Arm arm = example_arm("whole_body_chamber", "whole_body", -110.0, 180.0);
  arm.measurements = {example_reading(Tissue::skin, 3.0, skin)};
  arm.measurements[0].location.region = "thigh";
  return study_of("chamber", std::move(arm));
}

posterior::Draw draw_with(Score score, double value) {
  posterior::Scores scores{};
  scores[posterior::place_of(score)] = value;
  return posterior::draw_of(scores);
}

TEST(BodyLikelihood, IsHigherForTheGasThatWasMeasured) {
  const auto cold = body_targets(std::vector{chamber_study(5.0)}, {});
  const auto warm = body_targets(std::vector{chamber_study(25.0)}, {});
  ASSERT_EQ(cold.size(), 1U);
  EXPECT_EQ(cold[0].rows, 1U);
  // A positive score is colder gas.
  const std::vector draws{draw_with(Score::temperature, 1.5), draw_with(Score::temperature, -1.5)};
  const auto of_cold = log_likelihoods_of(cold[0], draws, {});
  const auto of_warm = log_likelihoods_of(warm[0], draws, {});
  EXPECT_GT(of_cold[0], of_cold[1]);
  EXPECT_LT(of_warm[0], of_warm[1]);
}

TEST(BodyLikelihood, IsNoneForADrawThatCannotBeSolvedAndStaysForTheOthers) {
  const auto targets = body_targets(std::vector{chamber_study(12.0)}, {});
  const std::vector draws{posterior::median(), draw_with(Score::fat_conductivity,
                                                         std::numeric_limits<double>::quiet_NaN())};
  const auto found = log_likelihoods_of(targets[0], draws, {});
  EXPECT_TRUE(std::isfinite(found[0]));
  EXPECT_EQ(found[1], -std::numeric_limits<double>::infinity());
}

TEST(BodyTargets, LeaveOutPeopleWhoStartHotAndWhatNobodyScores) {
  Study hot = chamber_study(12.0);
  hot.arms[0].state = State::hyperthermic;
  Study silent = chamber_study(12.0);
  silent.arms[0].measurements[0].scored = false;
  EXPECT_TRUE(body_targets(std::vector{hot, silent}, {}).empty());
}

}  // namespace
}  // namespace coldplan::study
