#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "coldplan/person/case_file.h"
#include "coldplan/screening/tables.h"

/// Cases for tests.
namespace coldplan::screening {

/// A woman of 40 of whom nothing else is known.
inline person::Case example_unasked() {
  person::Case given;
  given.person = {person::Sex::female, 40.0, 1.65, 65.0};
  return given;
}

/// The answer to a question that no rule fires on.
inline std::string harmless_answer(const Question& question) {
  for (const std::string_view option : question.options) {
    bool fires = false;
    for (const Rule& rule : rules()) {
      for (const auto* condition : {&rule.when, rule.besides ? &*rule.besides : nullptr}) {
        fires = fires || (condition != nullptr && condition->question == question.id &&
                          std::find(condition->words.begin(), condition->words.end(), option) !=
                              condition->words.end());
      }
    }
    if (!fires) {
      return std::string{option};
    }
  }
  return {};
}

/// The same woman, who was asked everything and reported nothing.
inline person::Case example_clean() {
  person::Case given = example_unasked();
  given.history.blood_pressure = person::BloodPressure{120.0, 75.0};
  for (const Question& question : questions()) {
    if (!question.options.empty() && question.id != "redflag" && !question.follows) {
      given.history.answers[std::string{question.id}] = harmless_answer(question);
    }
  }
  given.history.answers["prescription"] = "no";
  for (const Flag& flag : flags()) {
    given.pain.red_flags[std::string{flag.id}] = {person::FlagAnswer::no, {}, std::nullopt};
  }
  return given;
}

}  // namespace coldplan::screening
