#include "coldplan/screening/evaluator.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "coldplan/screening/tables.h"
#include "coldplan/screening/words.h"

namespace coldplan::screening {
namespace {

bool is_within(const Range& range, double value) {
  return value >= range.from && value < range.below;
}

Truth either(bool holds) {
  return holds ? Truth::yes : Truth::no;
}

Truth of_warnings(const Condition& condition, const Warnings& warnings) {
  if (has(condition.words, to_string(warnings.urgency))) {
    return Truth::yes;
  }
  return warnings.open.empty() ? Truth::no : Truth::open;
}

bool says(const Subject& subject, const std::string& question, std::string_view word) {
  const auto answer = subject.given.history.answers.find(question);
  return answer != subject.given.history.answers.end() && answer->second == word;
}

Truth of_pressure(const Condition& condition, const Subject& subject) {
  const auto& pressure = subject.given.history.blood_pressure;
  if (!pressure) {
    return says(subject, "bp_unknown", "no") ? Truth::not_known : Truth::open;
  }
  return either((condition.number && is_within(*condition.number, pressure->systolic)) ||
                (condition.lower && is_within(*condition.lower, pressure->diastolic)));
}

/// Of conditions whose answers stand elsewhere in the case.
std::optional<Truth> of_person(const Condition& condition, const Subject& subject) {
  const person::Person& person = subject.given.person;
  if (condition.question == "age") {
    return either(is_within(condition.number.value(), person.age));
  }
  if (condition.question == "height") {
    return either(person.height < short_height() || says(subject, "height", "yes"));
  }
  if (condition.question == "pregnant" && person.sex == sex_never_pregnant() &&
      !says(subject, "pregnant", "yes")) {
    return Truth::no;
  }
  return std::nullopt;
}

bool is_taken(const Condition& condition, const Subject& subject) {
  return has(condition.words, "yes") &&
         std::any_of(subject.medicines.begin(), subject.medicines.end(),
                     [&condition](const TakenMedicine& taken) {
                       return taken.known != nullptr && taken.known->question == condition.question;
                     });
}

bool was_answered(std::string_view question, const person::History& history) {
  const std::string id{question};
  return history.answers.contains(id) || history.numbers.contains(id);
}

/// The answer that an answered follow-up presupposes, where the question was answered as if there
/// were nothing: whoever says where her skin is numb has numb skin. The first, which is the
/// strictest, of those that it follows on.
std::optional<std::string_view> presupposed(std::string_view question,
                                            const person::History& history) {
  const auto answer = history.answers.find(std::string{question});
  std::optional<std::string_view> word;
  for (const Question& each : questions()) {
    if (!each.follows || each.follows->question != question) {
      continue;
    }
    if (answer != history.answers.end() && has(each.follows->words, answer->second)) {
      return std::nullopt;
    }
    if (!word && was_answered(each.id, history)) {
      word = each.follows->words.front();
    }
  }
  return word;
}

Truth of_answer(const Condition& condition, const Subject& subject) {
  const person::History& history = subject.given.history;
  const std::string id{condition.question};
  if (const auto word = presupposed(condition.question, history)) {
    return either(has(condition.words, *word));
  }
  if (const auto number = history.numbers.find(id); number != history.numbers.end()) {
    return either(condition.number && is_within(*condition.number, number->second));
  }
  const auto answer = history.answers.find(id);
  return answer == history.answers.end() ? Truth::open
                                         : either(has(condition.words, answer->second));
}

}  // namespace

Subject subject_of(const person::Case& given, std::string_view today) {
  return {given, warnings_of(given.pain, today), taken_medicines(given.history.medicines)};
}

Truth truth_of(const Condition& condition, const Subject& subject) {
  if (condition.question == "redflag") {
    return of_warnings(condition, subject.warnings);
  }
  if (condition.question == "bp") {
    return of_pressure(condition, subject);
  }
  if (const auto told = of_person(condition, subject)) {
    return *told;
  }
  if (is_taken(condition, subject)) {
    return Truth::yes;
  }
  const Question* question = question_of(condition.question);
  if (question != nullptr && question->follows) {
    const Truth before = truth_of(*question->follows, subject);
    if (before != Truth::yes) {
      return before;
    }
  }
  return of_answer(condition, subject);
}

Truth truth_of(const Rule& rule, const Subject& subject) {
  const Truth first = truth_of(rule.when, subject);
  const Truth second = rule.besides ? truth_of(*rule.besides, subject) : Truth::yes;
  const bool is_spared = rule.unless && truth_of(*rule.unless, subject) == Truth::yes;
  if (first == Truth::no || second == Truth::no || is_spared) {
    return Truth::no;
  }
  if (first == Truth::open || second == Truth::open) {
    return Truth::open;
  }
  return first == Truth::not_known || second == Truth::not_known ? Truth::not_known : Truth::yes;
}

bool is_answered(const Question& question, const Subject& subject) {
  const person::History& history = subject.given.history;
  if (question.id == "age" || question.id == "height" || question.id == "redflag") {
    return true;
  }
  if (question.id == "bp") {
    return history.blood_pressure.has_value() || says(subject, "bp_unknown", "no");
  }
  if (question.id == "pregnant" && subject.given.person.sex == sex_never_pregnant()) {
    return true;
  }
  if (question.follows && truth_of(*question.follows, subject) != Truth::yes) {
    return true;
  }
  const Condition yes{question.id, question.options, std::nullopt, std::nullopt};
  return was_answered(question.id, history) || is_taken(yes, subject);
}

}  // namespace coldplan::screening
