#include "coldplan/cohort/grouping.h"

#include <gtest/gtest.h>

namespace coldplan::cohort {
namespace {

TEST(Grouping, ReadsWordsOnceEach) {
  EXPECT_EQ(grouping_from("age,bmi,age", "--by").value(),
            (std::vector{By::age, By::body_mass_index}));
}

TEST(Grouping, NamesTheNearestWordOfOneThatIsNotKnown) {
  const auto wrong = grouping_from("fat,agee", "--by");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(message(wrong.error()),
            "--by: \"agee\" is not one of fat, age, sex, bmi; did you mean age?");
  EXPECT_FALSE(grouping_from("", "--by"));
}

TEST(Grouping, LeavesNoGapBetweenBands) {
  for (const By by : {By::fat, By::age, By::sex, By::body_mass_index}) {
    const auto bands = bands_of(by);
    for (std::size_t i = 1; i < bands.size(); ++i) {
      EXPECT_EQ(bands[i].from, bands[i - 1].to);
    }
    EXPECT_LT(bands.front().from, -1e9);
    EXPECT_GT(bands.back().to, 1e9);
  }
}

}  // namespace
}  // namespace coldplan::cohort
