#include "coldplan/planning/care_trial.h"

#include <cmath>
#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::planning {
namespace {

const ResponderRule rule{2.0, 0.3, 4.0, {"FARRAR01"}, ""};

TEST(CareTrial, AsksForTwoPointsAndThirtyPerCent) {
  EXPECT_EQ(needed_fall(rule, 6)->at_most, 4);   // 1.8 by share, so 2 points
  EXPECT_EQ(needed_fall(rule, 8)->at_most, 5);   // 2.4 by share
  EXPECT_EQ(needed_fall(rule, 10)->at_most, 7);  // 3 by share
  EXPECT_EQ(needed_fall(rule, 4)->at_most, 2);
  EXPECT_FALSE(needed_fall(rule, 4)->is_share_alone);
}

TEST(CareTrial, AsksForTheShareAloneUnderFour) {
  EXPECT_EQ(needed_fall(rule, 3)->at_most, 2);
  EXPECT_TRUE(needed_fall(rule, 3)->is_share_alone);
  EXPECT_EQ(needed_fall(rule, 1)->at_most, 0);
}

TEST(CareTrial, HasNoRuleWherePainIsNotKnownOrNotThere) {
  EXPECT_FALSE(needed_fall(rule, std::nullopt));
  EXPECT_FALSE(needed_fall(rule, 0));
}

RC_GTEST_PROP(CareTrial, CountsTheHighestValueThatStillFellEnough, ()) {
  const int before = *rc::gen::inRange(1, 11);
  const auto needed = needed_fall(rule, before);
  const auto is_enough = [before](int after) {
    const bool by_share = 10 * (before - after) >= 3 * before;
    return by_share && (before < 4 || before - after >= 2);
  };
  RC_ASSERT(is_enough(needed->at_most));
  RC_ASSERT(!is_enough(needed->at_most + 1));
}

FamilyPlan family(std::string name, Stance stance, screening::Level level) {
  return {std::move(name), "", stance, level, standing_of(stance, level), {}, {}};
}

TEST(CareTrial, TriesPacksAndGelOnFourOccasionsInTwoWeeks) {
  const std::vector<FamilyPlan> families{
      family("ice_pack", Stance::allowed, screening::Level::caution),
      family("menthol_gel", Stance::allowed, screening::Level::ask_first),
      family("local_nozzle", Stance::discouraged, screening::Level::allowed)};
  const auto trials = trials_of(families, "2026-11-27");
  ASSERT_EQ(trials.size(), 1U);
  EXPECT_EQ(trials[0].families, (std::vector<std::string>{"ice_pack", "menthol_gel"}));
  EXPECT_EQ(trials[0].weeks, 2.0);
  EXPECT_EQ(trials[0].until, "2026-12-11");
  EXPECT_EQ(trials[0].most_occasions, 4);
  EXPECT_EQ(trials[0].needed_occasions, 3);
  EXPECT_EQ(trials[0].otherwise, "try heat; drop cold");
}

TEST(CareTrial, TriesAPaidFormForFiveSessionsOnlyWhereTheStageLeavesIt) {
  const std::vector<FamilyPlan> families{
      family("local_nozzle", Stance::conditional, screening::Level::allowed),
      family("wbc_chamber", Stance::conditional, screening::Level::not_for_you)};
  const auto trials = trials_of(families, "");
  ASSERT_EQ(trials.size(), 1U);
  EXPECT_EQ(trials[0].families, (std::vector<std::string>{"local_nozzle"}));
  EXPECT_EQ(trials[0].weeks, 6.0);
  EXPECT_EQ(trials[0].fewest_occasions, 3);
  EXPECT_EQ(trials[0].most_occasions, 5);
  EXPECT_FALSE(trials[0].until);
}

TEST(CareTrial, CountsWeeksOverTheEndsOfMonthsAndYears) {
  EXPECT_EQ(day_after("2026-12-20", 2.0), "2027-01-03");
  EXPECT_EQ(day_after("2028-02-22", 1.0), "2028-02-29");
  EXPECT_FALSE(day_after("", 2.0));
  EXPECT_THROW((void)day_after("2026-02-30", 2.0), std::invalid_argument);
}

}  // namespace
}  // namespace coldplan::planning
