#include "coldplan/report/validation_findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/report/validation_example.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;

TEST(NoiseLines, PutTheSpreadBesideTheErrorOfTheModel) {
  const auto lines = noise_lines(three_studies());
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[0],
              HasSubstr("Packs of ice, skin: studies differ by 3.6 °C SD (3 studies: a 10.0, b "
                        "12.0, c 17.0 °C; 90 % interval of the SD 2.1 to 15.9 °C)"));
  // Differences 4, 2 and −3: the root of 29/3 is 3.11, and 3.11/3.61 is 0.86.
  EXPECT_THAT(lines[0], HasSubstr("The RMSE of skin, local forms is 3.1 °C, 0.9 times that."));
}

TEST(NoiseLines, SayWhyThereIsNoSpread) {
  EXPECT_THAT(noise_lines(three_studies())[1],
              HasSubstr("cannot be told, since 0 of like protocol have"));
  EXPECT_THAT(noise_lines(with_people())[1],
              HasSubstr("cannot be told, since 1 of like protocol has"));
}

TEST(NoiseJson, HasNullWhereThereIsNoSpread) {
  const auto json = noise_json(three_studies());
  EXPECT_EQ(json[0].at("sd"), 3.606);
  EXPECT_EQ(json[0].at("studies")[2].at("mean"), 17.0);
  EXPECT_EQ(json[0].at("rmse_over_sd"), 0.862);
  EXPECT_TRUE(json[1].at("sd").is_null());
  EXPECT_TRUE(json[1].at("rmse_over_sd").is_null());
}

TEST(PeopleLines, AreThereOnlyForEnoughPeople) {
  EXPECT_TRUE(people_lines(three_studies()).empty());
  EXPECT_TRUE(people_json(three_studies()).is_null());
  const auto lines = people_lines(with_people());
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_THAT(lines[0], HasSubstr("10 people in 10 arms"));
  // The mean of the nine others is off by 10/9 of the distance from the mean: 1 − 81/100.
  EXPECT_THAT(lines[1], HasSubstr("mean of the other people: 0.19"));
  EXPECT_THAT(lines[1], HasSubstr("0.19 against those under the same kind of cold; 1 is perfect"));
  EXPECT_THAT(lines[2], HasSubstr("have a skill of")) << lines[2];
  EXPECT_THAT(lines[3], HasSubstr("measured -1.00 °C for each mm of fat; expected +0.00"));
  EXPECT_EQ(people_json(with_people()).at("measured_per_mm"), -1.0);
}

}  // namespace
}  // namespace coldplan::report
