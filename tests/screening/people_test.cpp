// COLDPLAN_SOURCE_DIR: tests/screening/people.json says, form by form, what must come out for each
// person.
#include <algorithm>
#include <set>
#include <string>

#include "screening/reviewed_cases.h"
#include <gtest/gtest.h>

#include "coldplan/screening/screen.h"

namespace coldplan::screening {
namespace {

using nlohmann::json;

Screening screened(const json& file, const json& someone) {
  const auto given = someone.contains("case") ? case_from(someone.at("case"))
                                              : changed(file.at("clean"), someone.at("change"));
  return screen(given, file.at("today").get<std::string>());
}

/// Rules that were met and stand at the level of a family, on any of its variants of that level; of
/// an allowed one its cautions.
std::set<std::string> deciding(const FamilyScreening& family) {
  std::set<std::string> rules;
  const bool is_allowed = family.level <= Level::caution;
  for (const FormScreening& form : family.forms) {
    if (to_string(form.level) != to_string(family.level)) {
      continue;
    }
    for (const Reason& reason : form.reasons) {
      const bool decides =
          is_allowed ? reason.level == Level::caution : reason.level == family.level;
      if (decides && reason.truth != Truth::open) {
        rules.insert(std::string{reason.rule->id});
      }
    }
  }
  return rules;
}

/// Whether a family asks first since something was not answered.
bool waits_for_answers(const FamilyScreening& family) {
  return family.level == Level::ask_first &&
         std::any_of(family.forms.begin(), family.forms.end(), [](const FormScreening& form) {
           return form.level == Level::ask_first &&
                  std::any_of(form.reasons.begin(), form.reasons.end(),
                              [](const Reason& reason) { return reason.truth == Truth::open; });
         });
}

void compare(const FamilyScreening& family, const json& expected, const json& exceptions) {
  EXPECT_EQ(to_string(family.level), expected.at("level").get<std::string>()) << family.family;
  EXPECT_EQ(deciding(family), expected.at("because").get<std::set<std::string>>()) << family.family;
  EXPECT_EQ(waits_for_answers(family), expected.value("open", false)) << family.family;
  for (const FormScreening& form : family.forms) {
    const std::string id{form.variant->id};
    const std::string level = exceptions.value(id, expected.at("level").get<std::string>());
    EXPECT_EQ(to_string(form.level), level) << id;
  }
}

TEST(People, GetWhatTheClinicalDocumentsSayFormByForm) {
  const json file = reviewed_file("people.json");
  ASSERT_GE(file.at("people").size(), 39U);
  for (const json& someone : file.at("people")) {
    SCOPED_TRACE(someone.at("name").get<std::string>());
    const Screening result = screened(file, someone);
    EXPECT_EQ(to_string(result.warnings.urgency), someone.at("urgency").get<std::string>());
    ASSERT_EQ(result.families.size(), someone.at("families").size());
    for (const FamilyScreening& family : result.families) {
      compare(family, someone.at("families").at(std::string{family.family}),
              someone.at("variants"));
    }
  }
}

}  // namespace
}  // namespace coldplan::screening
