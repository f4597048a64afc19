#include "coldplan/study/prediction.h"

#include <gtest/gtest.h>

#include "coldplan/study/calibration_example.h"

namespace coldplan::study {
namespace {

/// A reading whose spread was not printed.
Measurement reading(Tissue tissue, double minute, double value) {
  Measurement measurement = example_reading(tissue, minute, value);
  measurement.sd.reset();
  return measurement;
}

/// Twenty minutes of an ice bag on calves, skin and muscle read at the end.
Study ice_on_calves(double fat) {
  Arm arm = example_arm("crushed_ice_pack", "local", 0.0, 1200.0);
  arm.fat.mean = fat;
  arm.measurements = {reading(Tissue::skin, 20.0, 10.0), reading(Tissue::muscle, 20.0, 30.0)};
  arm.measurements[1].location.depth = 0.02;
  arm.measurements[1].location.depth_from = DepthFrom::fat;
  return study_of("made_up", std::move(arm));
}

constexpr PredictionOptions few{.draws = 24, .seed = 1};

TEST(Predict, CoolsSkinMoreThanMuscleAndMuscleLessUnderMoreFat) {
  const auto thin = predict(ice_on_calves(0.004), few);
  const auto thick = predict(ice_on_calves(0.015), few);
  ASSERT_TRUE(thin[0].predicted && thin[1].predicted && thick[1].predicted);
  EXPECT_LT(thin[0].predicted->median, 20.0);
  EXPECT_GT(thin[1].predicted->median, thin[0].predicted->median + 5.0);
  EXPECT_GT(thick[1].predicted->median, thin[1].predicted->median + 0.5);
  EXPECT_EQ(thin[0].group, Group::skin_local);
  EXPECT_EQ(thin[1].group, Group::muscle);
}

TEST(Predict, HasTheSameBitsForTheSameSeedAndOthersForAnother) {
  const Study study = ice_on_calves(0.006);
  const auto once = predict(study, few);
  const auto again = predict(study, few);
  const auto other = predict(study, {.draws = 24, .seed = 2});
  EXPECT_EQ(once[0].predicted->median, again[0].predicted->median);
  EXPECT_EQ(once[1].predicted->p95, again[1].predicted->p95);
  EXPECT_NE(once[0].predicted->median, other[0].predicted->median);
}

TEST(Predict, LeavesNoRowOutAndSaysWhyOneIsNotPredicted) {
  Study study = ice_on_calves(0.006);
  study.arms[0].measurements[1].scored = false;
  study.arms[0].measurements[1].why_not = "duplicate";
  auto rows = predict(study, few);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].why_not, "duplicate");
  study.arms[0].applicator.kind = "none";
  rows = predict(study, few);
  EXPECT_FALSE(rows[0].predicted.has_value());
  EXPECT_EQ(rows[0].why_not, "applicator.kind: none is not a kind that the model has a form for");
}

TEST(Predict, TellsAnIceBathForTheWholeBodyFromALimbInWater) {
  Study study = ice_on_calves(0.006);
  Arm& arm = study.arms[0];
  arm.applicator.kind = "cold_water_immersion";
  arm.applicator.temperature = 10.0;
  arm.applicator.extent = "limb";
  arm.measurements.resize(1);
  EXPECT_EQ(predict(study, few)[0].group, Group::skin_local);
  arm.applicator.extent = "head_out";
  const auto rows = predict(study, few);
  EXPECT_EQ(rows[0].group, Group::skin_whole_body);
  ASSERT_TRUE(rows[0].predicted.has_value()) << rows[0].why_not;
  EXPECT_LT(rows[0].predicted->median, 20.0);
}

TEST(Predict, SaysOnWhichFatAndFromWhichBaseline) {
  Study study = ice_on_calves(0.006);
  study.arms[0].baseline = {{study.arms[0].measurements[0].location, 30.5, std::nullopt}};
  auto rows = predict(study, few);
  EXPECT_DOUBLE_EQ(rows[0].fat.value(), 0.006);
  EXPECT_TRUE(rows[0].fat_is_stated);
  EXPECT_EQ(rows[0].baseline, 30.5);
  EXPECT_FALSE(rows[1].baseline.has_value());
  study.arms[0].fat.mean.reset();
  rows = predict(study, few);
  EXPECT_GT(rows[0].fat.value(), 0.001);
  EXPECT_FALSE(rows[0].fat_is_stated);
}

TEST(Predict, NamesTheOnePersonOfAnArmByHerLabelElseByTheEndOfItsId) {
  Study study = ice_on_calves(0.006);
  study.arms[0].id = "ice_subject07";
  EXPECT_EQ(predict(study, few)[0].subject, "");
  study.arms[0].n = 1;
  EXPECT_EQ(predict(study, few)[0].subject, "subject07");
  study.arms[0].subject.emplace().label = "a runner";
  EXPECT_EQ(predict(study, few)[0].subject, "a runner");
}

TEST(Predict, WidensTheMeanOfFewPeople) {
  Study study = ice_on_calves(0.008);
  study.arms[0].fat.sd = 0.004;
  study.arms[0].n = 2;
  const auto two = predict(study, {.draws = 96, .seed = 1});
  study.arms[0].n = 200;
  const auto many = predict(study, {.draws = 96, .seed = 1});
  const auto width = [](const Row& row) { return row.predicted->p95 - row.predicted->p05; };
  EXPECT_GT(width(two[1]), width(many[1]));
}

}  // namespace
}  // namespace coldplan::study
