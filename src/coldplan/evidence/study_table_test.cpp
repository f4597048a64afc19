#include "coldplan/evidence/study_table.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::evidence {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

StudyTable read(std::string_view text, const TableOptions& options = {}) {
  const auto table = read_study_table(text, options);
  EXPECT_TRUE(table.has_value()) << message(table.error());
  return table.value_or(StudyTable{});
}

TableOptions as(Measure measure) {
  TableOptions options;
  options.measure = measure;
  return options;
}

TEST(StudyTable, ReadsEffectsAsTheyAre) {
  const StudyTable table = read("study,yi,vi\nSmith,-0.5,0.04\nJones,0.1,0.09\n");
  ASSERT_EQ(table.studies.size(), 2U);
  EXPECT_EQ(table.studies[0].effect.name, "Smith");
  EXPECT_EQ(table.studies[0].effect.effect.estimate, -0.5);
  EXPECT_EQ(table.studies[1].effect.effect.variance, 0.09);
  EXPECT_EQ(table.studies[1].row, 3U);
  EXPECT_EQ(table.measure, Measure::GEN);
  EXPECT_THAT(table.warnings, IsEmpty());
}

TEST(StudyTable, TakesStandardErrorsForVariances) {
  EXPECT_NEAR(read("yi,sei\n1,0.2\n2,0.3\n").studies[0].effect.effect.variance, 0.04, 1e-17);
}

TEST(StudyTable, ReadsArmsInAnyOrderCaseAndSpelling) {
  const char* metafor = "slab,n1i,m1i,sd1i,n2i,m2i,sd2i\na,20,5,2,22,6,2.5\nb,9,4,1,8,7,2\n";
  const char* other = "SD2;m2;N2;sd1;m1;n1;Name\n2,5;6;22;2;5;20;a\n2;7;8;1;4;9;b\n";
  const StudyTable one = read(metafor, as(Measure::SMD));
  const StudyTable two = read(other, as(Measure::SMD));
  const Effect expected = effect_of(Measure::SMD, TwoArms{{20, 5, 2}, {22, 6, 2.5}}).value();
  for (const StudyTable& table : {one, two}) {
    EXPECT_EQ(table.studies[0].effect.name, "a");
    EXPECT_EQ(table.studies[0].effect.effect.estimate, expected.estimate);
    EXPECT_EQ(table.studies[0].effect.effect.variance, expected.variance);
  }
}

TEST(StudyTable, ReadsCountsByCellsOrByArmSizes) {
  const StudyTable cells = read("ai,bi,ci,di\n4,119,11,128\n6,300,29,274\n", as(Measure::RR));
  const StudyTable sizes =
      read("ai\tn1i\tci\tn2i\n4\t123\t11\t139\n6\t306\t29\t303\n", as(Measure::RR));
  EXPECT_EQ(cells.studies[0].effect.effect.estimate, sizes.studies[0].effect.effect.estimate);
  EXPECT_EQ(cells.counts.size(), 2U);
  EXPECT_EQ(sizes.counts[1].d, 274.0);
}

TEST(StudyTable, ReadsProportions) {
  EXPECT_EQ(read("xi,ni\n5,20\n6,20\n", as(Measure::PR)).studies[0].effect.effect.estimate, 0.25);
}

TEST(StudyTable, TakesGivenEffectsUnderTheMeasureNamed) {
  const StudyTable table = read("yi,vi\n1,2\n3,4\n", as(Measure::RR));
  EXPECT_EQ(table.measure, Measure::RR);
  EXPECT_TRUE(table.effects_given);
}

TEST(StudyTable, SaysWhatItAddsToEmptyCells) {
  const StudyTable table = read("ai,bi,ci,di\n0,20,3,17\n5,15,7,13\n", as(Measure::OR));
  EXPECT_THAT(table.notes, ElementsAre("0.5 is added to each cell of 1 study with an empty cell"));
  TableOptions all = as(Measure::OR);
  all.effects.to = ZeroCells::if0all;
  EXPECT_THAT(read("ai,bi,ci,di\n0,20,3,17\n5,15,7,13\n", all).notes,
              ElementsAre("0.5 is added to each cell of every study"));
}

