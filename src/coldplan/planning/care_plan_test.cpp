#include "coldplan/planning/care_plan.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::planning {
namespace {

using person::FlagAnswer;
using person::PainKind;

constexpr std::string_view today = "2026-11-27";

person::Case with(PainKind kind) {
  person::Case given = screening::example_clean();
  given.pain.kind = kind;
  given.pain.radiating = false;
  given.pain.intensity_nrs = 6;
  return given;
}

CarePlan plan_of(const person::Case& given) {
  return plan_care(given, screening::screen(given, today));
}

Standing standing(const CarePlan& plan, std::string_view family) {
  for (const FamilyPlan& each : plan.families) {
    if (each.family == family) {
      return each.standing;
    }
  }
  ADD_FAILURE() << family;
  return Standing::not_for_you;
}

bool has_kind(const CarePlan& plan, const std::string& kind) {
  return std::any_of(plan.core.begin(), plan.core.end(), [&kind](const CoreTreatment& each) {
    return std::find(each.kinds.begin(), each.kinds.end(), kind) != each.kinds.end();
  });
}

std::vector<std::string> combined(const CarePlan& plan) {
  std::vector<std::string> with;
  for (const PlannedCombination& each : plan.combining) {
    with.push_back(each.with);
  }
  return with;
}

std::string stage(std::optional<PainKind> kind, std::optional<double> weeks,
                  std::optional<bool> radiating) {
  person::Pain pain;
  pain.kind = kind;
  pain.weeks = weeks;
  pain.radiating = radiating;
  return stage_of(pain);
}

TEST(CarePlan, FindsTheStageByKindThenByWeeks) {
  EXPECT_EQ(stage(PainKind::subacute, 40.0, {}), "subacute");
  EXPECT_EQ(stage({}, 3.9, {}), "acute");
  EXPECT_EQ(stage({}, 4.0, {}), "subacute");
  EXPECT_EQ(stage({}, 12.0, {}), "subacute");
  EXPECT_EQ(stage({}, 12.1, {}), "chronic");
  EXPECT_EQ(stage(PainKind::chronic, {}, true), "radicular");
  EXPECT_EQ(stage(PainKind::disc_herniation, {}, false), "radicular");
  EXPECT_EQ(stage(PainKind::post_surgical, {}, true), "post_surgical");
  EXPECT_EQ(stage({}, {}, {}), "");
}

TEST(CarePlan, PutsColdBesideTheCoreOfChronicCare) {
  const CarePlan plan = plan_of(with(PainKind::chronic));
  EXPECT_TRUE(has_kind(plan, "exercise") && has_kind(plan, "education"));
  EXPECT_TRUE(has_kind(plan, "medicine") && has_kind(plan, "physical_therapy"));
  EXPECT_EQ(standing(plan, "ice_pack"), Standing::offered);
  EXPECT_EQ(standing(plan, "local_nozzle"), Standing::on_condition);
  EXPECT_EQ(standing(plan, "ice_bath"), Standing::discouraged);
  EXPECT_EQ(plan.review.weeks, 4.0);
  EXPECT_EQ(plan.review.date, "2026-12-25");
  EXPECT_EQ(plan.trials.size(), 2U);
  EXPECT_EQ(plan.needed_fall->at_most, 4);
}

TEST(CarePlan, OffersHeatInAcutePain) {
  const CarePlan plan = plan_of(with(PainKind::acute));
  EXPECT_TRUE(has_kind(plan, "heat") && has_kind(plan, "movement"));
  ASSERT_EQ(plan.trials.size(), 1U);
  EXPECT_EQ(plan.trials[0].id, "comfort");
  EXPECT_EQ(plan.review.weeks, 2.0);
}

TEST(CarePlan, LeavesTheReviewAfterSurgeryToTheSurgeon) {
  const CarePlan plan = plan_of(with(PainKind::post_surgical));
  EXPECT_FALSE(plan.review.weeks || plan.review.date);
  EXPECT_EQ(plan.after_surgery.size(), 3U);
  EXPECT_EQ(plan.providers.front().name, "the operating surgeon");
  EXPECT_LE(standing(plan, "ice_pack"), Standing::offered);
}

TEST(CarePlan, AddsToEveryStageFromSixtyFiveOn) {
  person::Case given = with(PainKind::chronic);
  given.person.age = 64.9;
  EXPECT_FALSE(plan_of(given).is_older);
  given.person.age = 65.0;
  const CarePlan plan = plan_of(given);
  EXPECT_TRUE(plan.is_older);
  EXPECT_EQ(plan.stage, "chronic");
  EXPECT_EQ(plan.review.weeks, 2.0);
  EXPECT_EQ(standing(plan, "wbc_chamber"), Standing::discouraged);
  EXPECT_EQ(plan.cold_roles.size(), 2U);
}

TEST(CarePlan, PlansNothingBeforeAnEmergencyIsSeen) {
  person::Case given = with(PainKind::chronic);
  given.pain.red_flags["rf-ces"] = {FlagAnswer::yes, {}, std::nullopt};
  const CarePlan plan = plan_of(given);
  EXPECT_TRUE(plan.is_halted);
  EXPECT_TRUE(plan.core.empty() && plan.trials.empty() && plan.combining.empty());
  ASSERT_FALSE(plan.see_someone.empty());
  EXPECT_EQ(plan.see_someone.front().flag, "rf-ces");
  EXPECT_EQ(plan.see_someone.front().urgency, screening::Urgency::emergency);
  for (const FamilyPlan& family : plan.families) {
    EXPECT_EQ(family.standing, Standing::not_for_you) << family.family;
  }
}

TEST(CarePlan, NamesFlagsThatWereNotAnswered) {
  person::Case given = with(PainKind::acute);
  given.pain.red_flags.erase("rf-cancer-history");
  const CarePlan plan = plan_of(given);
  EXPECT_FALSE(plan.is_halted);
  EXPECT_EQ(plan.see_someone.front().flag, "rf-cancer-history");
  EXPECT_EQ(plan.see_someone.front().reason, SeeReason::not_answered);
  EXPECT_EQ(plan.see_someone.back().reason, SeeReason::review);
}

TEST(CarePlan, PutsASignThatIsUpBeforeOneThatWasNotAskedAndOneLookedIntoLast) {
  person::Case given = with(PainKind::chronic);
  given.pain.red_flags.erase("rf-ces");
  given.pain.red_flags["rf-inflammatory"] = {FlagAnswer::yes, {}, std::nullopt};
  given.pain.red_flags["rf-no-better"] = {FlagAnswer::yes, {}, "2026-10-01"};
  const CarePlan plan = plan_of(given);
  ASSERT_EQ(plan.see_someone.size(), 4U);
  EXPECT_EQ(plan.see_someone[0].reason, SeeReason::raised);
  EXPECT_EQ(plan.see_someone[1].flag, "rf-ces");
  EXPECT_EQ(plan.see_someone[2].reason, SeeReason::looked_into);
  // Inflammatory features lead to a rheumatologist as well.
  EXPECT_TRUE(std::any_of(plan.providers.begin(), plan.providers.end(),
                          [](const Provider& each) { return each.name == "Rheumatology"; }));
}

TEST(CarePlan, SpeaksOfSedativesOnlyWhereTheyAreTakenOrNotKnown) {
  person::Case given = with(PainKind::chronic);
  EXPECT_THAT(combined(plan_of(given)), testing::Not(testing::Contains("opioids or sedatives")));
  given.history.medicines = {"oxycodone 5 mg"};
  EXPECT_THAT(combined(plan_of(given)), testing::Contains("opioids or sedatives"));
  given.history.medicines.clear();
  given.history.answers.erase("sedatives");
  const CarePlan plan = plan_of(given);
  EXPECT_TRUE(std::any_of(
      plan.combining.begin(), plan.combining.end(),
      [](const PlannedCombination& each) { return each.relevance == Relevance::not_known; }));
}

TEST(CarePlan, SeesThatTabletsAgainstInflammationAreTaken) {
  person::Case given = with(PainKind::chronic);
  const auto relevance = [](const CarePlan& plan) {
    for (const PlannedCombination& each : plan.combining) {
      if (each.with == "NSAID tablets") {
        return each.relevance;
      }
    }
    return Relevance::not_known;
  };
  EXPECT_EQ(relevance(plan_of(given)), Relevance::anyone);
  given.history.medicines = {"Advil"};
  EXPECT_EQ(relevance(plan_of(given)), Relevance::reported);
}

TEST(CarePlan, TakesTheStrictestStageWhereNoneIsKnown) {
  const CarePlan plan = plan_of(screening::example_clean());
  EXPECT_EQ(plan.stage, "");
  EXPECT_EQ(standing(plan, "local_nozzle"), Standing::discouraged);
  EXPECT_EQ(standing(plan, "ice_pack"), Standing::offered);
  EXPECT_TRUE(plan.core.empty());
  EXPECT_FALSE(plan.agreed.empty());
  EXPECT_EQ(plan.open.size(), 3U);
  EXPECT_FALSE(plan.needed_fall);
}

TEST(CarePlan, DoubtsAKindThatTheWeeksContradict) {
  person::Case given = with(PainKind::acute);
  given.pain.weeks = 40.0;
  EXPECT_THAT(plan_of(given).doubts, testing::ElementsAre(testing::HasSubstr("40 weeks")));
  given.pain.weeks = 2.0;
  EXPECT_TRUE(plan_of(given).doubts.empty());
}

RC_GTEST_PROP(CarePlan, HasForEveryItemASourceThatIsKnown, ()) {
  person::Case given = with(static_cast<PainKind>(*rc::gen::inRange(0, 5)));
  given.person.age = *rc::gen::inRange(18, 90);
  const CarePlan plan = plan_of(given);
  const auto are_known = [](const std::vector<std::string>& keys) {
    return !keys.empty() && std::all_of(keys.begin(), keys.end(), [](const std::string& key) {
      return care_source(key).has_value();
    });
  };
  const auto check = [&are_known](const auto& items) {
    for (const auto& item : items) {
      RC_ASSERT(are_known(item.sources));
    }
  };
  check(plan.core);
  check(plan.cold_roles);
  check(plan.combining);
  check(plan.after_surgery);
  check(plan.trials);
  check(plan.stop_signs);
  check(plan.see_someone);
  check(plan.review.rules);
  RC_ASSERT(are_known(plan.stop_rule_sources));
  RC_ASSERT(are_known(plan.responder.sources));
  RC_ASSERT(plan.whole.has_value() && are_known(plan.whole->sources));
  RC_ASSERT(plan.stop_rules.size() == 4U);
}

}  // namespace
}  // namespace coldplan::planning
