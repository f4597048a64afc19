#include "coldplan/study/study_schema.h"

#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/person/validation.h"

namespace coldplan::study {
namespace {

using nlohmann::json;

/// The keywords of a schema and of all schemas in it.
void collect(const json& schema, std::set<std::string>& keywords) {
  for (const auto& [keyword, value] : schema.items()) {
    keywords.insert(keyword);
    const bool is_table = keyword == "properties" || keyword == "definitions";
    const bool is_list = keyword == "oneOf" || keyword == "allOf";
    if (is_table || is_list) {
      for (const json& part : value) {
        collect(part, keywords);
      }
    } else if (keyword != "const" && value.is_object()) {
      collect(value, keywords);
    }
  }
}

TEST(StudySchema, UsesNoKeywordThatValidationDoesNotLookAt) {
  std::set<std::string> keywords;
  collect(json::parse(study_schema_text()), keywords);
  for (const char* only_tells : {"$schema", "title", "description"}) {
    EXPECT_EQ(keywords.erase(only_tells), 1U) << only_tells;
  }
  for (const std::string& keyword : keywords) {
    EXPECT_NE(std::find(person::known_keywords.begin(), person::known_keywords.end(), keyword),
              person::known_keywords.end())
        << keyword;
  }
  EXPECT_TRUE(keywords.contains("exclusiveMinimum"));
}

}  // namespace
}  // namespace coldplan::study
