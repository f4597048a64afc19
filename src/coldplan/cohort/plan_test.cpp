#include "coldplan/cohort/plan.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/cohort/example_plan.h"

namespace coldplan::cohort {
namespace {

std::string refusal(const Plan& plan) {
  const auto sound = check(plan);
  return sound ? std::string{"accepted"} : message(sound.error());
}

TEST(Plan, RefusesNobodyNoArmAndNamesThatAreNone) {
  EXPECT_EQ(refusal(small_plan(3)), "accepted");
  EXPECT_THAT(refusal(small_plan(0)), ::testing::StartsWith("people: 0 is not a number of people"));
  Plan plan = small_plan(3);
  plan.arms.clear();
  EXPECT_EQ(refusal(plan), "arms: give at least one session");
  plan = small_plan(3);
  plan.arms[0].name = "a/b";
  EXPECT_THAT(refusal(plan), ::testing::StartsWith("arms: \"a/b\" is not a name"));
  plan = two_arms(3);
  plan.arms[1].name = plan.arms[0].name;
  EXPECT_THAT(refusal(plan), ::testing::HasSubstr("stands twice"));
  plan = small_plan(3);
  plan.arms[0].session.duration = -1.0;
  EXPECT_THAT(refusal(plan), ::testing::StartsWith("ice_bag.session.duration: -1"));
}

TEST(Plan, HasOneFingerprintForOnePlanAndAnotherForEveryOther) {
  std::set<std::string> seen;
  const auto is_new = [&seen](const Plan& plan) { return seen.insert(fingerprint(plan)).second; };
  EXPECT_TRUE(is_new(small_plan(3)));
  EXPECT_FALSE(is_new(small_plan(3)));
  EXPECT_TRUE(is_new(small_plan(4)));
  EXPECT_TRUE(is_new(two_arms(3)));
  Plan plan = small_plan(3);
  plan.seed = 8;
  EXPECT_TRUE(is_new(plan));
  plan = small_plan(3);
  plan.histories = true;
  EXPECT_TRUE(is_new(plan));
  plan = small_plan(3);
  plan.own_people.assign(3, {person::Sex::female, 58.0, 1.65, 78.0});
  EXPECT_TRUE(is_new(plan));
  plan.own_people[1].lumbar_fat = 0.017;
  EXPECT_TRUE(is_new(plan));
}

TEST(Plan, SeesEveryNumberOfASessionInItsFingerprint) {
  const std::string before = fingerprint(small_plan(3));
  Plan plan = small_plan(3);
  std::get<applicator::Pack>(plan.arms[0].session.form.source).mass *= 1.001;
  EXPECT_NE(fingerprint(plan), before);
  plan = small_plan(3);
  // Of a device of one's own: contacts of the forms have their spread from the facts.
  applicator::Contact& contact =
      std::get<applicator::Pack>(plan.arms[0].session.form.source).contact;
  contact.kind = applicator::ContactKind::own;
  const std::string own = fingerprint(plan);
  contact.high *= 1.001;
  EXPECT_NE(fingerprint(plan), own);
  plan = small_plan(3);
  plan.arms[0].session.use.barriers.push_back(applicator::Barrier::dry_towel);
  EXPECT_NE(fingerprint(plan), before);
  plan = small_plan(3);
  plan.arms[0].session.use.room_temperature += 1.0;
  EXPECT_NE(fingerprint(plan), before);
}

TEST(Plan, TakesAHistoryFromTheStartToTheEnd) {
  const Plan plan = small_plan(1);
  const auto times = history_times(plan, plan.arms[0]);
  EXPECT_EQ(times.size(), 16U);
  EXPECT_EQ(times.front(), 0.0);
  EXPECT_EQ(times.back(), 900.0);
}

}  // namespace
}  // namespace coldplan::cohort
