#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "coldplan/person/json_text.h"
#include "coldplan/person/validation.h"
#include "coldplan/person/validation_rules.h"

namespace coldplan::person {
namespace rules {
namespace {

using nlohmann::json;

// numerical: the most bytes of words that a message lists, about two lines of a terminal
constexpr std::size_t longest_word_list = 160;

/// Of a type, where the schema has no noun of its own.
std::string noun_of(const std::string& type) {
  if (type == "boolean") {
    return "true or false";
  }
  if (type == "integer") {
    return "a whole number";
  }
  if (type == "string") {
    return "a text";
  }
  if (type == "array") {
    return "a list";
  }
  return type == "object" ? "an object" : (type == "number" ? "a number" : type);
}

std::string noun_of(const json& rules) {
  if (rules.contains("x-noun") || !rules.contains("type")) {
    return rules.value("x-noun", std::string{"a value"});
  }
  if (rules.at("type").is_string()) {
    return noun_of(rules.at("type").get<std::string>());
  }
  std::vector<std::string> nouns;
  for (const json& type : rules.at("type")) {
    nouns.push_back(noun_of(type.get<std::string>()));
  }
  return fmt::format("{}", fmt::join(nouns, " or "));
}

std::string accepted_words(const json& rules) {
  const std::vector<std::string> words = words_of(rules);
  if (rules.contains("x-noun")) {
    return noun_of(rules) + (is_listed(words) ? " (" + listed(words) + ")" : "");
  }
  return is_listed(words) ? listed(words) : "a known word";
}

/// "(1 to 3)" where both ends are limited, else "of at least 1" or "above 1".
std::string limits(const json& rules) {
  const bool has_both = rules.contains("minimum") && rules.contains("maximum");
  if (has_both) {
    return " (" + rules.at("minimum").dump() + " to " + rules.at("maximum").dump() + ")";
  }
  if (rules.contains("exclusiveMinimum")) {
    return " above " + rules.at("exclusiveMinimum").dump();
  }
  return rules.contains("minimum") ? " of at least " + rules.at("minimum").dump() : "";
}

/// As limits, of the characters of a text or the entries of a list.
std::string size_limits(const json& rules) {
  if (rules.contains("minLength") && rules.contains("maxLength")) {
    return fmt::format(" ({} to {} characters)", rules.at("minLength").dump(),
                       rules.at("maxLength").dump());
  }
  // A noun of its own says what is in a list.
  if (rules.contains("x-noun")) {
    return "";
  }
  if (rules.contains("pattern")) {
    return " of the pattern " + rules.at("pattern").get<std::string>();
  }
  if (rules.contains("minLength")) {
    return " of at least " + rules.at("minLength").dump() + " characters";
  }
  if (!rules.contains("minItems")) {
    return "";
  }
  const bool is_exact = rules.value("maxItems", json{}) == rules.at("minItems");
  return (is_exact ? " of " : " of at least ") + rules.at("minItems").dump();
}

/// What any of the schemas accepts; null comes last.
std::string accepted_by_one(const Schema& schema) {
  std::vector<std::string> each;
  for (const json& option : schema.rules->at("oneOf")) {
    each.push_back(accepted(part_of(schema, option)));
  }
  std::stable_partition(each.begin(), each.end(),
                        [](const std::string& text) { return text != "null"; });
  return fmt::format("{}", fmt::join(each, " or "));
}

}  // namespace

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

std::vector<std::string> words_of(const json& rules) {
  std::vector<std::string> words;
  for (const json& word : rules.at("enum")) {
    words.push_back(word.is_string() ? word.get<std::string>() : word.dump());
  }
  return words;
}

std::string accepted(const Schema& schema) {
  const json& rules = *schema.rules;
  if (rules.contains("const")) {
    return shown(rules.at("const"));
  }
  if (rules.contains("enum")) {
    return accepted_words(rules);
  }
  if (rules.contains("oneOf") && !rules.contains("x-noun")) {
    return accepted_by_one(schema);
  }
  return noun_of(rules) + limits(rules) + size_limits(rules);
}

Error wrong(ErrorCode code, const json& value, const Schema& schema) {
  return {code, "", shown(value), accepted(schema), ""};
}

}  // namespace rules

std::string accepted(const nlohmann::json& schema) {
  return rules::accepted(rules::schema_of(schema));
}

}  // namespace coldplan::person
