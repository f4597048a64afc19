#include "coldplan/person/validation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "coldplan/person/json_text.h"
#include "coldplan/person/validation_rules.h"
#include "coldplan/quantity/nearest_word.h"

namespace coldplan::person {
namespace rules {
namespace {

using nlohmann::json;

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) {
    keys.push_back(key);
  }
  return keys;
}

const json& properties_of(const Schema& schema) {
  return keyword(*schema.rules, "properties");
}

bool is_of_type(const json& value, std::string_view type) {
  if (type == "object") {
    return value.is_object();
  }
  if (type == "array") {
    return value.is_array();
  }
  if (type == "string") {
    return value.is_string();
  }
  if (type == "boolean") {
    return value.is_boolean();
  }
  if (type == "null") {
    return value.is_null();
  }
  if (type == "integer") {
    return value.is_number() && std::trunc(value.get<double>()) == value.get<double>();
  }
  return type == "number" && value.is_number();
}

Violation repetition(const json& list) {
  for (auto entry = list.begin(); entry != list.end(); ++entry) {
    if (std::find(list.begin(), entry, *entry) != entry) {
      return Error{ErrorCode::conflict, fmt::format("[{}]", entry - list.begin()),
                   shown(*entry) + " stands twice", "", "leave one of the two out"};
    }
  }
  return std::nullopt;
}

Violation entry_violation(const json& list, const Schema& schema) {
  if (!schema.rules->contains("items")) {
    return std::nullopt;
  }
  const json& items = schema.rules->at("items");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (items.is_array() && i >= items.size()) {
      return std::nullopt;
    }
    const Schema entry = part_of(schema, items.is_array() ? items[i] : items);
    if (Violation found = violation(list[i], entry)) {
      const std::string inner =
          found->place.empty() || found->place.starts_with('[') ? found->place : "." + found->place;
      found->place = fmt::format("[{}]", i) + inner;
      return found;
    }
  }
  return std::nullopt;
}

Violation list_violation(const json& value, const Schema& schema) {
  const json& rules = *schema.rules;
  const bool too_short =
      rules.contains("minItems") && value.size() < rules.at("minItems").get<std::size_t>();
  const bool too_long =
      rules.contains("maxItems") && value.size() > rules.at("maxItems").get<std::size_t>();
  if (too_short || too_long) {
    return wrong(ErrorCode::out_of_range, value, schema);
  }
  if (Violation found = entry_violation(value, schema)) {
    return found;
  }
  if (rules.value("uniqueItems", false)) {
    return repetition(value);
  }
  const bool falls =
      std::adjacent_find(value.begin(), value.end(), std::less_equal<>{}) == value.end();
  if (rules.value("x-order", std::string{}) == "descending" && !falls) {
    return wrong(ErrorCode::conflict, value, schema);
  }
  return std::nullopt;
}

Violation unknown_key(const json& object, const Schema& schema) {
  if (schema.rules->value("additionalProperties", true)) {
    return std::nullopt;
  }
  const json& elsewhere = keyword(*schema.rules, "x-elsewhere");
  const std::vector<std::string> known = keys_of(properties_of(schema));
  for (const std::string& key : keys_of(object)) {
    if (std::find(known.begin(), known.end(), key) != known.end()) {
      continue;
    }
    const std::string name = key.empty() ? "an empty name" : shown(std::string_view{key});
    const std::string mend = elsewhere.contains(key)
                                 ? "give " + elsewhere.at(key).get<std::string>() + " instead"
                                 : "did you mean " + quantity::nearest_word(key, known) + "?";
    return Error{ErrorCode::unknown_name, key.empty() ? "" : name, name, "a known key", mend};
  }
  return std::nullopt;
}

/// What a key is to be given, where the schema says so.
std::string to_give(const Schema& schema, const std::string& key) {
  const json& properties = properties_of(schema);
  return "give " +
         (properties.contains(key) ? accepted(part_of(schema, properties.at(key))) : "it");
}

