#include "coldplan/app/explain_verb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/explain_topics.h"
#include "coldplan/applicator/forms.h"

namespace coldplan::app {
namespace {

using ::testing::HasSubstr;

TEST(Explain, ListsItsTopicsWhenNothingIsAskedFor) {
  for (const Topic& topic : explain_topics()) {
    EXPECT_THAT(explain_text("").value(), HasSubstr(std::string{topic.title}));
  }
}

TEST(Explain, NamesTheSourceOfEveryNumberOfATopic) {
  for (const Topic& topic : explain_topics()) {
    EXPECT_FALSE(topic.basis.empty()) << topic.id;
    EXPECT_THAT(explain_text(std::string{topic.id}).value(),
                HasSubstr(std::string{facts::fact(topic.basis[0]).id}));
  }
}

TEST(Explain, KnowsEveryFormAndEveryFact) {
  for (const applicator::Form& form : applicator::all_forms()) {
    EXPECT_THAT(explain_text(form.id).value(), HasSubstr("Weakest point"));
  }
  EXPECT_THAT(explain_text("tissue.fat_conductivity").value(), HasSubstr("0.21"));
}

TEST(Explain, RefusesAnUnknownWordWithTheNearestKnownOne) {
  const auto result = explain_text("perfusoin");
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(message(result.error()), HasSubstr("did you mean perfusion?"));
}

TEST(Explain, SuggestsNothingForAWordThatLooksLikeNone) {
  EXPECT_EQ(message(explain_text("zzz").error()),
            "explain: \"zzz\" is not a topic, a form or a fact; coldplan explain lists the topics");
}

TEST(Explain, PrintsARangeInTheUnitOfItsValue) {
  EXPECT_THAT(explain_text("anatomy.skin_thickness").value(), HasSubstr("2.2 mm (1.6 to 2.6 mm)"));
  EXPECT_THAT(explain_text("perfusion.metabolism_q10").value(), HasSubstr(": 2 (2 to 3)\n"));
  EXPECT_THAT(explain_text("body.lumbar_skin_temperature").value(),
              HasSubstr("not found (33 to 34 degC)"));
}

TEST(Explain, GivesSpreadAndRangeToMachinesAndNullWhereNoneIsKnown) {
  const auto found =
      nlohmann::json::parse(explain_json("tissue.fat_conductivity").value())["facts"].at(0);
  EXPECT_EQ(found["value"], 0.21);
  EXPECT_EQ(found["sd"], 0.021);
  const auto unknown =
      nlohmann::json::parse(explain_json("body.lumbar_skin_temperature").value())["facts"].at(0);
  EXPECT_TRUE(unknown["value"].is_null());
  EXPECT_TRUE(unknown["sd"].is_null());
  EXPECT_EQ(unknown["low"], 33.0);
  EXPECT_EQ(unknown["high"], 34.0);
}

}  // namespace
}  // namespace coldplan::app
