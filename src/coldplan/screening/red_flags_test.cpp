#include "coldplan/screening/red_flags.h"

#include <gtest/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::screening {
namespace {

using person::FlagAnswer;

Urgency with(std::string_view flag, FlagAnswer answer, std::vector<std::string> signs = {}) {
  person::Pain pain = example_clean().pain;
  pain.red_flags[std::string{flag}] = {answer, std::move(signs), std::nullopt};
  return warnings_of(pain).urgency;
}

TEST(RedFlags, HaveTheUrgencyOfTheFile) {
  // CLINICAL.md, section 3.
  EXPECT_EQ(with("rf-ces", FlagAnswer::yes), Urgency::emergency);
  EXPECT_EQ(with("rf-aaa", FlagAnswer::yes), Urgency::emergency);
  EXPECT_EQ(with("rf-motor", FlagAnswer::yes), Urgency::same_day);
  EXPECT_EQ(with("rf-steroids", FlagAnswer::yes), Urgency::within_days);
  EXPECT_EQ(with("rf-no-better", FlagAnswer::yes), Urgency::routine);
}

TEST(RedFlags, CountUnsureAsYesForEmergencyAndSameDayOnly) {
  EXPECT_EQ(with("rf-ces", FlagAnswer::unsure), Urgency::emergency);
  EXPECT_EQ(with("rf-motor", FlagAnswer::unsure), Urgency::same_day);
  EXPECT_EQ(with("rf-steroids", FlagAnswer::unsure), Urgency::routine);
}

TEST(RedFlags, HangOnTheirSignsWhereTheFileSaysSo) {
  const std::string weight = "unexplained weight loss";
  const std::string night = "pain that never eases or wakes you every night";
  EXPECT_EQ(with("rf-cancer-other", FlagAnswer::yes), Urgency::within_days);
  EXPECT_EQ(with("rf-cancer-other", FlagAnswer::yes, {weight}), Urgency::routine);
  EXPECT_EQ(with("rf-cancer-other", FlagAnswer::yes, {weight, night}), Urgency::within_days);
  EXPECT_EQ(with("rf-infection", FlagAnswer::yes, {"fever or chills"}), Urgency::same_day);
  EXPECT_EQ(with("rf-infection", FlagAnswer::yes, {"injected drugs"}), Urgency::within_days);
  EXPECT_EQ(with("rf-prior-surgery", FlagAnswer::yes, {"wound trouble, fever"}), Urgency::same_day);
  EXPECT_EQ(with("rf-inflammatory", FlagAnswer::yes, {"gradual onset before 45"}), Urgency::none);
}

TEST(RedFlags, OfOneCancerSignAreUrgentBesideACancerHistory) {
  person::Pain pain = example_clean().pain;
  pain.red_flags["rf-cancer-other"] = {FlagAnswer::yes, {"unexplained weight loss"}, std::nullopt};
  pain.red_flags["rf-cancer-history"] = {FlagAnswer::yes, {}, "2026-01-05"};
  EXPECT_EQ(warnings_of(pain).urgency, Urgency::within_days);
}

TEST(RedFlags, ThatAClinicianLookedIntoAreRecordedAndLockNobodyOut) {
  person::Pain pain = example_clean().pain;
  pain.red_flags["rf-motor"] = {FlagAnswer::yes, {}, "2026-10-01"};
  const Warnings warnings = warnings_of(pain);
  EXPECT_EQ(warnings.urgency, Urgency::none);
  ASSERT_EQ(warnings.raised.size(), 1U);
  EXPECT_EQ(warnings.raised[0].urgency, Urgency::same_day);
  EXPECT_EQ(warnings.raised[0].reviewed, "2026-10-01");
}

TEST(RedFlags, StandInTheOrderOfTheirUrgency) {
  person::Pain pain = example_clean().pain;
  for (const char* flag : {"rf-no-better", "rf-chest", "rf-swollen-leg"}) {
    pain.red_flags[flag] = {FlagAnswer::yes, {}, std::nullopt};
  }
  const Warnings warnings = warnings_of(pain);
  ASSERT_EQ(warnings.raised.size(), 3U);
  EXPECT_EQ(warnings.raised[0].flag->id, "rf-chest");
  EXPECT_EQ(warnings.raised[2].flag->id, "rf-no-better");
}

TEST(RedFlags, StayOpenUntilTheyAreAnswered) {
  EXPECT_EQ(warnings_of({}).open.size(), flags().size());
  EXPECT_TRUE(warnings_of(example_clean().pain).open.empty());
}

}  // namespace
}  // namespace coldplan::screening
