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

TEST(Validation, FollowsAReferenceToADefinition) {
  constexpr const char* schema = R"({"definitions": {"size": {"$ref": "#/definitions/length"},
      "length": {"type": "number", "exclusiveMinimum": 0}},
      "type": "array", "items": {"$ref": "#/definitions/size"}})";
  EXPECT_EQ(verdict("[1, 2]", schema), "accepted");
  EXPECT_EQ(verdict("[1, 0]", schema), "[1]: 0 is not a number above 0");
  EXPECT_EQ(verdict("[1, []]", schema), "[1]: [] is not a number above 0");
}

TEST(Validation, TakesAnyOfAListOfTypes) {
  constexpr const char* schema = R"({"type": ["number", "null"]})";
  EXPECT_EQ(verdict("1.5", schema), "accepted");
  EXPECT_EQ(verdict("null", schema), "accepted");
  EXPECT_EQ(verdict(R"("1.5")", schema), "\"1.5\" is not a number or null");
}

TEST(Validation, NamesTheOnlyAlternativeOfTheTypeOfTheValue) {
  constexpr const char* schema = R"({"oneOf": [{"type": "null"}, {"type": "object",
      "required": ["mean"], "additionalProperties": false,
      "properties": {"mean": {"type": "number", "minimum": 0}}}]})";
  EXPECT_EQ(verdict("null", schema), "accepted");
  EXPECT_EQ(verdict(R"({"mean": 0})", schema), "accepted");
  EXPECT_EQ(verdict(R"({"mean": -1})", schema), "mean: -1 is not a number of at least 0");
  EXPECT_EQ(verdict("{}", schema), "mean: give a number of at least 0");
  EXPECT_EQ(verdict("3", schema), "3 is not an object or null");
}

TEST(Validation, WantsOneAlternativeAndNoMore) {
  constexpr const char* schema =
      R"({"x-noun": "an even number or a large one", "oneOf": [{"type": "integer", "minimum": 10},
          {"enum": [2, 4, 12]}]})";
  EXPECT_EQ(verdict("2", schema), "accepted");
  EXPECT_EQ(verdict("11", schema), "accepted");
  EXPECT_EQ(verdict("3", schema), "3 is not an even number or a large one");
  EXPECT_EQ(verdict("12", schema), "12 is not an even number or a large one");
}

TEST(Validation, TakesNullAsAWordWhereItIsListed) {
  constexpr const char* schema = R"({"enum": ["still", "stirred", null]})";
  EXPECT_EQ(verdict("null", schema), "accepted");
  EXPECT_EQ(verdict(R"("stired")", schema),
            "\"stired\" is not still, stirred or null; did you mean \"stirred\"?");
  EXPECT_EQ(verdict("1", schema), "1 is not still, stirred or null");
}

TEST(Validation, ComparesATextWithAPattern) {
  constexpr const char* schema = R"({"type": "string", "pattern": "^10\\.[0-9]{4,9}/"})";
  EXPECT_EQ(verdict(R"("10.4085/1062")", schema), "accepted");
  EXPECT_EQ(verdict(R"("doi:10.4085/1")", schema),
            R"("doi:10.4085/1" is not a text of the pattern ^10\.[0-9]{4,9}/)");
}

TEST(Validation, TriesNoPatternOnATextThatWouldExhaustTheStack) {
  const auto of_length = [](std::size_t length) {
    return violation(json(std::string(length, 'a')),
                     json::parse(R"({"type": "string", "pattern": "^[a-z]*$"})"))
        .has_value();
  };
  EXPECT_FALSE(of_length(1000));
  EXPECT_TRUE(of_length(1001));
  EXPECT_TRUE(of_length(100'000));
}

TEST(Validation, LooksAtNoPatternBeyondAscii) {
  EXPECT_EQ(verdict(R"("b")", R"({"type": "string", "pattern": "^ä$"})"), "accepted");
  EXPECT_EQ(verdict(R"("b")", R"({"type": "string", "pattern": "^[\\u007f-\\u009f]$"})"),
            "accepted");
}

TEST(Validation, SaysOfAConditionWhatItAsksAbout) {
  constexpr const char* schema = R"({"type": "object",
      "properties": {"scored": {"type": "boolean"}, "value": {}, "why_not": {"type": "string"}},
      "allOf": [{"if": {"properties": {"scored": {"const": true}}},
                 "then": {"properties": {"value": {"type": "number"}}},
                 "else": {"required": ["why_not"]}}]})";
  EXPECT_EQ(verdict(R"({"scored": true, "value": 1})", schema), "accepted");
  EXPECT_EQ(verdict(R"({"scored": true, "value": null})", schema),
            "value: null is not a number where scored is true");
  EXPECT_EQ(verdict(R"({"scored": false})", schema), "why_not: give it where scored is false");
  EXPECT_EQ(verdict(R"({"scored": false, "why_not": "no_value"})", schema), "accepted");
}

TEST(Validation, LetsAConditionWithoutABranchPass) {
  constexpr const char* schema =
      R"({"if": {"const": 1}, "then": {"type": "integer", "minimum": 2}})";
  EXPECT_EQ(verdict("0", schema), "accepted");
  EXPECT_EQ(verdict("1", schema), "1 is not a whole number of at least 2");
}

TEST(Validation, NamesWhatASchemaWithoutANounAccepts) {
  const auto text = [](const char* schema) { return accepted(json::parse(schema)); };
  EXPECT_EQ(text(R"({"type": "boolean"})"), "true or false");
  EXPECT_EQ(text(R"({"const": null})"), "null");
  EXPECT_EQ(text(R"({"type": "integer", "minimum": 1, "maximum": 5})"), "a whole number (1 to 5)");
  EXPECT_EQ(text(R"({"type": "string", "minLength": 10})"), "a text of at least 10 characters");
  EXPECT_EQ(text(R"({"type": "array", "minItems": 2, "maxItems": 2})"), "a list of 2");
  EXPECT_EQ(text(R"({"type": "array", "minItems": 1})"), "a list of at least 1");
  EXPECT_EQ(text(R"({"type": "object"})"), "an object");
  EXPECT_EQ(text(R"({"minItems": 1})"), "a value of at least 1");
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
