#include "coldplan/cohort/subject.h"

#include <gtest/gtest.h>

#include "coldplan/cohort/example_plan.h"

namespace coldplan::cohort {
namespace {

TEST(Crowd, GivesTheSamePersonWhoeverElseIsInThePlan) {
  const Plan few = small_plan(5);
  const Plan many = two_arms(5000);
  const Subject one = Crowd{few}.subject_at(4);
  const Subject other = Crowd{many}.subject_at(4);
  EXPECT_EQ(row_of(one), row_of(other));
  EXPECT_EQ(one.draw.scores, other.draw.scores);
}

TEST(Crowd, DrawsForEverybodyAnew) {
  const Plan plan = small_plan(5);
  const Crowd crowd{plan};
  EXPECT_NE(crowd.subject_at(0).draw.scores, crowd.subject_at(1).draw.scores);
  EXPECT_NE(crowd.subject_at(0).build.paraspinal_fat, crowd.subject_at(1).build.paraspinal_fat);
}

TEST(Crowd, TakesMeasuresOfOwnPeopleAsTheyAre) {
  Plan plan = small_plan(2);
  plan.own_people = {
      {person::Sex::female, 58.0, 1.65, 78.0},
      {.sex = person::Sex::male, .age = 60.0, .height = 1.8, .weight = 80.0, .lumbar_fat = 0.012}};
  const Crowd crowd{plan};
  const Row woman = row_of(crowd.subject_at(0));
  const Row man = row_of(crowd.subject_at(1));
  EXPECT_EQ(woman.age, 58.0F);
  EXPECT_EQ(woman.sex, 0);
  EXPECT_EQ(man.sex, 1);
  EXPECT_FLOAT_EQ(man.paraspinal_fat, 0.012F);
}

TEST(Crowd, GivesTheFormOfAnArmAsItWasDrawnForHer) {
  const Plan plan = small_plan(2);
  const Subject subject = Crowd{plan}.subject_at(1);
  const auto session = session_for(plan.arms[0], subject);
  const auto& drawn = std::get<applicator::Pack>(session.form.source).contact;
  const auto& usual = std::get<applicator::Pack>(plan.arms[0].session.form.source).contact;
  EXPECT_NE(drawn.usual, usual.usual);
}

}  // namespace
}  // namespace coldplan::cohort