TEST(StudyTable, LeavesStudiesWithoutEventsOutIfAsked) {
  const char* text = "study,ai,bi,ci,di\na,0,20,0,17\nb,5,15,7,13\n";
  EXPECT_EQ(read(text, as(Measure::OR)).studies.size(), 2U);
  TableOptions drop = as(Measure::OR);
  drop.drop_double_zero = true;
  const StudyTable table = read(text, drop);
  ASSERT_EQ(table.studies.size(), 1U);
  EXPECT_EQ(table.counts.size(), 1U);
  EXPECT_THAT(table.warnings[0], HasSubstr("row 2 (\"a\") is left out"));
}

TEST(StudyTable, LeavesAStudyOutOnlyWithAWarningThatNamesIt) {
  const StudyTable table = read("study,yi,vi\na,1,0.1\nb,NA,0.2\nc,2,.\n,,\nd,,\ne,3,0.3\n");
  EXPECT_EQ(table.studies.size(), 2U);
  EXPECT_THAT(table.warnings, ElementsAre("row 3 (\"b\") is left out: yi is NA",
                                          "row 4 (\"c\") is left out: vi is .",
                                          "row 6 (\"d\") is left out: it has no numbers"));
}

TEST(StudyTable, CarriesAWarningOfAStudyNamedTwiceWithOtherNumbers) {
  const StudyTable table = read("study,yi,vi\na,1,0.1\nb,1,0.2\na,2,0.1\n");
  EXPECT_EQ(table.studies.size(), 3U);
  EXPECT_THAT(table.warnings, ElementsAre(HasSubstr("\"a\" stands in rows 2 and 4")));
}

TEST(StudyTable, SaysThatOneStudyIsNotPooled) {
  EXPECT_THAT(read("yi,vi\n1,0.1\n").warnings, ElementsAre(HasSubstr("there is one study")));
}

TEST(StudyTable, TakesNumbersAsModeratorsAndTextsAgainstTheFirstLevel) {
  TableOptions options;
  options.moderators = {"year", "Setting"};
  const StudyTable table =
      read("yi,vi,year,setting\n1,.1,1990,ward\n2,.1,1991,clinic\n3,.1,1995,home\n4,.1,1999,ward\n",
           options);
  EXPECT_THAT(table.moderators.names, ElementsAre("year", "setting: home", "setting: ward"));
  EXPECT_EQ(table.moderators.values(2, 0), 1995.0);
  EXPECT_EQ(table.moderators.values(2, 1), 1.0);
  EXPECT_EQ(table.moderators.values(0, 1), 0.0);
  EXPECT_EQ(table.moderators.values(3, 2), 1.0);
  EXPECT_THAT(table.notes,
              ElementsAre("setting is text: home, ward are each compared with clinic"));
}

TEST(StudyTable, LeavesOutAStudyWhoseModeratorOrSubgroupIsNotKnown) {
  TableOptions options;
  options.moderators = {"year"};
  options.subgroup = "pain";
  const StudyTable table = read(
      "yi,vi,year,pain\n1,.1,1990,acute\n2,.1,,acute\n3,.1,1995,NA\n4,.1,1999,chronic\n", options);
  EXPECT_THAT(table.groups, ElementsAre("acute", "chronic"));
  EXPECT_EQ(table.moderators.values.rows(), 2);
  EXPECT_THAT(table.warnings, ElementsAre("row 3 is left out: year is not known",
                                          "row 4 is left out: pain is not known"));
}

RC_GTEST_PROP(StudyTable, DoesNotDependOnSeparatorOrLineEnd, ()) {
  const char separator = *rc::gen::element(',', ';', '\t');
  const std::string end = *rc::gen::element<std::string>("\n", "\r\n", "\r", "\n\n");
  const auto studies = *rc::gen::inRange(1, 12);
  std::string text = std::string{"study"} + separator + "yi" + separator + "sei" + end;
  std::vector<double> effects;
  for (int i = 0; i < studies; ++i) {
    const int hundredths = *rc::gen::inRange(-300, 300);
    effects.push_back(hundredths / 100.0);
    text += "s" + std::to_string(i) + separator + std::to_string(hundredths) + "e-2" + separator +
            "0.5" + end;
  }
  const auto table = read_study_table(text);
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->studies.size() == effects.size());
  for (std::size_t i = 0; i < effects.size(); ++i) {
    RC_ASSERT(std::abs(table->studies[i].effect.effect.estimate - effects[i]) < 1e-15);
  }
}

}  // namespace
}  // namespace coldplan::evidence
