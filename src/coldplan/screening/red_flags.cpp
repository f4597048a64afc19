#include "coldplan/screening/red_flags.h"

#include <algorithm>

namespace coldplan::screening {
namespace {

using person::FlagAnswer;
using person::Pain;
using person::RedFlag;

/// What was answered; signs that are named say yes.
FlagAnswer answer_of(const RedFlag& flag) {
  return flag.signs.empty() ? flag.answer : FlagAnswer::yes;
}

/// Whether another flag is up, or may be.
bool may_be_up(const Pain& pain, std::string_view flag) {
  const auto answer = pain.red_flags.find(std::string{flag});
  return answer != pain.red_flags.end() && answer_of(answer->second) != FlagAnswer::no;
}

bool fits(const SignRule& rule, const RedFlag& answer, const Pain& pain) {
  const bool has_one =
      rule.any_of.empty() ||
      std::any_of(rule.any_of.begin(), rule.any_of.end(), [&answer](std::string_view sign) {
        return std::find(answer.signs.begin(), answer.signs.end(), sign) != answer.signs.end();
      });
  return has_one && answer.signs.size() >= static_cast<std::size_t>(rule.at_least) &&
         (rule.with_flag.empty() || may_be_up(pain, rule.with_flag));
}

Urgency urgency_of_signs(const Flag& flag, const RedFlag& answer, const Pain& pain) {
  if (answer.signs.empty()) {
    return flag.urgency;
  }
  for (const SignRule& rule : flag.sign_rules) {
    if (fits(rule, answer, pain)) {
      return rule.urgency;
    }
  }
  return flag.urgency;
}

Urgency urgency_of(const Flag& flag, const RedFlag& answer, const Pain& pain) {
  switch (answer_of(answer)) {
    case FlagAnswer::no:
      return Urgency::none;
    case FlagAnswer::yes:
      return urgency_of_signs(flag, answer, pain);
    case FlagAnswer::unsure:
      return flag.urgency >= Urgency::same_day ? flag.urgency : Urgency::routine;
  }
  return flag.urgency;
}

}  // namespace

Warnings warnings_of(const Pain& pain, std::string_view today) {
  Warnings warnings;
  for (const Flag& flag : flags()) {
    const auto found = pain.red_flags.find(std::string{flag.id});
    if (found == pain.red_flags.end()) {
      warnings.open.push_back(&flag);
      continue;
    }
    const RedFlag& answer = found->second;
    if (answer_of(answer) == FlagAnswer::no) {
      continue;
    }
    const Urgency urgency = urgency_of(flag, answer, pain);
    const bool is_ahead = answer.reviewed && !today.empty() && *answer.reviewed > today;
    const auto reviewed = is_ahead ? std::nullopt : answer.reviewed;
    warnings.raised.push_back(
        {&flag, urgency, answer_of(answer) == FlagAnswer::unsure, reviewed, answer.signs});
    if (!reviewed) {
      warnings.urgency = std::max(warnings.urgency, urgency);
    }
  }
  std::stable_sort(
      warnings.raised.begin(), warnings.raised.end(),
      [](const RaisedFlag& one, const RaisedFlag& other) { return one.urgency > other.urgency; });
  return warnings;
}

}  // namespace coldplan::screening
