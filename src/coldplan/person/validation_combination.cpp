#include <algorithm>
#include <vector>

#include "coldplan/person/json_text.h"
#include "coldplan/person/validation_rules.h"

namespace coldplan::person::rules {
namespace {

using nlohmann::json;

/// Exactly one of several schemas. Where one alone is of the type of the value, its violation says
/// more than that none accepts the value.
Violation one_of_violation(const json& value, const Schema& schema) {
  if (!schema.rules->contains("oneOf")) {
    return std::nullopt;
  }
  std::vector<Schema> fitting;
  for (const json& option : schema.rules->at("oneOf")) {
    const Schema each = part_of(schema, option);
    if (has_type(value, each)) {
      fitting.push_back(each);
    }
  }
  if (fitting.size() == 1) {
    return violation(value, fitting.front());
  }
  const auto accepting = std::count_if(fitting.begin(), fitting.end(), [&](const Schema& each) {
    return !violation(value, each).has_value();
  });
  if (accepting == 1) {
    return std::nullopt;
  }
  return wrong(ErrorCode::wrong_type, value, schema);
}

/// " where scored is true": the values that a condition asks about.
std::string reason(const json& value, const json& condition) {
  std::string words;
  for (const auto& [key, rule] : keyword(condition, "properties").items()) {
    if (value.is_object() && value.contains(key)) {
      words += (words.empty() ? " where " : " and ") + key + " is " + shown(value.at(key));
    }
  }
  return words;
}

Violation condition_violation(const json& value, const Schema& schema) {
  const json& rules = *schema.rules;
  if (!rules.contains("if")) {
    return std::nullopt;
  }
  const bool holds = !violation(value, part_of(schema, rules.at("if")));
  const char* branch = holds ? "then" : "else";
  if (!rules.contains(branch)) {
    return std::nullopt;
  }
  Violation found = violation(value, part_of(schema, rules.at(branch)));
  if (found) {
    std::string& ending = found->mend.empty() ? found->allowed : found->mend;
    ending += reason(value, rules.at("if"));
  }
  return found;
}

}  // namespace

bool is_choice_of_keys(const json& rule) {
  const json& options = keyword(rule, "oneOf");
  return !options.empty() && std::all_of(options.begin(), options.end(), [](const json& option) {
    return option.size() == 1 && option.contains("required");
  });
}

Violation combination_violation(const json& value, const Schema& schema) {
  if (Violation found = one_of_violation(value, schema)) {
    return found;
  }
  for (const json& rule : keyword(*schema.rules, "allOf")) {
    if (is_choice_of_keys(rule)) {
      continue;
    }
    if (Violation found = violation(value, part_of(schema, rule))) {
      return found;
    }
  }
  return condition_violation(value, schema);
}

}  // namespace coldplan::person::rules
