#include "coldplan/planning/goal.h"

#include <array>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/facts/facts.h"
#include "coldplan/facts/ids.h"
#include "coldplan/screening/example_cases.h"

namespace coldplan::planning {
namespace {

using person::PainCause;
using person::PainKind;
using person::TargetTissue;

Goal goal_for(std::optional<PainKind> kind, std::optional<PainCause> cause) {
  person::Case given = screening::example_clean();
  given.pain.kind = kind;
  given.pain.cause = cause;
  return goal_of(given);
}

TEST(Goal, NamesTheTissueByKindAndCauseOfPain) {
  EXPECT_EQ(goal_for(PainKind::acute, PainCause::strain).target, TargetTissue::muscle);
  EXPECT_EQ(goal_for(PainKind::acute, PainCause::sprain).target, TargetTissue::facet_joint);
  EXPECT_EQ(goal_for(PainKind::chronic, PainCause::unknown).target, TargetTissue::skin);
  EXPECT_EQ(goal_for(PainKind::post_surgical, {}).target, TargetTissue::skin);
  EXPECT_EQ(goal_for(PainKind::disc_herniation, PainCause::strain).target, TargetTissue::disc);
}

TEST(Goal, AsksTheLeastOfAPainThatNothingIsKnownOf) {
  const Goal goal = goal_for({}, {});
  EXPECT_EQ(goal.target, TargetTissue::skin);
  EXPECT_TRUE(goal.target_basis.is_ours);
  EXPECT_FALSE(goal.target_basis.why.empty());
}

TEST(Goal, TakesEachPartFromTheWishesAlone) {
  person::Case given = screening::example_clean();
  given.pain.kind = PainKind::acute;
  given.wishes.goal.target = TargetTissue::facet_joint;
  const Goal goal = goal_of(given);
  EXPECT_TRUE(goal.target_basis.is_wished);
  EXPECT_EQ(goal.degrees, goal_for(PainKind::acute, PainCause::sprain).degrees);
  EXPECT_FALSE(goal.degrees_basis.is_wished);
  given.wishes.goal.degrees = 4.5;
  given.wishes.goal.dull_minutes = 0.0;
  EXPECT_EQ(goal_of(given).degrees, 4.5);
  EXPECT_EQ(goal_of(given).dull_minutes, 0.0);
  EXPECT_TRUE(goal_of(given).dull_basis.is_wished);
}

TEST(Goal, AgreesWithTheFactsThatItsSourcesAreReadInto) {
  EXPECT_EQ(goal_for({}, {}).degrees, facts::value(facts::id::effects::targets_tissue_drop_low));
  EXPECT_EQ(goal_for(PainKind::acute, PainCause::strain).degrees,
            -facts::value(facts::id::effects::tissue_depth_reached_muscle_1cm_cwi));
  EXPECT_EQ(goal_for({}, {}).dull_minutes * 60.0,
            facts::value(facts::id::effects::analgesia_bugaj_duration_after_10min_ice_massage));
}

RC_GTEST_PROP(Goal, HasForEveryPainASourceOrSaysThatItIsOurs, ()) {
  const auto kind = static_cast<PainKind>(*rc::gen::inRange(0, 5));
  const auto cause = static_cast<PainCause>(*rc::gen::inRange(0, 4));
  const Goal goal = goal_for(kind, cause);
  RC_ASSERT(goal.degrees > 0.0);
  RC_ASSERT(goal.dull_minutes > 0.0);
  for (const GoalBasis* basis : {&goal.target_basis, &goal.degrees_basis, &goal.dull_basis}) {
    RC_ASSERT(!basis->why.empty());
    RC_ASSERT(basis->is_ours || !basis->source.empty());
    RC_ASSERT(!basis->is_wished);
  }
}

}  // namespace
}  // namespace coldplan::planning
