#include "coldplan/planning/care_families.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::planning {
namespace {

using screening::Level;

FamilyPlan planned(std::string_view family, Level level, std::vector<const StageData*> stages,
                   std::vector<const StageData*> additions = {}) {
  return family_plan({family, level, {}}, stages, additions);
}

const StageData* stage(std::string_view id) {
  return &stage_named(id);
}

TEST(CareFamilies, FollowTheListsOfTheStage) {
  EXPECT_EQ(stance_of(stage_named("chronic"), "ice_pack"), Stance::allowed);
  EXPECT_EQ(stance_of(stage_named("chronic"), "local_nozzle"), Stance::conditional);
  EXPECT_EQ(stance_of(stage_named("chronic"), "cold_machine"), Stance::not_named);
  EXPECT_EQ(stance_of(stage_named("radicular"), "cold_machine"), Stance::discouraged);
}

TEST(CareFamilies, TakeTheStricterOfStageAndScreening) {
  EXPECT_EQ(planned("ice_pack", Level::caution, {stage("chronic")}).standing, Standing::offered);
  EXPECT_EQ(planned("ice_pack", Level::ask_first, {stage("chronic")}).standing,
            Standing::ask_first);
  EXPECT_EQ(planned("ice_pack", Level::not_for_you, {stage("chronic")}).standing,
            Standing::not_for_you);
  EXPECT_EQ(planned("cryosauna", Level::ask_first, {stage("chronic")}).standing,
            Standing::discouraged);
  EXPECT_EQ(planned("wbc_chamber", Level::allowed, {stage("chronic")}).standing,
            Standing::on_condition);
}

RC_GTEST_PROP(CareFamilies, AreNeverMilderThanEitherSide, ()) {
  const auto stance = static_cast<Stance>(*rc::gen::inRange(0, 4));
  const auto level = static_cast<Level>(*rc::gen::inRange(0, 4));
  const Standing both = standing_of(stance, level);
  RC_ASSERT(both >= standing_of(stance, Level::allowed));
  RC_ASSERT(both >= standing_of(Stance::allowed, level));
  RC_ASSERT(both ==
            std::max(standing_of(stance, Level::allowed), standing_of(Stance::allowed, level)));
}

TEST(CareFamilies, GetStricterWithAgeAndNeverMilder) {
  const std::vector<const StageData*> older{stage("older")};
  EXPECT_EQ(planned("wbc_chamber", Level::allowed, {stage("chronic")}, older).stance,
            Stance::discouraged);
  // Age names gels; the plan of a pain that runs down a leg does not.
  EXPECT_EQ(planned("menthol_gel", Level::allowed, {stage("radicular")}, older).stance,
            Stance::not_named);
  // Age does not speak of nozzles.
  EXPECT_EQ(planned("local_nozzle", Level::allowed, {stage("chronic")}, older).stance,
            Stance::conditional);
}

TEST(CareFamilies, NameTheStageThatDecidesAndItsSources) {
  const FamilyPlan plan =
      planned("wbc_chamber", Level::allowed, {stage("chronic")}, {stage("older")});
  EXPECT_EQ(plan.stages, (std::vector<std::string>{"older"}));
  EXPECT_EQ(plan.sources.size(), stage("older")->sources.size());
  EXPECT_TRUE(planned("cold_machine", Level::allowed, {stage("acute")}).stages.empty());
}

TEST(CareFamilies, TakeTheStrictestOfTheStagesThatMayBe) {
  EXPECT_EQ(planned("local_nozzle", Level::allowed, {stage("acute"), stage("chronic")}).stance,
            Stance::discouraged);
}

}  // namespace
}  // namespace coldplan::planning
