// Whatever else a person reports, one more condition makes no form milder. Answers that spare
// somebody, which the rule data name under `unless`, are the exceptions, and so are those to
// questions that only place or grade a condition.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/screening/example_cases.h"
#include "coldplan/screening/next_screen.h"
#include "coldplan/screening/screen.h"

namespace coldplan::screening {
namespace {

/// Questions of which an answer spares somebody.
std::set<std::string_view> sparing_questions() {
  std::set<std::string_view> sparing;
  for (const Rule& rule : rules()) {
    if (rule.unless) {
      sparing.insert(rule.unless->question);
    }
  }
  return sparing;
}

/// How strong the worst rule is that an answer alone fires.
Level strongest_of(const Question& question, std::string_view answer) {
  Level strongest = Level::allowed;
  for (const Rule& rule : rules()) {
    const auto& words = rule.when.words;
    if (rule.when.question == question.id &&
        std::find(words.begin(), words.end(), answer) != words.end()) {
      strongest = std::max(strongest, rule.level);
    }
  }
  return strongest;
}

/// Questions about conditions, which a person has or has not.
std::vector<const Question*> condition_questions() {
  std::vector<const Question*> conditions;
  const auto sparing = sparing_questions();
  for (const Question& question : questions()) {
    if (!question.options.empty() && !question.follows && question.id != "redflag" &&
        !sparing.contains(question.id)) {
      conditions.push_back(&question);
    }
  }
  return conditions;
}

person::Case drawn_case(const std::vector<const Question*>& conditions) {
  person::Case given = example_clean();
  given.person.age = *rc::gen::inRange(18, 100);
  given.history.blood_pressure =
      person::BloodPressure{static_cast<double>(*rc::gen::inRange(80, 220)),
                            static_cast<double>(*rc::gen::inRange(50, 79))};
  for (const Question* question : conditions) {
    if (*rc::gen::inRange(0, 6) == 0) {
      const auto place = *rc::gen::inRange<std::size_t>(0, question->options.size());
      given.history.answers[std::string{question->id}] = std::string{question->options[place]};
    }
  }
  return given;
}

RC_GTEST_PROP(Conditions, MakeNoFormMilder, ()) {
  const auto conditions = condition_questions();
  const person::Case before = drawn_case(conditions);
  const Question& question = *conditions[*rc::gen::inRange<std::size_t>(0, conditions.size())];
  person::Case after = before;
  std::string& answer = after.history.answers[std::string{question.id}];
  const std::string was = answer;
  answer =
      std::string{question.options[*rc::gen::inRange<std::size_t>(0, question.options.size())]};
  RC_PRE(strongest_of(question, was) == Level::allowed && answer != was);
  for (const Variant& variant : variants()) {
    const Level level_before = screen_form(before, "2026-11-27", variant.id).level;
    const Level level_after = screen_form(after, "2026-11-27", variant.id).level;
    RC_ASSERT(level_after >= level_before);
  }
}

RC_GTEST_PROP(Conditions, OfWarningSignsMakeNoFormMilder, ()) {
  person::Case before = drawn_case(condition_questions());
  const Flag& flag = flags()[*rc::gen::inRange<std::size_t>(0, flags().size())];
  person::Case after = before;
  after.pain.red_flags[std::string{flag.id}].answer =
      *rc::gen::element(person::FlagAnswer::yes, person::FlagAnswer::unsure);
  for (const Variant& variant : variants()) {
    RC_ASSERT(screen_form(after, "", variant.id).level >=
              screen_form(before, "", variant.id).level);
  }
}

RC_GTEST_PROP(Conditions, OfMedicinesMakeNoFormMilder, ()) {
  person::Case before = drawn_case(condition_questions());
  const Medicine& medicine = medicines()[*rc::gen::inRange<std::size_t>(0, medicines().size())];
  person::Case after = before;
  after.history.medicines.push_back((medicine.is_ending ? "x" : "") + std::string{medicine.name});
  for (const Variant& variant : variants()) {
    RC_ASSERT(screen_form(after, "", variant.id).level >=
              screen_form(before, "", variant.id).level);
  }
}

/// The levels of all forms.
std::vector<Level> levels_of(const person::Case& given) {
  std::vector<Level> levels;
  for (const Variant& variant : variants()) {
    levels.push_back(screen_form(given, "2026-11-27", variant.id).level);
  }
  return levels;
}

/// Whether results have the same levels; a caution is allowed with its safeguard.
bool have_same_levels(const std::vector<Level>& one, const std::vector<Level>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](Level a, Level b) { return to_string(a) == to_string(b); });
}

RC_GTEST_PROP(Questions, ThatAreNotAskedChangeNothing, ()) {
  const auto conditions = condition_questions();
  person::Case given = drawn_case(conditions);
  std::vector<const Question*> erased;
  for (int i = 0; i < 3; ++i) {
    erased.push_back(conditions[*rc::gen::inRange<std::size_t>(0, conditions.size())]);
    given.history.answers.erase(std::string{erased.back()->id});
  }
  // Answers what is asked, until what is left is not asked any more.
  while (const auto next = next_screen(given, "2026-11-27")) {
    for (const Question* question : next->questions) {
      if (question->is_number) {
        given.history.numbers[std::string{question->id}] = 1.0;
      } else {
        given.history.answers[std::string{question->id}] = harmless_answer(*question);
      }
    }
  }
  const auto settled = levels_of(given);
  for (const Question* question : erased) {
    if (given.history.answers.contains(std::string{question->id})) {
      continue;
    }
    for (const std::string_view option : question->options) {
      person::Case answered = given;
      answered.history.answers[std::string{question->id}] = std::string{option};
      RC_ASSERT(have_same_levels(levels_of(answered), settled));
    }
  }
}

TEST(Conditions, ThatSpareSomebodyAreThoseThatTheRuleDataName) {
  EXPECT_EQ(sparing_questions(), (std::set<std::string_view>{"numb_where", "pad_severity",
                                                             "surgery_days", "surgery_where"}));
}

}  // namespace
}  // namespace coldplan::screening
