#include "coldplan/person/population.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"

namespace coldplan::person {
namespace {

namespace survey = facts::id::population;

constexpr std::size_t crowd_size = 60'000;

struct Crowd {
  std::vector<double> height;
  std::vector<double> weight;
  std::vector<double> index;
  std::vector<double> waist;
};

Crowd crowd_of(Sex sex) {
  Crowd crowd;
  for (const VirtualPerson& each : people(survey_population({.sex = sex}), 0, crowd_size)) {
    crowd.height.push_back(each.person.height);
    crowd.weight.push_back(each.person.weight);
    crowd.index.push_back(body_mass_index(each.person));
    crowd.waist.push_back(each.body.waist_circumference);
  }
  return crowd;
}

double mean(const std::vector<double>& values) {
  double sum = 0.0;
  for (const double value : values) {
    sum += value;
  }
  return sum / static_cast<double>(values.size());
}

double covariance(const std::vector<double>& left, const std::vector<double>& right) {
  const double left_mean = mean(left);
  const double right_mean = mean(right);
  double sum = 0.0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    sum += (left[i] - left_mean) * (right[i] - right_mean);
  }
  return sum / static_cast<double>(left.size());
}

double deviation(const std::vector<double>& values) {
  return std::sqrt(covariance(values, values));
}

double percentile(std::vector<double> values, double share) {
  const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size()));
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                   values.end());
  return values[place];
}

// The expected values are the facts of NHANES 2013-2018 at 45 and over, post-stratified (means,
// standard deviations, percentiles of that survey). The generator promises mean weights within 0.6
// kg and mean body mass indices within 0.3 kg/m2 of them.
struct Expected45 {
  Sex sex;
  facts::Id height;
  facts::Id weight;
  facts::Id index;
  facts::Id waist;
  facts::Id correlation;
  std::array<facts::Id, 5> percentiles;  // 5, 10, 25, 50, 75
};

const std::vector<Expected45> expected_45{
    {Sex::male,
     survey::men_from_45_height,
     survey::men_from_45_weight,
     survey::men_from_45_bmi,
     survey::men_from_45_waist,
     survey::men_from_45_height_weight_correlation,
     {survey::men_from_45_bmi_p05, survey::men_from_45_bmi_p10, survey::men_from_45_bmi_p25,
      survey::men_from_45_bmi_p50, survey::men_from_45_bmi_p75}},
    {Sex::female,
     survey::women_from_45_height,
     survey::women_from_45_weight,
     survey::women_from_45_bmi,
     survey::women_from_45_waist,
     survey::women_from_45_height_weight_correlation,
     {survey::women_from_45_bmi_p05, survey::women_from_45_bmi_p10, survey::women_from_45_bmi_p25,
      survey::women_from_45_bmi_p50, survey::women_from_45_bmi_p75}},
};

class PopulationFrom45 : public testing::TestWithParam<Expected45> {};

TEST_P(PopulationFrom45, HasTheMeansOfTheSurvey) {
  const Crowd crowd = crowd_of(GetParam().sex);
  EXPECT_NEAR(mean(crowd.height), facts::value(GetParam().height), 0.003);
  EXPECT_NEAR(mean(crowd.weight), facts::value(GetParam().weight), 0.6);
  EXPECT_NEAR(mean(crowd.index), facts::value(GetParam().index), 0.3);
  EXPECT_NEAR(mean(crowd.waist), facts::value(GetParam().waist), 0.01);
}

TEST_P(PopulationFrom45, HasTheSpreadOfTheSurvey) {
  const Crowd crowd = crowd_of(GetParam().sex);
  EXPECT_NEAR(deviation(crowd.height) / facts::fact(GetParam().height).sd, 1.0, 0.02);
  EXPECT_NEAR(deviation(crowd.weight) / facts::fact(GetParam().weight).sd, 1.0, 0.06);
  EXPECT_NEAR(deviation(crowd.index) / facts::fact(GetParam().index).sd, 1.0, 0.1);
  EXPECT_NEAR(deviation(crowd.waist) / facts::fact(GetParam().waist).sd, 1.0, 0.1);
  EXPECT_NEAR(
      covariance(crowd.height, crowd.weight) / (deviation(crowd.height) * deviation(crowd.weight)),
      facts::value(GetParam().correlation), 0.1);
}

