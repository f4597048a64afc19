#include <algorithm>
#include <chrono>
#include <cstddef>
#include <regex>
#include <string_view>

#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/person/validation_rules.h"
#include "coldplan/quantity/nearest_word.h"
#include "coldplan/quantity/units.h"

namespace coldplan::person {
namespace rules {
namespace {

using nlohmann::json;

// numerical: the longest text that a pattern is tried on: std::regex may need some hundred bytes of
// the stack for each of its characters
constexpr std::size_t longest_matched = 1000;

Violation word_violation(const json& value, const Schema& schema) {
  const json& allowed = schema.rules->at("enum");
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) {
    return std::nullopt;
  }
  if (!value.is_string()) {
    return wrong(ErrorCode::wrong_type, value, schema);
  }
  const std::vector<std::string> words = words_of(*schema.rules);
  const auto word = value.get<std::string>();
  Error error = wrong(ErrorCode::unknown_name, value, schema);
  const std::string nearest = quantity::nearest_word(word, words);
  if (!is_listed(words) || quantity::looks_like(word, nearest)) {
    error.mend = "did you mean \"" + nearest + "\"?";
  }
  return error;
}

Violation number_violation(const json& value, const Schema& schema) {
  const json& rules = *schema.rules;
  const auto number = value.get<double>();
  const bool below =
      (rules.contains("minimum") && number < rules.at("minimum").get<double>()) ||
      (rules.contains("exclusiveMinimum") && number <= rules.at("exclusiveMinimum").get<double>());
  const bool above = rules.contains("maximum") && number > rules.at("maximum").get<double>();
  if (below || above) {
    return wrong(ErrorCode::out_of_range, value, schema);
  }
  return std::nullopt;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return !continues_character(byte); }));
}

/// Whether the pattern is of ASCII alone, escaped characters too, so that bytes can be compared.
bool is_ascii(std::string_view pattern) {
  return pattern.find("\\u") == std::string_view::npos &&
         std::all_of(pattern.begin(), pattern.end(),
                     [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

bool breaks_pattern(const std::string& text, const json& rules) {
  const std::string pattern = rules.value("pattern", std::string{});
  if (pattern.empty() || !is_ascii(pattern)) {
    return false;
  }
  return text.size() > longest_matched || !std::regex_search(text, std::regex{pattern});
}

Violation text_violation(const json& value, const Schema& schema) {
  const json& rules = *schema.rules;
  const auto text = value.get<std::string>();
  const std::size_t length = characters_in(text);
  const bool too_short =
      rules.contains("minLength") && length < rules.at("minLength").get<std::size_t>();
  const bool too_long =
      rules.contains("maxLength") && length > rules.at("maxLength").get<std::size_t>();
  const bool is_no_date = rules.value("format", std::string{}) == "date" && !is_date(text);
  if (too_short || too_long || is_no_date) {
    return wrong(ErrorCode::out_of_range, value, schema);
  }
  if (breaks_pattern(text, rules)) {
    return wrong(ErrorCode::wrong_type, value, schema);
  }
  return std::nullopt;
}

}  // namespace

Violation scalar_violation(const json& value, const Schema& schema) {
  const json& rules = *schema.rules;
  if (rules.contains("const") && value != rules.at("const")) {
    return wrong(ErrorCode::conflict, value, schema);
  }
  if (rules.contains("enum")) {
    return word_violation(value, schema);
  }
  if (value.is_number()) {
    return number_violation(value, schema);
  }
  return value.is_string() ? text_violation(value, schema) : std::nullopt;
}

}  // namespace rules

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

}  // namespace coldplan::person
