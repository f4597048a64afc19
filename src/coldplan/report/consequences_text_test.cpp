#include "coldplan/report/consequences_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/report/wide_lines.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const planning::Consequences& of_a_bag() {
  static const planning::Consequences found =
      planning::consequences({person::Sex::female, 58.0, 1.65, 78.0},
                             simulation::usual_session(applicator::ice_bag()))
          .value();
  return found;
}

TEST(ConsequencesText, NeverSpeaksOfReliefAsAnEffect) {
  const std::string text = consequences_text(of_a_bag());
  EXPECT_THAT(text, HasSubstr("none of it is relief"));
  EXPECT_THAT(text, HasSubstr("How near it comes to harm:"));
}

TEST(ConsequencesText, SaysWhyThereIsNoNumberAndWhatNumbersRestOn) {
  const std::string all = consequences_text(of_a_bag(), true);
  EXPECT_THAT(all, HasSubstr("No number:"));
  EXPECT_THAT(all, HasSubstr("Rests on:"));
  EXPECT_THAT(consequences_text(of_a_bag()), Not(HasSubstr("Rests on:")));
}

TEST(ConsequencesText, FitsEightyColumns) {
  EXPECT_TRUE(wide_lines(consequences_text(of_a_bag(), true)).empty());
}

TEST(ConsequencesJson, HasEveryEffectAndHazardWithItsIntervalAndBasis) {
  const auto json = consequences_json(of_a_bag());
  EXPECT_EQ(json.at("effects").size(), effect::outcome_count);
  for (const auto& hazard : json.at("hazards")) {
    EXPECT_LE(hazard.at("value").at("p05"), hazard.at("value").at("p95"));
    EXPECT_FALSE(hazard.at("rests_on").get<std::string>().empty());
  }
  EXPECT_FALSE(json.at("statements").empty());
  EXPECT_FALSE(json.at("no_number").empty());
}

}  // namespace
}  // namespace coldplan::report
