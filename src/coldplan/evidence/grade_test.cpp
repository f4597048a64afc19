#include "coldplan/evidence/grade.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "coldplan/evidence/answer.h"

namespace coldplan::evidence {
namespace {

/// Steps by domain of a question of the bundled trials.
std::map<std::string, int> steps_of(const std::string& question) {
  const Answer bundled = answer(read_library());
  std::map<std::string, int> steps;
  for (const QuestionAnswer& each : bundled.questions) {
    if (each.question.id == question) {
      for (const GradeStep& step : each.grade.value().steps) {
        steps[step.domain] = step.steps;
      }
    }
  }
  return steps;
}

/// A body that nothing speaks against.
GradedBody sound_body() {
  GradedBody body;
  body.studies = {{Judgement::low, true, 50.0, {-2.0, 0.01}},
                  {Judgement::low, true, 50.0, {-2.1, 0.01}}};
  body.people = 1000.0;
  body.points = {-2.2, -1.9};
  body.important_points = 1.5;
  return body;
}

TEST(Grade, OfColdAgainstHeatIsAsItsReviewerStepped) {
  // EVIDENCE, table of pooled results, A: bias -1, inconsistency -1, imprecision -2.
  EXPECT_EQ(steps_of("acute-cold-or-heat"), (std::map<std::string, int>{{"risk of bias", -1},
                                                                        {"inconsistency", -1},
                                                                        {"indirectness", 0},
                                                                        {"imprecision", -2},
                                                                        {"publication bias", 0}}));
}

TEST(Grade, OfTheOneTrialOnAKnownScaleIsAsItsReviewerStepped) {
  // EVIDENCE, "A, Garra alone in mm": bias -1, imprecision -2 (60 people).
  EXPECT_EQ(steps_of("acute-cold-or-heat-in-points"),
            (std::map<std::string, int>{{"risk of bias", -1},
                                        {"inconsistency", 0},
                                        {"indirectness", 0},
                                        {"imprecision", -2},
                                        {"publication bias", 0}}));
}

TEST(Grade, OfColdAfterSurgeryIsAsItsReviewerStepped) {
  // EVIDENCE, B: bias -2, imprecision -2 (76 people).
  EXPECT_EQ(steps_of("surgery-cold-48h"), (std::map<std::string, int>{{"risk of bias", -2},
                                                                      {"inconsistency", 0},
                                                                      {"indirectness", 0},
                                                                      {"imprecision", -2},
                                                                      {"publication bias", 0}}));
}

TEST(Grade, OfTheMentholPatchStepsOnceMoreThanItsReviewerForItsSize) {
  // EVIDENCE, C: indirectness -2, bias -1. The written rule also takes a step for fewer than 400
  // people, which the reviewer did not: very low either way.
  EXPECT_EQ(steps_of("strain-menthol-patch"),
            (std::map<std::string, int>{{"risk of bias", -1},
                                        {"inconsistency", 0},
                                        {"indirectness", -2},
                                        {"imprecision", -1},
                                        {"publication bias", 0}}));
}

TEST(Grade, OfASoundBodyOfRandomisedTrialsIsHigh) {
  EXPECT_EQ(grade(read_grade_rules(), sound_body()).name, "high");
}

TEST(Grade, StartsLowWithoutRandomisation) {
  auto body = sound_body();
  body.studies.front().is_randomised = false;
  EXPECT_EQ(grade(read_grade_rules(), body).name, "low");
}

TEST(Grade, IsNeverUnderVeryLow) {
  auto body = sound_body();
  body.indirectness = {-2, "far"};
  body.publication_bias = {-2, "hidden"};
  body.points = {-9.0, 9.0};
  EXPECT_EQ(grade(read_grade_rules(), body).level, 1);
}

TEST(Grade, TakesTwoStepsWhereTrialsContradictEachOther) {
  auto body = sound_body();
  body.studies[1].points = {2.0, 0.01};
  const auto graded = grade(read_grade_rules(), body);
  EXPECT_EQ(graded.steps.at(1).steps, -2);
}

TEST(Grade, CountsTrialsAtHighRiskTwiceOnlyWhereTheConclusionHangsOnThem) {
  auto body = sound_body();
  for (auto& study : body.studies) {
    study.bias = Judgement::high;
  }
  EXPECT_EQ(grade(read_grade_rules(), body).steps.front().steps, -1);
  body.conclusion_hangs_on_high_risk = true;
  EXPECT_EQ(grade(read_grade_rules(), body).steps.front().steps, -2);
}

TEST(Grade, HoldsARegisteredTrialWithoutResultsAgainstABody) {
  auto body = sound_body();
  body.without_results = {"NCT03888820"};
  EXPECT_EQ(grade(read_grade_rules(), body).name, "moderate");
}

TEST(Grade, LetsAReaderOverruleAStepAndSaysSo) {
  auto body = sound_body();
  body.points = {-9.0, 9.0};
  const auto graded =
      grade(read_grade_rules(), body, {{"imprecision", {0, "our question is another"}}});
  EXPECT_EQ(graded.name, "high");
  EXPECT_TRUE(graded.steps.at(3).is_overruled);
  EXPECT_NE(graded.steps.at(3).why.find("by the rules -2"), std::string::npos);
}

TEST(Grade, OfTrialsWithoutSizesIsAtMostLow) {
  UnpooledBody body;
  body.studies = {{Judgement::low, true, 100.0, {}}};
  EXPECT_EQ(grade_unpooled(read_grade_rules(), body).name, "low");
}

}  // namespace
}  // namespace coldplan::evidence
