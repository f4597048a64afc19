#include "coldplan/study/skill.h"

#include <gtest/gtest.h>

#include "coldplan/study/prediction.h"

namespace coldplan::study {
namespace {

/// One arm of one person, muscle at 35 °C before and colder by `measured` at minute 20.
Row drop_of(int person, const std::string& arm, double fat, double measured, double predicted) {
  Row row;
  row.study = "made_up";
  row.arm = arm + std::to_string(person);
  row.subject = "subject" + std::to_string(person);
  row.people = 1;
  row.group = Group::muscle;
  row.fat = fat;
  row.fat_is_stated = true;
  row.baseline = 35.0;
  row.measurement.quantity = "temperature_C";
  row.measurement.location.tissue = Tissue::muscle;
  row.measurement.location.depth = 0.02;
  row.measurement.time = 1200.0;
  row.measurement.value = 35.0 - measured;
  row.measurement.scored = true;
  const double expected = 35.0 - predicted;
  row.predicted =
      Predicted{expected, expected - 1.0, expected - 0.5, expected + 0.5, expected + 1.0};
  return row;
}

/// Five people, two arms each: the drop is 6 K less 0.5 K for each millimetre of 2 to 6; the model
/// is `off` too deep and has `share` of the slope.
std::vector<Row> five_people(double off, double share) {
  std::vector<Row> rows;
  for (int person = 0; person < 5; ++person) {
    const double fat = 0.002 + 0.001 * person;
    const double measured = 6.0 - 500.0 * fat;
    const double predicted = off + 4.0 - share * 500.0 * (fat - 0.004);
    rows.push_back(drop_of(person, "cubes", fat, measured, predicted));
    rows.push_back(drop_of(person, "water", fat, measured, predicted));
  }
  return rows;
}

TEST(SkillOnPeople, IsOneForAModelThatKnowsEachOfThem) {
  const auto skill = skill_on_people(five_people(0.0, 1.0), 1);
  ASSERT_TRUE(skill.has_value());
  EXPECT_EQ(skill->arms, 10);
  EXPECT_EQ(skill->people, 5);
  EXPECT_NEAR(skill->skill, 1.0, 1e-12);
  EXPECT_NEAR(skill->p05, 1.0, 1e-12);
  EXPECT_NEAR(skill->measured_slope.value(), -500.0, 1e-9);
  EXPECT_NEAR(skill->predicted_slope.value(), -500.0, 1e-9);
  EXPECT_NEAR(skill->measured_mean, 4.0, 1e-12);
}

TEST(SkillOnPeople, IsThatOfTheSquaredErrorsAgainstTheMeanOfTheOthers) {
  // Drops 5, 4.5, 4, 3.5, 3: the mean of the other four is off by 5/4 of the distance from 4, so
  // its mean square is 25/16 of 0.5. The model with half of the slope is off by half of it, and by
  // 0.1 more for all: 0.125 + 0.01.
  const auto skill = skill_on_people(five_people(0.1, 0.5), 1);
  ASSERT_TRUE(skill.has_value());
  EXPECT_NEAR(skill->rmse * skill->rmse, 0.135, 1e-12);
  EXPECT_NEAR(skill->rmse_of_mean * skill->rmse_of_mean, 0.78125, 1e-12);
  EXPECT_NEAR(skill->skill, 1.0 - 0.135 / 0.78125, 1e-12);
  EXPECT_NEAR(skill->predicted_slope.value(), -250.0, 1e-9);
  EXPECT_NEAR(skill->predicted_mean, 4.1, 1e-12);
  EXPECT_LT(skill->p05, skill->skill);
  EXPECT_GT(skill->p95, skill->skill);
}

TEST(SkillOnPeople, GivesNoCreditForTellingOneColdFromAnother) {
  // Water is 2 K colder than cubes and the model knows it, but nothing of people: it is off by
  // their distance from the middle, with a mean square of 0.5. The others' mean under the same cold
  // is off by 5/4 of that, 0.78125; the others' mean of both by 1 K more to either side.
  std::vector<Row> rows = five_people(0.0, 0.0);
  for (Row& row : rows) {
    if (row.arm.starts_with("water")) {
      row.kind = "ice_water_bag";
      *row.measurement.value -= 2.0;
      row.predicted->median -= 2.0;
    }
  }
  const auto skill = skill_on_people(rows, 1);
  ASSERT_TRUE(skill.has_value());
  EXPECT_NEAR(skill->skill_alike.value(), 1.0 - 0.5 / 0.78125, 1e-12);
  EXPECT_NEAR(skill->skill, 1.0 - 0.5 / 1.78125, 1e-12);
}

TEST(SkillOnPeople, HasTheSameBitsForTheSameSeed) {
  std::vector<Row> rows = five_people(0.1, 0.5);
  for (int person = 5; person < 20; ++person) {
    rows.push_back(drop_of(person, "ice", 0.003, 3.0 + 0.1 * person, 4.0 + 0.01 * person * person));
  }
  EXPECT_EQ(skill_on_people(rows, 7)->p05, skill_on_people(rows, 7)->p05);
  EXPECT_NE(skill_on_people(rows, 7)->p05, skill_on_people(rows, 8)->p05);
}

TEST(SkillOnPeople, TakesTheDeepestProbeAndOfThatTheReadingNearestToMinuteTwenty) {
  std::vector<Row> rows = five_people(0.0, 1.0);
  const std::size_t arms = rows.size();
  for (std::size_t i = 0; i < arms; ++i) {
    Row shallow = rows[i];
    shallow.measurement.location.depth = 0.01;
    shallow.measurement.value = 0.0;
    rows.push_back(shallow);
    Row late = rows[i];
    late.measurement.time = 1260.0;
    late.measurement.value = 0.0;
    rows.push_back(late);
  }
  const auto skill = skill_on_people(rows, 1);
  ASSERT_TRUE(skill.has_value());
  EXPECT_EQ(skill->arms, 10);
  EXPECT_NEAR(skill->skill, 1.0, 1e-12);
}

TEST(SkillOnPeople, IsNoneForGroupsForFewArmsAndForOnePersonAlone) {
  std::vector<Row> rows = five_people(0.0, 1.0);
  EXPECT_FALSE(skill_on_people(std::span{rows}.first(9), 1));
  rows[0].people = 12;
  EXPECT_FALSE(skill_on_people(rows, 1));
  rows = five_people(0.0, 1.0);
  rows[0].fat_is_stated = false;
  EXPECT_FALSE(skill_on_people(rows, 1));
  rows = five_people(0.0, 1.0);
  for (Row& row : rows) {
    row.subject = "she";
  }
  EXPECT_FALSE(skill_on_people(rows, 1));
}

TEST(SkillOnPeople, GivesCreditForDifferencesOnceTheLevelIsKnown) {
  // Three degrees too deep throughout: worse than the mean, and yet all differences are known.
  const auto skill = skill_on_people(five_people(3.0, 1.0), 1);
  ASSERT_TRUE(skill.has_value());
  EXPECT_LT(skill->skill, 0.0);
  EXPECT_NEAR(skill->skill_given_mean.value(), 1.0, 1e-12);
  const auto flat = skill_on_people(five_people(0.0, 0.0), 1);
  EXPECT_NEAR(flat->skill_given_mean.value(), 0.0, 1e-12);
}

}  // namespace
}  // namespace coldplan::study
