#include "coldplan/posterior/score_names.h"

#include <set>
#include <string_view>

#include <gtest/gtest.h>

namespace coldplan::posterior {
namespace {

TEST(ScoreNames, AreThoseOfTheEnumerators) {
  EXPECT_EQ(name_of(Score::contact), "contact");
  EXPECT_EQ(name_of(Score::local_constriction), "local_constriction");
  EXPECT_EQ(name_of(Score::delay_body), "delay_body");
  EXPECT_EQ(name_of(Score::person_core), "person_core");
}

TEST(ScoreNames, LeadBackToTheirScores) {
  std::set<std::string_view> seen;
  for (std::size_t place = 0; place < score_count; ++place) {
    const auto score = static_cast<Score>(place);
    EXPECT_EQ(score_from(name_of(score)), score);
    EXPECT_TRUE(seen.insert(name_of(score)).second);
  }
  EXPECT_FALSE(score_from("luck"));
}

}  // namespace
}  // namespace coldplan::posterior
