#include "coldplan/quantity/nearest_word.h"

#include <vector>

#include <gtest/gtest.h>

namespace coldplan::quantity {
namespace {

TEST(NearestWord, CountsInsertionsDeletionsAndReplacements) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("", "age"), 3U);
  EXPECT_EQ(edit_distance("age", ""), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(NearestWord, CountsTwoSwappedLettersAsOneSlip) {
  EXPECT_EQ(edit_distance("hieght_cm", "height_cm"), 1U);
  EXPECT_EQ(edit_distance("ca", "abc"), 3U) << "no substring is edited twice";
}

TEST(NearestWord, TakesTheFirstOfEquallyNearWords) {
  const std::vector<std::string> known{"height_cm", "height_in", "weight_kg"};
  EXPECT_EQ(nearest_word("hieght_cm", known), "height_cm");
  EXPECT_EQ(nearest_word("height", known), "height_cm");
  EXPECT_EQ(nearest_word("weihgt_kg", known), "weight_kg");
  EXPECT_EQ(nearest_word("age", {}), "");
}

TEST(NearestWord, TellsASlipFromAnotherWord) {
  EXPECT_TRUE(looks_like("cronic", "chronic"));
  EXPECT_FALSE(looks_like("years", "chronic"));
}

TEST(NearestWord, SuggestsOnlyWhatMayBeMeant) {
  const std::vector<std::string> known{"model", "perfusion"};
  EXPECT_EQ(did_you_mean("perfusoin", known), "did you mean perfusion?");
  EXPECT_EQ(did_you_mean("zzz", known), "");
  EXPECT_EQ(did_you_mean("", {}), "");
}

}  // namespace
}  // namespace coldplan::quantity
