#include "coldplan/app/explain_verb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace coldplan::app
