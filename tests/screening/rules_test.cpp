// COLDPLAN_SOURCE_DIR: tests/screening/rules.json has for each rule the smallest case that fires it
// and the nearest that does not.
#include <algorithm>
#include <set>
#include <string>

#include "screening/reviewed_cases.h"
#include <gtest/gtest.h>

#include "coldplan/screening/evaluator.h"
#include "coldplan/screening/screen.h"

namespace coldplan::screening {
namespace {

using nlohmann::json;

Truth truth_under(const Rule& rule, const json& clean, const json& change) {
  const person::Case given = changed(clean, change);
  return truth_of(rule, subject_of(given));
}

std::set<std::string> forms_of(const Rule& rule) {
  std::set<std::string> forms;
  for (const Variant& variant : variants()) {
    if (acts_on(rule, variant)) {
      forms.insert(std::string{variant.id});
    }
  }
  return forms;
}

TEST(Rules, FireOnTheirSmallestCaseAndNotOnTheNearest) {
  const json clean = reviewed_file("people.json").at("clean");
  const json file = reviewed_file("rules.json");
  std::set<std::string> reviewed;
  for (const json& entry : file.at("rules")) {
    const std::string id = entry.at("rule");
    SCOPED_TRACE(id);
    reviewed.insert(id);
    const Rule* rule = rule_of(id);
    ASSERT_NE(rule, nullptr);
    EXPECT_EQ(truth_under(*rule, clean, entry.at("fires")), Truth::yes);
    EXPECT_EQ(truth_under(*rule, clean, entry.at("spares")), Truth::no);
    for (const json& change : entry.value("also_fires", json::array())) {
      EXPECT_EQ(truth_under(*rule, clean, change), Truth::yes) << change;
    }
    for (const json& change : entry.value("also_spares", json::array())) {
      EXPECT_EQ(truth_under(*rule, clean, change), Truth::no) << change;
    }
    EXPECT_EQ(forms_of(*rule), entry.at("forms").get<std::set<std::string>>());
  }
  for (const Rule& rule : rules()) {
    EXPECT_EQ(reviewed.count(std::string{rule.id}), 1U) << rule.id << " is not in rules.json";
  }
}

TEST(Rules, ThatNoCaseCanMeetAreNamedWithTheReason) {
  ASSERT_EQ(retired().size(), 1U);
  EXPECT_EQ(retired()[0].id, "age-minor");
  EXPECT_EQ(rule_of("age-minor"), nullptr);
}

}  // namespace
}  // namespace coldplan::screening
