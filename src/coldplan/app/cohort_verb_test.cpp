#include "coldplan/app/cohort_verb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::app {
namespace {

CohortOptions ten_people() {
  CohortOptions options;
  options.people = 10;
  options.arms.session.form = "ice_bag";
  return options;
}

std::string refusal(const CohortOptions& options) {
  const auto plan = plan_of(options);
  return plan ? std::string{"accepted"} : message(plan.error());
}

TEST(CohortVerb, MakesOneArmOfTheSessionFlagsNamedByItsForm) {
  const auto plan = plan_of(ten_people());
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->arms.size(), 1U);
  EXPECT_EQ(plan->arms[0].name, "ice_bag");
  EXPECT_EQ(plan->people, 10U);
}

TEST(CohortVerb, ReadsArmsInShort) {
  CohortOptions options = ten_people();
  options.arms.session.form = "";
  options.arms.session.after = 5.0;
  options.arms.shorts = {"ice_bag:20", "ice_bag:15+dry_towel+thin_cloth"};
  const auto plan = plan_of(options);
  ASSERT_TRUE(plan) << message(plan.error());
  EXPECT_EQ(plan->arms[0].session.duration, 1200.0);
  EXPECT_EQ(plan->arms[1].session.duration, 900.0);
  EXPECT_EQ(plan->arms[1].session.after, 300.0);
  EXPECT_EQ(plan->arms[1].session.use.barriers,
            (std::vector{applicator::Barrier::dry_towel, applicator::Barrier::thin_cloth}));
}

TEST(CohortVerb, NamesTheFlagOfWhatIsWrong) {
  CohortOptions options = ten_people();
  options.people.reset();
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--people: say how many"));
  options = ten_people();
  options.people = 0;
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--people: 0 is not a number of people"));
  options = ten_people();
  options.population = "people.csv";
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--people: leave it out"));
  options.people.reset();
  EXPECT_THAT(refusal(options), ::testing::StartsWith("people.csv: no such file"));
  options = ten_people();
  options.arms.shorts = {"ice_bag:20"};
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--arm: leave out --form"));
  options.arms.session.form = "";
  options.arms.shorts = {"ice_bag:soon"};
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--arm: \"ice_bag:soon\" is not FORM"));
  options.arms.shorts = {"ice_bag:20", "ice_bag:20"};
  EXPECT_EQ(refusal(options),
            "--arm: \"ice_bag:20\" stands twice; give each arm a name of its own");
  options.arms.shorts = {"ice_bog:20"};
  EXPECT_THAT(refusal(options), ::testing::StartsWith("--arm ice_bog:20: ice_bog is not a form"));
}

TEST(CohortVerb, SendsTheWholeBodyToSimulate) {
  CohortOptions options = ten_people();
  options.arms.session.form = "wbc_electric_chamber";
  EXPECT_EQ(refusal(options),
            "--form: wbc_electric_chamber cools the whole body; use coldplan simulate --form "
            "wbc_electric_chamber");
  options.arms.session.form = "";
  options.arms.shorts = {"cwi_still:10"};
  EXPECT_EQ(refusal(options),
            "--arm cwi_still:10: cwi_still cools the whole body; use coldplan simulate --form "
            "cwi_still");
}

}  // namespace
}  // namespace coldplan::app