Violation missing_key(const json& object, const Schema& schema) {
  for (const json& key : keyword(*schema.rules, "required")) {
    const auto name = key.get<std::string>();
    if (!object.contains(name)) {
      return Error{ErrorCode::missing, name, "", "", to_give(schema, name)};
    }
  }
  return std::nullopt;
}

/// `{oneOf: [{required: [a]}, {required: [b]}]}`: exactly one of a and b.
Violation choice_violation(const json& object, const json& rule, const Schema& schema) {
  std::vector<std::string> choice;
  std::vector<std::string> given;
  for (const json& option : rule.at("oneOf")) {
    choice.push_back(option.at("required").at(0).get<std::string>());
    if (object.contains(choice.back())) {
      given.push_back(choice.back());
    }
  }
  if (given.size() > 1) {
    return Error{ErrorCode::conflict, given[1], given[0] + " is given too", "",
                 "leave one of the two out"};
  }
  if (given.empty()) {
    const std::string first = choice.front();
    choice.erase(choice.begin());
    return Error{ErrorCode::missing, first, "", "",
                 to_give(schema, first) + ", or else " + listed(choice)};
  }
  return std::nullopt;
}

/// `allOf: [choice, …]`
Violation choices_violation(const json& object, const Schema& schema) {
  for (const json& rule : keyword(*schema.rules, "allOf")) {
    if (!is_choice_of_keys(rule)) {
      continue;
    }
    if (Violation found = choice_violation(object, rule, schema)) {
      return found;
    }
  }
  return std::nullopt;
}

Violation object_violation(const json& value, const Schema& schema) {
  for (const auto& rule : {unknown_key, missing_key, choices_violation}) {
    if (Violation found = rule(value, schema)) {
      return found;
    }
  }
  const json& properties = properties_of(schema);
  for (const auto& [key, entry] : value.items()) {
    if (!properties.contains(key)) {
      continue;
    }
    if (Violation found = violation(entry, part_of(schema, properties.at(key)))) {
      const bool is_entry = found->place.starts_with('[');
      found->place = is_entry ? key + found->place : under(key, *found).place;
      return found;
    }
  }
  return std::nullopt;
}

Violation value_violation(const json& value, const Schema& schema) {
  if (!has_type(value, schema)) {
    return wrong(ErrorCode::wrong_type, value, schema);
  }
  if (Violation found = scalar_violation(value, schema)) {
    return found;
  }
  if (value.is_object()) {
    return object_violation(value, schema);
  }
  return value.is_array() ? list_violation(value, schema) : std::nullopt;
}

}  // namespace

Schema schema_of(const json& document) {
  return part_of({&document, &document}, document);
}

Schema part_of(const Schema& schema, const json& part) {
  const json* rules = &part;
  while (rules->contains("$ref")) {
    const auto reference = rules->at("$ref").get<std::string>();
    rules = &schema.document->at(json::json_pointer{reference.substr(1)});
  }
  return {rules, schema.document};
}

const json& keyword(const json& rules, const char* name) {
  static const json none;
  const auto found = rules.find(name);
  return found == rules.end() ? none : *found;
}

bool has_type(const json& value, const Schema& schema) {
  const json& type = keyword(*schema.rules, "type");
  if (type.is_string()) {
    return is_of_type(value, type.get<std::string>());
  }
  return type.empty() || std::any_of(type.begin(), type.end(), [&](const json& each) {
           return is_of_type(value, each.get<std::string>());
         });
}

Violation violation(const json& value, const Schema& schema) {
  if (Violation found = value_violation(value, schema)) {
    return found;
  }
  return combination_violation(value, schema);
}

}  // namespace rules

std::optional<Error> violation(const nlohmann::json& value, const nlohmann::json& schema) {
  return rules::violation(value, rules::schema_of(schema));
}

}  // namespace coldplan::person
