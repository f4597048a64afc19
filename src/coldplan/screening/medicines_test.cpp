#include "coldplan/screening/medicines.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace coldplan::screening {
namespace {

std::string_view question_of_first(const std::string& typed) {
  const auto taken = taken_medicines(std::vector{typed});
  return taken.at(0).known == nullptr ? "unknown" : taken[0].known->question;
}

TEST(Medicines, KnowNamesHoweverTheyAreTyped) {
  EXPECT_EQ(question_of_first("Warfarin 5mg daily"), "anticoag");
  EXPECT_EQ(question_of_first("OXYCODONE/acetaminophen"), "sedatives");
  EXPECT_EQ(question_of_first("ibuprofen"), "");
}

TEST(Medicines, KnowBetaBlockersByTheirEnding) {
  EXPECT_EQ(question_of_first("nebivolol"), "betablocker");
  EXPECT_EQ(question_of_first("olol"), "unknown");
}

TEST(Medicines, DoNotTakePartOfAWordForAName) {
  EXPECT_EQ(question_of_first("heparinoid"), "unknown");
}

TEST(Medicines, FindEachOfSeveralInOneText) {
  const auto taken = taken_medicines(std::vector<std::string>{"apixaban and tramadol"});
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[0].known->question, "anticoag");
  EXPECT_EQ(taken[1].known->question, "sedatives");
}

TEST(Medicines, KeepWhatTheyDoNotKnow) {
  const auto taken = taken_medicines(std::vector<std::string>{"herb tea"});
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].typed, "herb tea");
  EXPECT_EQ(taken[0].known, nullptr);
}

}  // namespace
}  // namespace coldplan::screening
