#include "coldplan/person/validation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "coldplan/person/json_text.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/quantity/units.h"

namespace coldplan::person {
namespace {

using nlohmann::json;
using Violation = std::optional<Error>;

// numerical: the most words that a message lists, about two lines of a terminal
constexpr std::size_t longest_word_list = 160;

std::string text_of(const json& schema, const char* keyword) {
  return schema.contains(keyword) ? schema.at(keyword).get<std::string>() : std::string{};
}

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) {
    keys.push_back(key);
  }
  return keys;
}

/// "a, b or c"; in quotes if a word is several.
std::string listed(const std::vector<std::string>& words) {
  const bool quoted = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find(' ') != std::string::npos;
  });
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_last = i + 1 == words.size();
    list += i == 0 ? "" : (is_last ? " or " : ", ");
    list += quoted ? "\"" + words[i] + "\"" : words[i];
  }
  return list;
}

bool is_listed(const std::vector<std::string>& words) {
  return listed(words).size() <= longest_word_list;
}

Error wrong(ErrorCode code, const json& value, const json& schema) {
  return {code, "", shown(value), accepted(schema), ""};
}

bool has_type(const json& value, std::string_view type) {
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
  if (type == "integer") {
    return value.is_number() && std::trunc(value.get<double>()) == value.get<double>();
  }
  return type == "number" && value.is_number();
}

Violation number_violation(const json& value, const json& schema) {
  const auto number = value.get<double>();
  const bool below = schema.contains("minimum") && number < schema.at("minimum").get<double>();
  const bool above = schema.contains("maximum") && number > schema.at("maximum").get<double>();
  if (below || above) {
    return wrong(ErrorCode::out_of_range, value, schema);
  }
  return std::nullopt;
}

