#include <cctype>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/evidence/study_table.h"

/// What a reviewer reads of a table that cannot be pooled.
namespace coldplan::evidence {
namespace {

struct Fault {
  const char* name;
  const char* text;
  const char* message;
  std::optional<Measure> measure = std::nullopt;
  std::vector<std::string> moderators = {};
  std::optional<std::string> subgroup = std::nullopt;
};

std::vector<Fault> faults() {
  constexpr Measure smd = Measure::SMD;
  constexpr Measure rr = Measure::RR;
  return {
      {"NothingAtAll", "",
       "the table is empty; its first row names the columns, such as study,yi,vi"},
      {"HeaderAlone", "study,yi,vi\n", "row 2: there is no study under the header; add one a row"},
      {"EveryStudyMissing", "study,yi,vi\na,NA,1\n",
       "no study is left of 1: row 2 (\"a\") is left out: yi is NA"},
      {"NegativeVariance", "yi,vi\n1,0.1\n2,-0.1\n",
       "row 3, column vi: -0.1 is not a variance (more than 0); write NA where it is not known"},
      {"VarianceZero", "yi,vi\n1,0\n",
       "row 2, column vi: 0 is not a variance (more than 0); write NA where it is not known"},
      {"StandardErrorZero", "yi,sei\n1,0\n",
       "row 2, column sei: 0 is not a standard error (more than 0); write NA where it is not "
       "known"},
      {"NumbersBeyondAnyUnit", "yi,vi\n1e90,1e80\n",
       "row 2, column yi: these numbers give no finite effect with a variance; give effects in "
       "another unit"},
      {"TextForANumber", "yi,vi\nabout 1,0.1\n",
       "row 2, column yi: \"about 1\" is not a number; write such as 0.5, and NA where it is not "
       "known"},
      {"DecimalCommasAmongCommas", "yi,vi\n0,5,0,1\n",
       "row 2: 4 cells is not as many as the header has (2); put a cell that holds the separator "
       "into quotes; with decimal commas separate cells by semicolons"},
      {"RowTooShort", "study,yi,vi\na,1\n",
       "row 2: 2 cells is not as many as the header has (3); write NA where a value is not known"},
      {"NoVariance", "study,yi,v\na,1,2\n",
       "row 1: column vi is not there; an effect as given wants yi, vi; rename \"v\""},
      {"NoHeader", "0.5,0.1\n0.6,0.2\n",
       "row 1: column yi is not there; an effect as given wants yi, vi; the first row has to name "
       "the columns"},
      {"ColumnTwice", "yi,vi,Yi\n1,2,3\n",
       "row 1: columns 1 and 3 are both \"Yi\"; name one otherwise"},
      {"ColumnWithoutName", "yi,,vi\n1,2,3\n", "row 1: column 2 has no name; give it one"},
      {"ArmsWithoutMeasure", "n1,m1,sd1,n2,m2,sd2\n9,1,1,9,1,1\n",
       "--measure: the table has n1i, m1i, sd1i, n2i, m2i, sd2i: name one of MD, SMD, SMDH, ROM"},
      {"ColumnOfAnArmMissing", "n1i,m1i,sd1i,n2i,m2i,sd_2i\n9,1,1,9,1,1\n",
       "row 1: column sd2i is not there; SMD wants n1i, m1i, sd1i, n2i, m2i, sd2i; rename "
       "\"sd_2i\"",
       smd},
      {"ArmMissing", "n1i,m1i,sd1i\n9,1,1\n",
       "row 1: column n2i is not there; SMD wants n1i, m1i, sd1i, n2i, m2i, sd2i; add it", smd},
      {"CellOfAnArmEmpty", "n1i,m1i,sd1i,n2i,m2i,sd2i\n9,1,1,9,1,\n",
       "row 2, column sd2i: empty beside other numbers of the study; fill it, or write NA to leave "
       "the study out",
       smd},
      {"SDZero", "n1,m1,sd1,n2,m2,sd2\n9,1,0,9,1,1\n",
       "row 2, column sd1: 0 is not a standard deviation (more than 0); write NA where it is not "
       "known",
       smd},
      {"SDNegative", "n1i,m1i,sd1i,n2i,m2i,sd2i\n9,1,1,9,1,-2\n",
       "row 2, column sd2i: -2 is not a standard deviation (more than 0); write NA where it is not "
       "known",
       smd},
      {"OnePerson", "n1i,m1i,sd1i,n2i,m2i,sd2i\n1,1,1,9,1,1\n",
       "row 2, column n1i: 1 is not a number of people (2 or more, whole)", smd},
      {"HalfAPerson", "n1i,m1i,sd1i,n2i,m2i,sd2i\n9,1,1,9.5,1,1\n",
       "row 2, column n2i: 9.5 is not a number of people (2 or more, whole)", smd},
      {"NegativeCount", "ai,bi,ci,di\n-1,2,3,4\n",
       "row 2, column ai: -1 is not a count (0 or more, whole)", rr},
      {"MoreEventsThanPeople", "ai,n1i,ci,n2i\n5,4,3,9\n",
       "row 2, column ai: 5 is not a count of at most all people of the arm", rr},
      {"ArmOfNobody", "ai,n1i,ci,n2i\n0,0,3,9\n",
       "row 2, column n1i: 0 is not a number of people (1 or more, whole)", rr},
      {"MoreSuccessesThanTries", "xi,ni\n5,4\n",
       "row 2, column xi: 5 is not a count of at most all people (ni)", Measure::PR},
      {"SameStudyTwice", "study,yi,vi\na,1,2\nb,1,2\na,1,2\n",
       "row 4, column study: \"a\" stands in row 2 with the same numbers; leave one out"},
      {"UnknownModerator",
       "yi,vi,year,dose\n1,2,3,4\n",
       "--mods: \"yaer\" is not a column of the table (yi, vi, year, dose); did you mean year?",
       std::nullopt,
       {"yaer"}},
      {"UnknownSubgroup",
       "yi,vi,pain\n1,2,3\n",
       "--subgroup: \"pian\" is not a column of the table (yi, vi, pain); did you mean pain?",
       std::nullopt,
       {},
       "pian"},
      {"ModeratorTwice",
       "yi,vi,year\n1,2,3\n",
       "--mods: a column is named twice; name it once",
       std::nullopt,
       {"year", "Year"}},
      {"ModeratorHalfText",
       "yi,vi,year\n1,2,1990\n2,2,late\n",
       "row 3, column year: \"late\" is not a number, as other rows have in this column; write NA "
       "where it is not known",
       std::nullopt,
       {"year"}},
      {"ModeratorTheSameEverywhere",
       "yi,vi,year\n1,2,1990\n2,2,1990\n",
       "--mods: \"year\" is the same for every study; leave it out",
       std::nullopt,
       {"year"}},
      {"DecimalPointsBesideCommas", "study;yi;vi\na;1.500;0.1\nb;2;0,1\n",
       "row 3, column vi: \"0,1\" is not a number with the decimal mark of \"1.500\" in row 2, "
       "column "
       "yi; write all numbers with one mark, and thousands without"},
      {"ErrorsBesideOtherVariances", "yi,vi,sei\n1,0.04,0.2\n2,0.04,0.04\n",
       "row 3, column sei: \"0.04\" is not the root of column vi (\"0.04\"); leave one of the "
       "columns "
       "vi and sei out"},
      {"ModeratorThatIsTheEffect",
       "yi,vi\n1,2\n2,3\n",
       "--mods: \"yi\" is not a moderator: the effects are computed from it; name another column",
       std::nullopt,
       {"yi"}},
      {"ModeratorThatIsAnArmsSize",
       "ai,n1i,ci,n2i\n1,20,2,20\n2,30,3,20\n",
       "--mods: \"n1i\" is not a moderator: the effects are computed from it; name another column",
       Measure::RR,
       {"n1i"}},
      {"RatioOfMeansOfOtherSigns", "n1i,m1i,sd1i,n2i,m2i,sd2i\n9,1,1,9,-1,1\n",
       "row 2, column m2i: -1 is not a mean of the other mean's sign, as a ratio of means needs; "
       "use MD or SMD",
       Measure::ROM},
      {"QuoteWithoutEnd", "study,yi,vi\n\"a,1,2\n",
       "row 2: a quote that does not end; close it, or write \"\" for a quote in a cell"},
      {"Latin1", "study,yi,vi\nM\xFCller,1,2\n",
       "row 2: bytes that are no UTF-8; save it as \"CSV UTF-8\""},
  };
}

class StudyTableFaults : public ::testing::TestWithParam<Fault> {};

TEST_P(StudyTableFaults, AreSaidInOneLineWithTheirMend) {
  const Fault& fault = GetParam();
  TableOptions options;
  options.measure = fault.measure;
  options.moderators = fault.moderators;
  options.subgroup = fault.subgroup;
  const auto table = read_study_table(fault.text, options);
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(message(table.error()), fault.message);
}

std::string name_of(const ::testing::TestParamInfo<Fault>& tested) {
  return tested.param.name;
}

INSTANTIATE_TEST_SUITE_P(All, StudyTableFaults, ::testing::ValuesIn(faults()), name_of);

TEST(StudyTableFaults, NamesNoMoreLevelsThanAModelCanHold) {
  std::string text = "yi,vi,site\n";
  for (int i = 0; i < 150; ++i) {
    text += "1,2,place " + std::to_string(i) + "\n";
  }
  TableOptions options;
  options.moderators = {"site"};
  EXPECT_EQ(message(read_study_table(text, options).error()),
            "--mods: \"site\" has 150 different texts, more than 100; leave it out");
}

}  // namespace
}  // namespace coldplan::evidence