TEST_P(PopulationFrom45, HasThePercentilesOfTheSurvey) {
  const Crowd crowd = crowd_of(GetParam().sex);
  constexpr std::array shares{0.05, 0.10, 0.25, 0.50, 0.75};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    EXPECT_NEAR(percentile(crowd.index, shares[i]), facts::value(GetParam().percentiles[i]), 0.8)
        << shares[i];
  }
}

TEST_P(PopulationFrom45, HasAsFewThinPeopleAsTheSurvey) {
  const Crowd crowd = crowd_of(GetParam().sex);
  EXPECT_NEAR(percentile(crowd.index, 0.05), facts::value(GetParam().percentiles[0]), 0.3)
      << "a normal residual of ln BMI would miss by 0.7";
}

INSTANTIATE_TEST_SUITE_P(Sexes, PopulationFrom45, testing::ValuesIn(expected_45),
                         [](const auto& run) {
                           return run.param.sex == Sex::male ? "Men" : "Women";
                         });

TEST(Population, DrawsTheSamePersonWhateverTheBatch) {
  const Population adults = survey_population({.seed = 11});
  const auto batch = people(adults, 100, 50);
  const VirtualPerson alone = person_at(adults, 120);
  EXPECT_EQ(batch[20].index, 120U);
  EXPECT_EQ(batch[20].person.weight, alone.person.weight);
  EXPECT_EQ(batch[20].body.midline_fat, alone.body.midline_fat);
}

TEST(Population, DrawsOthersFromAnotherSeed) {
  EXPECT_NE(person_at(survey_population({.seed = 1}), 0).person.weight,
            person_at(survey_population({.seed = 2}), 0).person.weight);
}

TEST(Population, HasSexesByTheirShares) {
  double women = 0.0;
  for (const auto& each : people(survey_population(), 0, crowd_size)) {
    women += each.person.sex == Sex::female ? 1.0 : 0.0;
  }
  const double share = facts::value(survey::women_45_share);
  EXPECT_NEAR(women / crowd_size, share / (share + facts::value(survey::men_45_share)), 0.01);
}

TEST(Population, KeepsToItsAgeGroup) {
  double youngest = 200.0;
  for (const auto& each : people(survey_population(), 0, 5'000)) {
    EXPECT_GE(each.person.age, 45.0);
    EXPECT_LT(each.person.age, 80.0);
  }
  for (const auto& each : people(survey_population({.ages = AgeGroup::from_20}), 0, 5'000)) {
    youngest = std::min(youngest, each.person.age);
  }
  EXPECT_NEAR(youngest, 20.0, 0.1);
}

TEST(Population, CorrelatesDepthAndBreadthOfTheWaist) {
  std::vector<double> depth;
  std::vector<double> breadth;
  for (const auto& each : people(survey_population({.sex = Sex::male}), 0, crowd_size)) {
    depth.push_back(each.residuals.waist_depth);
    breadth.push_back(each.residuals.waist_breadth);
  }
  EXPECT_NEAR(covariance(depth, breadth), facts::value(survey::men_depth_breadth_correlation),
              0.02);
  EXPECT_NEAR(deviation(breadth), 1.0, 0.02);
}

TEST(Population, ScalesFatByTheFactorOfTheStudy) {
  const auto usual = person_at(survey_population(), 3);
  const auto leaner = person_at(survey_population({.study_fat_factor = 0.5}), 3);
  EXPECT_EQ(usual.person.weight, leaner.person.weight);
  EXPECT_NEAR(leaner.body.midline_fat, 0.5 * usual.body.midline_fat, 1e-12);
}

TEST(Population, HasAFatLayerThatFollowsBodyMassIndexAsMeasured) {
  // Lee 2016 measured R2 = 0.44 between midline lumbar fat and body mass index (abstract).
  std::vector<double> fat;
  std::vector<double> index;
  for (const auto& each : people(survey_population(), 0, crowd_size)) {
    fat.push_back(each.body.midline_fat);
    index.push_back(body_mass_index(each.person));
  }
  const double correlation = covariance(fat, index) / (deviation(fat) * deviation(index));
  EXPECT_NEAR(correlation * correlation, 0.44, 0.07);
}

}  // namespace
}  // namespace coldplan::person
