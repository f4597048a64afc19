#include "coldplan/evidence/article.h"

#include <gtest/gtest.h>

#include "coldplan/facts/facts.h"

namespace coldplan::evidence {
namespace {

const ArticleCheck& check() {
  static const ArticleCheck made = check_article(answer(read_library()));
  return made;
}

TEST(Article, HasEveryStatementAnsweredWithAVerdictAndASource) {
  ASSERT_EQ(check().answers.size(), facts::article().size());
  for (const ArticleAnswer& each : check().answers) {
    EXPECT_FALSE(each.verdict.empty()) << each.id;
    EXPECT_FALSE(each.says.empty()) << each.id;
    EXPECT_FALSE(each.sources.empty()) << each.id;
  }
}

TEST(Article, HasNumbersDrawnFromFactsAndTrialsWithTheirSource) {
  std::size_t wanted = 0;
  for (const ArticleAnswer& each : check().answers) {
    for (const ArticleNumber& number : each.numbers) {
      EXPECT_FALSE(number.source.empty()) << each.id;
      EXPECT_EQ(number.value.empty(), number.wanted.has_value()) << each.id << number.label;
      wanted += number.wanted ? 1 : 0;
    }
  }
  EXPECT_GT(wanted, 5U);
}

TEST(Article, TellsOfItsThreeClaimedStudiesWhatWasFoundInstead) {
  for (const ArticleAnswer& each : check().answers) {
    if (each.id == "claim-jpr") {
      EXPECT_EQ(each.verdict, "not supported");
      EXPECT_EQ(each.candidates.size(), 3U);
    }
  }
  EXPECT_EQ(check().references.size(), 7U);
}

}  // namespace
}  // namespace coldplan::evidence
