#include "coldplan/person/validation.h"

#include <string>

#include <gtest/gtest.h>

namespace coldplan::person {
namespace {

using nlohmann::json;

std::string verdict(const char* value, const char* schema) {
  const auto found = violation(json::parse(value), json::parse(schema));
  return found ? message(*found) : "accepted";
}

TEST(Validation, AcceptsTheEndsOfARange) {
  constexpr const char* schema =
      R"({"type": "number", "minimum": 2, "maximum": 3.5, "x-noun": "a size"})";
  EXPECT_EQ(verdict("2", schema), "accepted");
  EXPECT_EQ(verdict("3.5", schema), "accepted");
  EXPECT_EQ(verdict("3.6", schema), "3.6 is not a size (2 to 3.5)");
  EXPECT_EQ(verdict("true", schema), "true is not a size (2 to 3.5)");
}

TEST(Validation, TakesAWholeFloatAsAnInteger) {
  constexpr const char* schema = R"({"type": "integer", "x-noun": "a count"})";
  EXPECT_EQ(verdict("6.0", schema), "accepted");
  EXPECT_EQ(verdict("6.5", schema), "6.5 is not a count");
}

TEST(Validation, CountsCharactersNotBytes) {
  constexpr const char* schema =
      R"({"type": "string", "minLength": 1, "maxLength": 2, "x-noun": "a name"})";
  EXPECT_EQ(verdict(R"("üü")", schema), "accepted");
  EXPECT_EQ(verdict(R"("üüü")", schema), "\"üüü\" is not a name (1 to 2 characters)");
  EXPECT_EQ(verdict(R"("")", schema), "\"\" is not a name (1 to 2 characters)");
}

TEST(Validation, NamesTheEntryOfAList) {
  constexpr const char* schema = R"({"type": "array", "uniqueItems": true, "x-noun": "a list",
      "items": {"type": "string", "enum": ["red", "blue"], "x-noun": "a colour"}})";
  EXPECT_EQ(verdict(R"(["red", "blue"])", schema), "accepted");
  EXPECT_EQ(verdict(R"(["red", "bleu"])", schema),
            "[1]: \"bleu\" is not a colour (red or blue); did you mean \"blue\"?");
  EXPECT_EQ(verdict(R"(["red", "red"])", schema),
            "[1]: \"red\" stands twice; leave one of the two out");
}

TEST(Validation, WantsAFallingListToFall) {
  constexpr const char* schema = R"({"type": "array", "x-order": "descending", "x-noun": "a fall",
      "items": {"type": "number", "x-noun": "a number"}})";
  EXPECT_EQ(verdict("[3, 2, 1]", schema), "accepted");
  EXPECT_EQ(verdict("[3, 3]", schema), "[3,3] is not a fall");
}

TEST(Validation, NamesAMisspeltKeyBeforeTheOneItLeavesMissing) {
  constexpr const char* schema = R"({"type": "object", "required": ["size"], "x-noun": "a thing",
      "additionalProperties": false,
      "properties": {"size": {"type": "number", "x-noun": "a size"}}})";
  EXPECT_EQ(verdict(R"({"sise": 1})", schema), "sise: sise is not a known key; did you mean size?");
  EXPECT_EQ(verdict("{}", schema), "size: give a size");
}

TEST(Validation, ShowsAKeyWithALineBreakOnOneLine) {
  constexpr const char* schema = R"({"type": "object", "x-noun": "a thing",
      "additionalProperties": false,
      "properties": {"size": {"type": "number", "x-noun": "a size"}}})";
  EXPECT_EQ(verdict(R"({"a\nb": 1})", schema),
            "a\\nb: a\\nb is not a known key; did you mean size?");
  EXPECT_EQ(verdict(R"({"": 1})", schema), "an empty name is not a known key; did you mean size?");
}

TEST(Validation, WantsExactlyOneOfTheKeysOfAChoice) {
  constexpr const char* schema = R"({"type": "object", "x-noun": "a thing",
      "allOf": [{"oneOf": [{"required": ["cm"]}, {"required": ["in"]}]}],
      "additionalProperties": false,
      "properties": {"cm": {"type": "number", "x-noun": "a length in cm"},
                     "in": {"type": "number", "x-noun": "a length in inches"}}})";
  EXPECT_EQ(verdict(R"({"in": 1})", schema), "accepted");
  EXPECT_EQ(verdict("{}", schema), "cm: give a length in cm, or else in");
  EXPECT_EQ(verdict(R"({"cm": 1, "in": 1})", schema),
            "in: cm is given too; leave one of the two out");
}

TEST(Validation, KnowsTheCalendar) {
  EXPECT_TRUE(is_date("2024-02-29"));
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "",
                           "2026/01/01", "2026-01-01T"}) {
    EXPECT_FALSE(is_date(text)) << text;
  }
}

}  // namespace
}  // namespace coldplan::person
