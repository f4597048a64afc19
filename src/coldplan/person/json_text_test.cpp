#include "coldplan/person/json_text.h"

#include <string>

#include <gtest/gtest.h>

namespace coldplan::person {
namespace {

std::string failure(std::string_view text) {
  const auto read = parse_json(text);
  return read ? "read" : message(read.error());
}

TEST(JsonText, ReadsAValueWithItsOrderOfMagnitudeAndText) {
  const auto read = parse_json(R"({"a": [1, -2.5e-3, true, null], "b": {"c": "ü"}})");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->at("a").at(1), -2.5e-3);
  EXPECT_EQ(read->at("b").at("c"), "ü");
}

TEST(JsonText, AllowsTheSameKeyInDifferentObjects) {
  EXPECT_TRUE(
      parse_json(R"({"a": {"k": 1}, "b": {"k": 2}, "c": [{"k": 3}, {"k": 4}]})").has_value());
}

TEST(JsonText, NamesThePlaceOfAKeyThatStandsTwice) {
  EXPECT_EQ(failure(R"({"a": [{"k": 1}, {"k": 1, "k": 2}]})"),
            "a[1].k: the key stands twice; leave one of the two out");
}

TEST(JsonText, NamesThePlaceOfANumberThatNoDoubleHolds) {
  EXPECT_EQ(failure(R"({"a": [1, -1e400]})"),
            "a[1]: -1e400 is not a number that can be held; give a smaller one");
}

TEST(JsonText, CountsLinesAndColumnsFromOne) {
  EXPECT_TRUE(failure("}").starts_with("line 1, column 1: \"}\" is not JSON")) << failure("}");
  EXPECT_TRUE(failure("{\n  \"a\": }").starts_with("line 2, column 8: "))
      << failure("{\n  \"a\": }");
}

TEST(JsonText, RefusesWhatFollowsTheValueAndWhatBreaksOff) {
  for (const char* text : {"{} {}", "{\"a\": 1,}", "[1, 2", "{\"a\"", "nul", "\"open", "{'a': 1}",
                           "// note\n{}", "NaN", "[01]", "\"\xff\""}) {
    const auto read = parse_json(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error().code, ErrorCode::unreadable) << text;
    EXPECT_EQ(message(read.error()).find('\n'), std::string::npos) << text;
  }
}

TEST(JsonText, SaysThatABlankTextIsEmpty) {
  EXPECT_EQ(failure(" \n\t"), "the text is empty; begin with {\"person\": {…}}");
}

TEST(JsonText, ShowsValuesShortEnoughForALine) {
  EXPECT_EQ(shown(nlohmann::json(17)), "17");
  EXPECT_EQ(shown(nlohmann::json("two\nlines")), "\"two\\nlines\"");
  EXPECT_EQ(shown(nlohmann::json::parse("[84, 138]")), "[84,138]");
  EXPECT_EQ(shown(nlohmann::json::parse("[[1], [2]]")), "a list of 2");
  EXPECT_EQ(shown(nlohmann::json::object()), "an object");
}

TEST(JsonText, CutsLongTextAtAWholeCharacter) {
  std::string word;
  for (int i = 0; i < 50; ++i) {
    word += "ü";
  }
  const std::string cut = shown(std::string_view{word});
  EXPECT_TRUE(cut.ends_with("ü…")) << cut;
  EXPECT_LT(cut.size(), 70U);
}

}  // namespace
}  // namespace coldplan::person
