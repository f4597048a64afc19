#include "coldplan/person/body.h"

#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"

namespace coldplan::person {
namespace {

Person woman(double age = 58.0) {
  return {.sex = Sex::female, .age = age, .height = 1.65, .weight = 78.0};
}

Person man(double age = 58.0) {
  Person person = woman(age);
  person.sex = Sex::male;
  return person;
}

constexpr double index = 78.0 / (1.65 * 1.65);

// The expected values are the published equations, written out in the units of their source.

TEST(Body, HasTheSurfaceOfDuBois) {
  EXPECT_NEAR(body(woman()).body_surface, 0.2025 * std::pow(1.65, 0.725) * std::pow(78.0, 0.425),
              1e-12);
}

TEST(Body, TakesBodyFatFromAbsorptiometryToFiftyNine) {
  EXPECT_NEAR(body_fat_fraction(woman(59.0)), (58.20 - 589.2 / index + 0.0522 * 59.0) / 100.0,
              1e-12);
  EXPECT_NEAR(body_fat_fraction(man(59.0)), (49.70 - 645.9 / index + 0.0288 * 59.0) / 100.0, 1e-12);
}

TEST(Body, TakesBodyFatFromDeurenbergAboveFiftyNine) {
  EXPECT_NEAR(body_fat_fraction(woman(60.0)), (1.20 * index + 0.23 * 60.0 - 5.4) / 100.0, 1e-12);
  EXPECT_NEAR(body_fat_fraction(man(60.0)), (1.20 * index + 0.23 * 60.0 - 10.8 - 5.4) / 100.0,
              1e-12);
}

TEST(Body, KeepsBodyFatWithinWhatPeopleHave) {
  Person thin = man(30.0);
  thin.weight = 35.0;
  EXPECT_DOUBLE_EQ(body_fat_fraction(thin), 0.05);
  Person heavy = woman(80.0);
  heavy.weight = 180.0;
  EXPECT_DOUBLE_EQ(body_fat_fraction(heavy), 0.60);
}

TEST(Body, HasTheWaistOfTheSurvey) {
  EXPECT_NEAR(waist_circumference(woman()),
              (-25.427 + 2.0679 * index + 0.1448 * 58.0 + 0.3445 * 165.0) / 100.0, 1e-12);
  EXPECT_NEAR(waist_circumference(man(), 1.0),
              (-36.243 + 2.369 * index + 0.2128 * 58.0 + 0.3417 * 165.0 + 4.63) / 100.0, 1e-12);
}

TEST(Body, HasTheDepthAndBreadthOfItsWaist) {
  EXPECT_NEAR(waist_depth(Sex::female, 1.0), (-3.844 + 0.2921 * 100.0) / 100.0, 1e-12);
  EXPECT_NEAR(waist_breadth(Sex::male, 1.0, -1.0), (4.635 + 0.29779 * 100.0 - 1.001) / 100.0,
              1e-12);
  EXPECT_DOUBLE_EQ(body(man()).waist_depth, waist_depth(Sex::male, waist_circumference(man())));
}

TEST(Body, TakesFatFromBodyMassIndexWithoutAMeasurement) {
  EXPECT_NEAR(midline_fat_from_index(27.3), 0.0287, 1e-12);
  EXPECT_NEAR(midline_fat_from_index(37.3, 1.0, 0.5), 0.5 * (0.0287 + 0.012 + 0.009), 1e-12);
  const Body median = body(woman());
  EXPECT_NEAR(median.paraspinal_fat, 0.8 * median.midline_fat, 1e-12);
}

TEST(Body, HasAFloorOfFat) {
  EXPECT_DOUBLE_EQ(midline_fat_from_index(18.0, -3.0), 0.004);
  EXPECT_DOUBLE_EQ(paraspinal_fat_from_skinfold(0.004, -3.0), 0.8 * 0.004);
}

TEST(Body, PrefersTheUltrasoundToTheSkinfoldToTheBodyMassIndex) {
  Person person = woman();
  person.lumbar_skinfold = 0.034;
  EXPECT_NEAR(body(person).paraspinal_fat, 0.017, 1e-12);
  EXPECT_NEAR(body(person).midline_fat, 0.017 / 0.8, 1e-12);
  person.lumbar_fat = 0.012;
  EXPECT_NEAR(body(person).paraspinal_fat, 0.012, 1e-12);
}

TEST(Body, HasMoreMuscleInMenAndMoreFatInItWithAge) {
  EXPECT_DOUBLE_EQ(muscle_thickness(Sex::male), 0.046);
  EXPECT_DOUBLE_EQ(muscle_thickness(Sex::female, -1.0), 0.032);
  EXPECT_NEAR(muscle_fat_fraction(woman(81.0)), 0.178 + 0.0025 * 40.0, 1e-12);
  EXPECT_DOUBLE_EQ(muscle_fat_fraction(man(41.0), -3.0), 0.05);
  EXPECT_DOUBLE_EQ(muscle_fat_fraction(man(100.0), 9.0), 0.60);
}

TEST(Body, MovesWithWhatWasDrawnOfItsEquations) {
  posterior::Scores scores{};
  scores[posterior::place_of(posterior::Score::paraspinal_fat_ratio)] = posterior::score_p95;
  scores[posterior::place_of(posterior::Score::midline_fat_per_bmi)] = posterior::score_p95;
  const posterior::Draw draw = posterior::draw_of(scores);
  const Body drawn = body(woman(), {}, draw);
  EXPECT_NEAR(drawn.paraspinal_fat, drawn.midline_fat, 1e-12);
  EXPECT_NEAR(midline_fat_from_index(37.3, 0.0, 1.0, draw), 0.0287 + 0.020, 1e-12);
}

TEST(Body, TakesTheFactorBetweenStudiesFromItsResidualsAlone) {
  posterior::Scores scores{};
  scores[posterior::place_of(posterior::Score::study_fat_factor)] = -posterior::score_p95;
  const posterior::Draw thin = posterior::draw_of(scores);
  EXPECT_NEAR(posterior::value(thin, facts::id::anatomy::study_fat_factor), 0.5, 1e-12);
  EXPECT_EQ(body(woman(), {}, thin).midline_fat, body(woman()).midline_fat);
}

}  // namespace
}  // namespace coldplan::person
