#include "coldplan/cohort/population_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::cohort {
namespace {

std::string refusal(std::string_view text) {
  const auto people = read_people(text, "p.csv");
  return people ? std::string{"accepted"} : message(people.error());
}

TEST(PopulationFile, ReadsColumnsInAnyOrderAndUnit) {
  const auto people = read_people(
      "\xEF\xBB\xBFweight_lb, \"height_in\",sex,age,lumbar_fat_mm\r\n"
      "172,65,female,58,\r\n\r\n\"200\",70,male,61.5,12\r\n",
      "p.csv");
  ASSERT_TRUE(people) << message(people.error());
  ASSERT_EQ(people->size(), 2U);
  EXPECT_DOUBLE_EQ((*people)[0].height, 1.651);
  EXPECT_NEAR((*people)[0].weight, 78.018, 1e-3);
  EXPECT_FALSE((*people)[0].lumbar_fat);
  EXPECT_EQ((*people)[1].sex, person::Sex::male);
  EXPECT_DOUBLE_EQ((*people)[1].age, 61.5);
  EXPECT_DOUBLE_EQ((*people)[1].lumbar_fat.value(), 0.012);
}

TEST(PopulationFile, NamesLineAndColumnOfWhatIsWrong) {
  const std::string head = "sex,age,height_cm,weight_kg\n";
  EXPECT_EQ(refusal(head + "female,58,165,78\nfemale,58,17,78\n"),
            "p.csv:3: height_cm: 17 is not a height in cm (100 to 230)");
  EXPECT_THAT(refusal(head + "woman,58,165,78\n"),
              ::testing::StartsWith("p.csv:2: sex: \"woman\" is not a sex (female or male)"));
  EXPECT_THAT(refusal(head + "female,old,165,78\n"),
              ::testing::StartsWith("p.csv:2: age: \"old\" is not an age in years"));
  EXPECT_THAT(refusal(head + "female,,165,78\n"),
              ::testing::StartsWith("p.csv:2: age: give an age in years"));
  EXPECT_THAT(refusal(head + "female,58,165\n"),
              ::testing::StartsWith("p.csv:2: 3 cells is not a line of 4"));
  EXPECT_THAT(refusal(head + "female,58,220,31\n"),
              ::testing::StartsWith("p.csv:2: 6.4 is not a plausible body mass index"));
  EXPECT_THAT(refusal(head + "female,nan,165,78\n"), ::testing::StartsWith("p.csv:2: age: "));
}

TEST(PopulationFile, NamesTheColumnThatItDoesNotKnowOrMisses) {
  EXPECT_EQ(refusal("sex,age,heigth_cm,weight_kg\nfemale,58,165,78\n"),
            "p.csv:1: \"heigth_cm\" is not a known column; did you mean height_cm?");
  EXPECT_EQ(refusal("sex,age,weight_kg\nfemale,58,78\n"),
            "p.csv:1: the first line names no column height_cm or height_in");
  EXPECT_THAT(refusal("sex,age,height_cm,height_in,weight_kg\nfemale,58,165,65,78\n"),
              ::testing::HasSubstr("height_cm and height_in; leave one of the two out"));
  EXPECT_THAT(refusal("sex,sex,age,height_cm,weight_kg\n\n"), ::testing::HasSubstr("holds nobody"));
  EXPECT_THAT(refusal("sex,sex,age,height_cm,weight_kg\na,b,c,d,e\n"),
              ::testing::HasSubstr("sex stands twice"));
  EXPECT_THAT(refusal(""), ::testing::HasSubstr("holds nobody"));
}

}  // namespace
}  // namespace coldplan::cohort
