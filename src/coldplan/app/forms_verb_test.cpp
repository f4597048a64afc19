#include "coldplan/app/forms_verb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/applicator/forms.h"

namespace coldplan::app {
namespace {

TEST(FormsText, NamesEveryFormItsWeakestPointAndTheStudyItWasFittedTo) {
  const std::string text = forms_text();
  for (const applicator::Form& form : applicator::all_forms()) {
    EXPECT_THAT(text, ::testing::HasSubstr("\n" + form.id + ": "));
  }
  EXPECT_THAT(text, ::testing::HasSubstr("Weakest point:"));
  EXPECT_THAT(text, ::testing::HasSubstr("Kanlayanaphotporn"));
}

TEST(FormsJson, HasASourceForEveryNumber) {
  const auto json = nlohmann::json::parse(forms_json());
  for (const auto& form : json.at("forms")) {
    for (const auto& fact : form.at("basis")) {
      EXPECT_TRUE(!fact.at("source").get<std::string>().empty() || fact.at("read_as") == "assumed");
    }
  }
}

}  // namespace
}  // namespace coldplan::app
