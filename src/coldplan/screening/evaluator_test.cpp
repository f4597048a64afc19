#include "coldplan/screening/evaluator.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <gtest/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::screening {
namespace {

Truth truth_in(const person::Case& given, std::string_view rule) {
  return truth_of(*rule_of(rule), subject_of(given));
}

TEST(Evaluator, LeavesOpenWhatWasNotAnswered) {
  const person::Case given = example_unasked();
  EXPECT_EQ(truth_in(given, "seizure-systemic"), Truth::open);
  EXPECT_EQ(truth_in(given, "bp-160-systemic"), Truth::open);
  EXPECT_EQ(truth_in(given, "redflag-first"), Truth::open);
}

TEST(Evaluator, ReadsAgeAndHeightFromThePerson) {
  person::Case given = example_unasked();
  EXPECT_EQ(truth_in(given, "age-70"), Truth::no);
  EXPECT_EQ(truth_in(given, "height-cryosauna"), Truth::no);
  given.person.age = 70.0;
  given.person.height = 1.52;
  EXPECT_EQ(truth_in(given, "age-70"), Truth::yes);
  EXPECT_EQ(truth_in(given, "height-cryosauna"), Truth::yes);
}

TEST(Evaluator, LeavesNoGapBetweenTheWholeYearsOfTwoRules) {
  person::Case given = example_unasked();
  given.person.age = 69.5;
  EXPECT_EQ(truth_in(given, "age-45-69"), Truth::yes);
  EXPECT_EQ(truth_in(given, "age-70"), Truth::no);
}

TEST(Evaluator, TakesEitherNumberOfAPressure) {
  person::Case given = example_unasked();
  for (const auto& [upper, lower, fires] :
       {std::tuple{159.5, 80.0, false}, {160.0, 80.0, true}, {140.0, 100.0, true}}) {
    given.history.blood_pressure = person::BloodPressure{upper, lower};
    EXPECT_EQ(truth_in(given, "bp-160-systemic") == Truth::yes, fires) << upper << "/" << lower;
  }
}

TEST(Evaluator, TellsAPressureThatNobodyTookFromOneThatWasNotAskedFor) {
  person::Case given = example_unasked();
  given.history.answers["bp_unknown"] = "no";
  EXPECT_EQ(truth_in(given, "bp-160-systemic"), Truth::not_known);
  EXPECT_EQ(truth_in(given, "bp-unknown"), Truth::yes);
}

TEST(Evaluator, TakesAMedicineForAYesWhateverWasAnswered) {
  person::Case given = example_clean();
  EXPECT_EQ(truth_in(given, "betablocker-machine"), Truth::no);
  given.history.medicines = {"Metoprolol 50 mg"};
  EXPECT_EQ(truth_in(given, "betablocker-machine"), Truth::yes);
}

TEST(Evaluator, SparesNobodyWhileTheAnswerThatWouldIsMissing) {
  person::Case given = example_clean();
  given.history.answers["numb"] = "yes";
  EXPECT_EQ(truth_in(given, "numb-local"), Truth::yes);
  EXPECT_EQ(truth_in(given, "numb-patch-local"), Truth::open);
  given.history.answers["numb_where"] = std::string{question_of("numb_where")->options[0]};
  EXPECT_EQ(truth_in(given, "numb-local"), Truth::no);
  EXPECT_EQ(truth_in(given, "numb-patch-local"), Truth::yes);
}

TEST(Evaluator, NeedsNoAnswerToAQuestionThatDoesNotFollow) {
  const person::Case given = example_clean();
  const Subject subject = subject_of(given);
  EXPECT_TRUE(is_answered(*question_of("surgery_days"), subject));
  EXPECT_EQ(truth_in(given, "surgery-several-machine"), Truth::no);
}

TEST(Evaluator, ComparesDaysSinceAnOperationWithThreeMonths) {
  person::Case given = example_clean();
  given.history.answers["surgery"] = "yes, wound healed";
  for (const auto& [days, fires] : {std::pair{92.0, true}, {93.0, false}}) {
    given.history.numbers["surgery_days"] = days;
    EXPECT_EQ(truth_in(given, "surgery-machine") == Truth::yes, fires) << days;
  }
}

TEST(Evaluator, AsksNoManWhetherHeIsPregnant) {
  person::Case given = example_unasked();
  EXPECT_EQ(truth_in(given, "pregnant-air"), Truth::open);
  given.person.sex = person::Sex::male;
  EXPECT_EQ(truth_in(given, "pregnant-air"), Truth::no);
}

}  // namespace
}  // namespace coldplan::screening