Violation word_violation(const json& value, const json& schema) {
  const auto words = schema.at("enum").get<std::vector<std::string>>();
  const auto word = value.get<std::string>();
  if (std::find(words.begin(), words.end(), word) != words.end()) {
    return std::nullopt;
  }
  Error error = wrong(ErrorCode::unknown_name, value, schema);
  const std::string nearest = quantity::nearest_word(word, words);
  if (!is_listed(words) || quantity::looks_like(word, nearest)) {
    error.mend = "did you mean \"" + nearest + "\"?";
  }
  return error;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

Violation text_violation(const json& value, const json& schema) {
  if (schema.contains("enum")) {
    return word_violation(value, schema);
  }
  const auto text = value.get<std::string>();
  const std::size_t length = characters_in(text);
  const bool too_short =
      schema.contains("minLength") && length < schema.at("minLength").get<std::size_t>();
  const bool too_long =
      schema.contains("maxLength") && length > schema.at("maxLength").get<std::size_t>();
  if (too_short || too_long || (text_of(schema, "format") == "date" && !is_date(text))) {
    return wrong(ErrorCode::out_of_range, value, schema);
  }
  return std::nullopt;
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

Violation entry_violation(const json& list, const json& schema) {
  if (!schema.contains("items")) {
    return std::nullopt;
  }
  const json& items = schema.at("items");
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (items.is_array() && i >= items.size()) {
      return std::nullopt;
    }
    if (Violation found = violation(list[i], items.is_array() ? items[i] : items)) {
      const std::string inner =
          found->place.empty() || found->place.starts_with('[') ? found->place : "." + found->place;
      found->place = fmt::format("[{}]", i) + inner;
      return found;
    }
  }
  return std::nullopt;
}

Violation list_violation(const json& value, const json& schema) {
  const bool too_short =
      schema.contains("minItems") && value.size() < schema.at("minItems").get<std::size_t>();
  const bool too_long =
      schema.contains("maxItems") && value.size() > schema.at("maxItems").get<std::size_t>();
  if (too_short || too_long) {
    return wrong(ErrorCode::out_of_range, value, schema);
  }
  if (Violation found = entry_violation(value, schema)) {
    return found;
  }
  if (schema.value("uniqueItems", false)) {
    return repetition(value);
  }
  const bool falls =
      std::adjacent_find(value.begin(), value.end(), std::less_equal<>{}) == value.end();
  if (text_of(schema, "x-order") == "descending" && !falls) {
    return wrong(ErrorCode::conflict, value, schema);
  }
  return std::nullopt;
}

Violation unknown_key(const json& object, const json& schema) {
  if (schema.value("additionalProperties", true)) {
    return std::nullopt;
  }
  const json elsewhere = schema.value("x-elsewhere", json::object());
  const std::vector<std::string> known = keys_of(schema.at("properties"));
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

Violation missing_key(const json& object, const json& schema) {
  for (const json& key : schema.value("required", json::array())) {
    const auto name = key.get<std::string>();
    if (!object.contains(name)) {
      return Error{ErrorCode::missing, name, "", "",
                   "give " + accepted(schema.at("properties").at(name))};
    }
  }
  return std::nullopt;
}

/// `allOf: [{oneOf: [{required: [a]}, {required: [b]}]}, …]`: exactly one of a and b.
Violation choice_violation(const json& object, const json& schema) {
  for (const json& rule : schema.value("allOf", json::array())) {
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
      return Error{
          ErrorCode::missing, first, "", "",
          "give " + accepted(schema.at("properties").at(first)) + ", or else " + listed(choice)};
    }
  }
  return std::nullopt;
}

Violation object_violation(const json& value, const json& schema) {
  for (const auto& rule : {unknown_key, missing_key, choice_violation}) {
    if (Violation found = rule(value, schema)) {
      return found;
    }
  }
  for (const auto& [key, entry] : value.items()) {
    if (!schema.at("properties").contains(key)) {
      continue;
    }
    if (Violation found = violation(entry, schema.at("properties").at(key))) {
      const bool is_entry = found->place.starts_with('[');
      found->place = is_entry ? key + found->place : under(key, *found).place;
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string accepted(const json& schema) {
  std::string allowed = text_of(schema, "x-noun");
  if (schema.contains("enum")) {
    const auto words = schema.at("enum").get<std::vector<std::string>>();
    return is_listed(words) ? allowed + " (" + listed(words) + ")" : allowed;
  }
  if (schema.contains("minimum") && schema.contains("maximum")) {
    allowed += " (" + schema.at("minimum").dump() + " to " + schema.at("maximum").dump() + ")";
  }
  if (schema.contains("minLength") && schema.contains("maxLength")) {
    allowed += fmt::format(" ({} to {} characters)", schema.at("minLength").dump(),
                           schema.at("maxLength").dump());
  }
  return allowed;
}

bool is_date(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  const bool has_shape =
      std::equal(text.begin(), text.end(), shape.begin(), shape.end(), [](char given, char wanted) {
        return wanted == 'd' ? given >= '0' && given <= '9' : given == wanted;
      });
  if (!has_shape) {
    return false;
  }
  const std::size_t first = shape.find('-');
  const std::size_t second = shape.rfind('-');
  const auto number = [](std::string_view digits) {
    return static_cast<int>(quantity::parse_number(digits).value());
  };
  const std::chrono::year_month_day day{
      std::chrono::year{number(text.substr(0, first))},
      std::chrono::month{static_cast<unsigned>(number(text.substr(first + 1, second - first - 1)))},
      std::chrono::day{static_cast<unsigned>(number(text.substr(second + 1)))}};
  return day.ok();
}

Violation violation(const json& value, const json& schema) {
  const std::string type = text_of(schema, "type");
  if (!has_type(value, type)) {
    return wrong(ErrorCode::wrong_type, value, schema);
  }
  if (type == "object") {
    return object_violation(value, schema);
  }
  if (type == "array") {
    return list_violation(value, schema);
  }
  if (type == "string") {
    return text_violation(value, schema);
  }
  return value.is_number() ? number_violation(value, schema) : std::nullopt;
}

}  // namespace coldplan::person
