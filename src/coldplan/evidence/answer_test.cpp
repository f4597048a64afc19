#include "coldplan/evidence/answer.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace coldplan::evidence {
namespace {

const Answer& bundled() {
  static const Answer made = answer(read_library());
  return made;
}

const Cell& cell(const std::string& kind, const std::string& form) {
  const auto& cells = bundled().cells;
  return *std::find_if(cells.begin(), cells.end(),
                       [&](const Cell& each) { return each.kind == kind && each.form == form; });
}

TEST(Answer, HasACellForEveryKindOfPainAndForm) {
  EXPECT_EQ(bundled().cells.size(), 5U * 8U);
}

TEST(Answer, FindsColdNoBetterThanHeatInAcutePain) {
  const Cell& acute = cell("acute", "ice_pack");
  EXPECT_EQ(acute.direction, Direction::no_difference);
  EXPECT_EQ(acute.grade.value().name, "very low");
  EXPECT_EQ(acute.answers.size(), 1U);
}

TEST(Answer, OfChronicPainAndAChamberIsTheShamTrialAndItsBound) {
  const Cell& chronic = cell("chronic", "wbc_chamber");
  EXPECT_EQ(chronic.direction, Direction::no_difference);
  EXPECT_TRUE(chronic.answers.empty());
  EXPECT_EQ(chronic.bounds.size(), 1U);
  EXPECT_EQ(chronic.grade.value().level, 1);
}

TEST(Answer, OfDiscHerniationKnowsOnlySurgeryAndNoPainScore) {
  const Cell& disc = cell("disc_herniation", "cold_machine");
  EXPECT_EQ(disc.direction, Direction::no_result);
  ASSERT_EQ(disc.trials.size(), 1U);
  EXPECT_FALSE(disc.trials.front().indirect.empty());
  EXPECT_EQ(cell("disc_herniation", "ice_pack").direction, Direction::no_trial);
}

TEST(Answer, AfterSurgeryIsMixedSinceTheSameTrialsFirstDayShowsNoDifference) {
  const Cell& surgery = cell("post_surgical", "local_cold");
  ASSERT_EQ(surgery.answers.size(), 1U);
  EXPECT_LT(bundled().questions[surgery.answers.front()].interval.upper, 0.0);
  EXPECT_EQ(surgery.direction, Direction::mixed);
  EXPECT_EQ(surgery.grade.value().level, 1);
}

TEST(Answer, RatesNoCertaintyWhereNoResultOnPainWasRead) {
  EXPECT_FALSE(cell("disc_herniation", "cold_machine").grade);
  EXPECT_FALSE(cell("chronic", "menthol_gel").grade);
}

TEST(Answer, LeavesTrialsWithoutAPainResultOutOfTheWeightOfBias) {
  // Nugraha 57 with some concerns, Barłowska 120 at high risk; both found no difference, so that
  // the conclusion does not hang on the second. Giemza's 96 have no pain result.
  const auto grade = cell("chronic", "wbc_chamber").grade.value();
  EXPECT_EQ(grade.steps.front().steps, -1);
  EXPECT_NE(grade.steps.front().why.find("68"), std::string::npos) << grade.steps.front().why;
}

TEST(Answer, OfSubacutePainIsThatThereIsNoTrial) {
  for (const Cell& each : bundled().cells) {
    if (each.kind == "subacute") {
      EXPECT_EQ(each.direction, Direction::no_trial) << each.form;
      EXPECT_FALSE(each.grade) << each.form;
    }
  }
}

TEST(Answer, PutsEveryTrialIntoACellOrElsewhere) {
  std::vector<bool> seen(bundled().library.trials.size());
  for (const Cell& each : bundled().cells) {
    for (const TrialNote& note : each.trials) {
      seen[note.trial] = true;
    }
  }
  for (const TrialNote& note : bundled().elsewhere) {
    EXPECT_FALSE(seen[note.trial]);
    seen[note.trial] = true;
  }
  EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](bool each) { return each; }));
}

TEST(Answer, CountsTwoRecordsOfOnePaperAsOneStudy) {
  // Garra 60, Dehghan 87 (two records), Etnoyer-Slaski 36, Landen 117.
  const CellSize size = size_of(bundled(), cell("acute", "ice_pack"));
  EXPECT_EQ(size.studies, 4U);
  EXPECT_DOUBLE_EQ(size.people, 300.0);
  EXPECT_TRUE(size.all_counted);
}

TEST(Answer, NeverCallsItCertain) {
  EXPECT_EQ(in_one_sentence(bundled()),
            "No trial that was read shows that cold relieves back pain with more than very low "
            "certainty, and none rules out a small, short relief.");
}

TEST(Answer, ReExpressesByAnSdWhereATrialHasNoScaleOfItsOwn) {
  for (const QuestionAnswer& each : bundled().questions) {
    if (each.question.id == "acute-cold-or-heat-in-points") {
      EXPECT_NEAR(each.points.estimate, -0.2, 1e-12);
    }
    if (each.question.id == "strain-menthol-patch") {
      // SPID8 of 182.6 against 130.1: 52.5 mm h, over 8 h, ten millimetres a point.
      EXPECT_NEAR(each.points.estimate, -52.5 / 80.0, 1e-12);
    }
    if (each.question.id == "surgery-cold-48h") {
      // SD of Garra's final pain, 22.35 and 24.54 mm in 29 and 31 people.
      EXPECT_NEAR(each.points.estimate / each.estimate, 2.3504, 1e-3);
    }
  }
}

}  // namespace
}  // namespace coldplan::evidence
