#include "coldplan/app/explain_verb.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/app/explain_topics.h"
#include "coldplan/app/model_finds.h"
#include "coldplan/applicator/forms.h"
#include "coldplan/planning/comparison.h"
#include "coldplan/report/text.h"

namespace coldplan::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

/// The longest line of several words: one word, such as an address, may be longer than a line.
std::size_t longest_line(const std::string& text) {
  std::istringstream lines{text};
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    if (line.find(' ', first) != std::string::npos) {
      longest = std::max(
          longest, static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
          })));
    }
  }
  return longest;
}

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

TEST(Explain, KnowsEveryApplicatorFromItsNotesWhereNoFormComputesIt) {
  for (const facts::ApplicatorNotes& notes : facts::applicator_notes()) {
    const auto text = explain_text(std::string{notes.id});
    ASSERT_TRUE(text.has_value()) << notes.id;
    for (const auto* section :
         {"Weakest point", "What its coefficients were fitted to", "Protocol",
          "What a popular article says, and what the facts say", "What the model finds"}) {
      EXPECT_THAT(*text, HasSubstr(section)) << notes.id;
    }
  }
  EXPECT_THAT(explain_text("pbc_ln2_cryosauna").value(), HasSubstr("Never alone"));
}

TEST(Explain, NamesTheStudyThatEachCoefficientOfAFormWasFittedTo) {
  const std::string bag = explain_text("ice_bag").value();
  EXPECT_THAT(bag, AllOf(HasSubstr("Kanlayanaphotporn R, Janwantanakul P."), HasSubstr("Tomchuk"),
                         HasSubstr("50 W/(m2 K), 50.5 W/(m2 K)")));
  EXPECT_THAT(explain_text("cwi_stirred").value(),
              HasSubstr("Nothing. The coefficient of stirred"));
}

TEST(Explain, GivesTheProtocolOfAForm) {
  EXPECT_THAT(explain_text("ice_bag").value(), HasSubstr("Session: 20 min (10 to 20)"));
  EXPECT_THAT(explain_text("home_air_machine").value(), HasSubstr("Session: not found"));
}

TEST(Explain, SetsTheArticlesSentencesWithTheirFiguresBesideTheFacts) {
  const std::string bath = explain_text("cwi_still").value();
  EXPECT_THAT(bath, AllOf(HasSubstr("The article: Body or part of it in ice-cold water (50 to 59"),
                          HasSubstr("The facts: All of this range lies where cold shock")));
  EXPECT_THAT(explain_text("vapocoolant_spray").value(),
              HasSubstr("The article has no sentence on it."));
}

TEST(Explain, AnswersEveryStatementOnAFormWithWhatTheModelFinds) {
  const std::string bag = explain_text("ice_bag").value();
  EXPECT_LT(bag.find("The article: "), bag.find("What the model finds\n  Woman, 58 years"));
  EXPECT_THAT(bag, HasSubstr("brings skin down"));
  EXPECT_THAT(explain_text("home_air_machine").value(),
              HasSubstr("What the model finds\n  Nothing: it cannot be computed."));
  EXPECT_THAT(explain_text("mod_dry_towel").value(), HasSubstr("not a form by itself"));
  EXPECT_THAT(explain_text("metal_contact").value(),
              HasSubstr("computed as metal_worn and as metal_precooled"));
}

TEST(Explain, FitsInEightyColumns) {
  for (const facts::ApplicatorNotes& notes : facts::applicator_notes()) {
    EXPECT_LE(longest_line(explain_text(std::string{notes.id}).value()), 80u) << notes.id;
  }
  for (const Topic& topic : explain_topics()) {
    EXPECT_LE(longest_line(explain_text(std::string{topic.id}).value()), 80u) << topic.id;
  }
  EXPECT_LE(longest_line(explain_text("").value()), 80u);
}

TEST(Explain, GivesMachinesTheFitsTheArticleAndTheModelOfAForm) {
  const auto json = nlohmann::json::parse(explain_json("gel_pack").value());
  EXPECT_EQ(json.at("fitted_to").at(0).at("facts").at(0),
            "applicators.gel_pack_contact_conductance");
  EXPECT_EQ(json.at("protocol").at("minutes"), 20.0);
  EXPECT_EQ(json.at("article").at(1).at("id"), "home-pack");
  EXPECT_THAT(json.at("model_finds").get<std::string>(), HasSubstr("Muscle 2 cm under the fat"));
  const auto topic = nlohmann::json::parse(explain_json("jets").value());
  EXPECT_FALSE(topic.contains("protocol"));
  const auto unknown = nlohmann::json::parse(explain_json("home_air_machine").value());
  EXPECT_TRUE(unknown.at("protocol").at("minutes").is_null());
}

TEST(Explain, ListsWhatIsKnownButNotComputed) {
  EXPECT_THAT(explain_text("").value(), HasSubstr("home_air_machine"));
  EXPECT_THAT(explain_text("").value(), ::testing::Not(HasSubstr("mod_dry_towel")));
}

TEST(ModelFinds, AgreesWithThePredictionAndSaysWhyWhereThereIsNone) {
  const applicator::Form bag = applicator::form_from("ice_bag", "").value();
  const auto outcome = planning::predict({person::Sex::female, 58.0, 1.65, 78.0},
                                         simulation::usual_session(bag), false);
  EXPECT_THAT(model_finds(bag), AllOf(HasSubstr("20 min on bare skin brings skin down to " +
                                                report::degrees(outcome->rows[0].coldest.median,
                                                                quantity::UnitSystem::metric)),
                                      HasSubstr("(5 to 95 %: ")));
  applicator::Form timeless = bag;
  timeless.duration = 0.0;
  EXPECT_THAT(model_finds(timeless), HasSubstr("cannot compute the usual session"));
}

TEST(ModelFinds, ClaimsNothingUnderTheSkinWhereTheFormDoesNot) {
  const std::string gel = model_finds(applicator::form_from("topical_menthol", "").value());
  EXPECT_THAT(gel, AllOf(HasSubstr("brings skin down to"), HasSubstr("nothing is claimed there")));
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
