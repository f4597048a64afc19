#include "coldplan/app/facts_verb.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "coldplan/facts/ids.h"

namespace coldplan::app {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

FactsOptions about(std::string word) {
  FactsOptions options;
  options.word = std::move(word);
  return options;
}

std::size_t characters_in(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

/// The longest line of several words: one word, such as an address, may be longer than a line.
std::size_t longest_line(const std::string& text) {
  std::istringstream lines{text};
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    if (line.find(' ', first) != std::string::npos) {
      longest = std::max(longest, characters_in(line));
    }
  }
  return longest;
}

TEST(FactsVerb, GivesValueSpreadReadingAndSource) {
  const std::string text = facts_text(about("muscle_conductivity")).value();
  EXPECT_THAT(text,
              AllOf(HasSubstr("tissue.muscle_conductivity"), HasSubstr("0.495 W/(m K), SD 0.042"),
                    HasSubstr("source code: IT'IS Foundation tissue database V3.0")));
}

TEST(FactsVerb, ShowsWhatWasPrintedWhereTheUnitDiffers) {
  EXPECT_THAT(facts_text(about("anatomy.skin_thickness")).value(),
              HasSubstr("0.0022 m, 0.0016 to 0.0026 (printed as 2.2 mm)"));
}

TEST(FactsVerb, FindsAWordWhateverItsCase) {
  EXPECT_EQ(facts_text(about("BUGAJ")).value(), facts_text(about("bugaj")).value());
}

TEST(FactsVerb, ListsEveryFactWhenNothingIsAsked) {
  std::istringstream lines{facts_text({}).value()};
  std::set<std::string> listed;
  for (std::string line; std::getline(lines, line);) {
    listed.insert(line);
  }
  for (const facts::Fact& each : facts::all()) {
    EXPECT_EQ(listed.count(std::string{each.id}), 1U) << each.id;
  }
}

TEST(FactsVerb, KeepsToEightyColumns) {
  EXPECT_LE(longest_line(facts_text({}).value()), 80U);
  FactsOptions article;
  article.article = true;
  EXPECT_LE(longest_line(facts_text(article).value()), 80U);
}

TEST(FactsVerb, LeavesALongAddressWhole) {
  const auto facts = facts::all();
  const auto found = std::find_if(facts.begin(), facts.end(), [](const facts::Fact& each) {
    const std::size_t begin = std::min(each.source.find("<https://"), each.source.size());
    return each.source.find('>', begin) - begin > 80 && begin < each.source.size();
  });
  ASSERT_NE(found, facts.end());
  const std::size_t begin = found->source.find("<https://");
  EXPECT_THAT(facts_text(about(std::string{found->id})).value(),
              HasSubstr(std::string{
                  found->source.substr(begin, found->source.find('>', begin) + 1 - begin)}));
}

TEST(FactsVerb, RefusesToChooseAmongFactsWhenAskedForTheArticle) {
  FactsOptions options = about("zzz");
  options.article = true;
  EXPECT_EQ(message(facts_text(options).error()),
            "--article: lists statements, not facts; leave out \"zzz\"");
  options.word.clear();
  options.assumed = true;
  EXPECT_EQ(facts_text(options).error().code, ErrorCode::conflict);
  EXPECT_EQ(facts_json(options).error().mend, "leave out --assumed");
}

TEST(FactsVerb, SuggestsNothingForAWordThatLooksLikeNoFact) {
  EXPECT_TRUE(facts_text(about("zzz")).error().mend.empty());
}

TEST(FactsVerb, KeepsToTheSubjectAskedFor) {
  FactsOptions options;
  options.subject = "body";
  const auto answer = nlohmann::json::parse(facts_json(options).value());
  ASSERT_FALSE(answer["facts"].empty());
  for (const auto& each : answer["facts"]) {
    EXPECT_EQ(each["subject"], "body");
  }
}

TEST(FactsVerb, ListsTheAssumedAloneAndCountsThem) {
  FactsOptions options;
  options.assumed = true;
  const auto answer = nlohmann::json::parse(facts_json(options).value());
  for (const auto& each : answer["facts"]) {
    EXPECT_EQ(each["read_as"], "assumed");
  }
  EXPECT_EQ(answer["facts"].size(), answer["counts"]["assumed"]);
  EXPECT_THAT(facts_text(options).value(),
              HasSubstr(fmt::format("{} values are assumed", answer["facts"].size())));
}

TEST(FactsVerb, CountsEveryFactOnceByItsReading) {
  const auto counts = nlohmann::json::parse(facts_json(about("body.")).value())["counts"];
  std::size_t sum = 0;
  for (const auto& each : counts["by_reading"]) {
    sum += each.get<std::size_t>();
  }
  EXPECT_EQ(sum, facts::all().size());
  EXPECT_EQ(counts["total"], facts::all().size());
}

TEST(FactsVerb, SaysThatAValueWasNotFound) {
  const auto options = about("lumbar_skin_temperature");
  EXPECT_THAT(facts_text(options).value(), HasSubstr("not found, 33 to 34 degC"));
  const auto answer = nlohmann::json::parse(facts_json(options).value());
  EXPECT_TRUE(answer["facts"].at(0)["value"].is_null());
}

TEST(FactsVerb, SaysWhereTheArticleAndTheFactsDisagree) {
  const std::string text = facts_text(about("body.core_temperature")).value();
  EXPECT_THAT(text, AllOf(HasSubstr("Where the article and the facts disagree"),
                          HasSubstr("home-pack (home product)"), HasSubstr("15 to 20 minutes"),
                          HasSubstr("The facts say:")));
  EXPECT_THAT(text, Not(HasSubstr("\nplan (plan)")));
}

TEST(FactsVerb, ListsEveryStatementOfTheArticleWhenAsked) {
  FactsOptions options;
  options.article = true;
  const std::string text = facts_text(options).value();
  for (const facts::ArticleStatement& each : facts::article()) {
    EXPECT_THAT(text, HasSubstr(fmt::format("{} ({})\n", each.id, each.topic)));
  }
  EXPECT_THAT(text, Not(HasSubstr("tissue.")));
}

TEST(FactsVerb, NamesTheSubjectsWhenOneIsUnknown) {
  FactsOptions options;
  options.subject = "tisue";
  const auto answer = facts_text(options);
  ASSERT_FALSE(answer.has_value());
  EXPECT_THAT(message(answer.error()),
              AllOf(HasSubstr("--subject: \"tisue\""), HasSubstr("tissue")));
  EXPECT_FALSE(facts_json(options).has_value());
}

TEST(FactsVerb, NamesTheNearestFactWhenNoneHasTheWord) {
  const auto answer = facts_text(about("tissue.muscle_conductivty"));
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().code, ErrorCode::unknown_name);
  EXPECT_THAT(message(answer.error()), HasSubstr("did you mean tissue.muscle_conductivity?"));
}

TEST(FactsVerb, NamesTheDataItReadFrom) {
  EXPECT_THAT(facts_text(about("body.")).value(), HasSubstr(std::string{facts::data_hash()}));
}

}  // namespace
}  // namespace coldplan::app
