#include "coldplan/injury/statement.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/injury/example_exposure.h"

namespace coldplan::injury {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string_view> ids_of(const Exposure& exposure) {
  std::vector<std::string_view> ids;
  for (const Statement& each : statements(exposure)) {
    ids.push_back(each.id);
  }
  return ids;
}

TEST(Statements, AreThoseOfTheForm) {
  const ExampleExposure peas;
  EXPECT_THAT(ids_of(peas.exposure()), ElementsAre("irritation_by_cold", "silence_is_not_safety"));
  Exposure rub;
  rub.age = 72.0;
  rub.has_menthol = true;
  rub.has_salicylate = true;
  EXPECT_THAT(ids_of(rub), ElementsAre("irritation_by_menthol", "irritation_by_salicylate",
                                       "pain_is_no_guide", "silence_is_not_safety"));
  Exposure bath;
  bath.age = 58.0;
  bath.water = 10.0;
  EXPECT_THAT(ids_of(bath), ElementsAre("heart_rhythm", "bath_colder_than_measured",
                                        "light_headedness", "silence_is_not_safety"));
  Exposure cabin;
  cabin.age = 58.0;
  cabin.cabin = Cabin::head_in;
  EXPECT_THAT(ids_of(cabin), ElementsAre("light_headedness", "metal_off", "cabin_cases",
                                         "wind_chill_not_used", "silence_is_not_safety"));
  Exposure machine = peas.exposure();
  machine.is_machine = true;
  machine.over_shallow_nerve = true;
  EXPECT_THAT(ids_of(machine), ElementsAre("machine_cases", "nerve_cases", "irritation_by_cold",
                                           "silence_is_not_safety"));
}

/// A session with all that a statement is made for.
Exposure everything() {
  Exposure all;
  all.age = 72.0;
  all.water = 10.0;
  all.cabin = Cabin::head_in;
  all.over_shallow_nerve = true;
  all.is_machine = true;
  all.has_menthol = true;
  all.has_salicylate = true;
  return all;
}

TEST(Statements, SayWhyThereIsNoNumberAndMakeNoRateOfCases) {
  for (const Statement& each : statements(everything())) {
    EXPECT_FALSE(each.text.empty()) << each.id;
    EXPECT_FALSE(each.why.empty()) << each.id;
    EXPECT_EQ(each.source.empty(), each.id == "silence_is_not_safety") << each.id;
    EXPECT_THAT(each.text, Not(HasSubstr("!"))) << each.id;
    EXPECT_THAT(each.text, Not(HasSubstr("in 1000"))) << each.id;
    EXPECT_THAT(each.text, Not(HasSubstr("rate"))) << each.id;
  }
}

// FDA Drug Safety Communication 13 Sep 2012: 43 cases; labels: 3 to 4 times a day, 7 days.
TEST(Statements, OfMentholCarryTheNumbersOfTheLabels) {
  Exposure rub;
  rub.age = 40.0;
  rub.has_menthol = true;
  const std::string text = statements(rub).front().text;
  EXPECT_THAT(text, HasSubstr("43 cases"));
  EXPECT_THAT(text, HasSubstr("3 to 4 times a day"));
  EXPECT_THAT(text, HasSubstr("after 7 days"));
}

}  // namespace
}  // namespace coldplan::injury
