#include "coldplan/planning/form_order.h"

#include <algorithm>
#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::planning {
namespace {

using person::PainKind;

constexpr std::string_view today = "2026-11-27";
constexpr std::array<std::string_view, 7> all{"ice_bath",     "cryosauna",   "wbc_chamber",
                                              "local_nozzle", "menthol_gel", "cold_machine",
                                              "ice_pack"};

person::Case with(PainKind kind, const std::string& prescription = "no") {
  person::Case given = screening::example_clean();
  given.pain.kind = kind;
  given.history.answers["prescription"] = prescription;
  return given;
}

std::vector<RankedForm> ranked(const person::Case& given) {
  return rank_forms(given, plan_care(given, screening::screen(given, today)), all);
}

std::vector<std::string> order(const person::Case& given) {
  std::vector<std::string> forms;
  for (const RankedForm& row : ranked(given)) {
    forms.push_back(row.form);
  }
  return forms;
}

TEST(FormOrder, IsThatOfTheDataWithHeatFirst) {
  for (const PainKind kind : {PainKind::acute, PainKind::chronic, PainKind::disc_herniation}) {
    EXPECT_THAT(order(with(kind)),
                testing::ElementsAre("heat", "ice_pack", "menthol_gel", "cold_machine",
                                     "local_nozzle", "wbc_chamber", "cryosauna", "ice_bath"));
  }
}

TEST(FormOrder, CallsHeatTheFirstChoiceOnlyWhereTheStageNamesIt) {
  EXPECT_TRUE(ranked(with(PainKind::acute)).front().is_first_choice);
  EXPECT_TRUE(ranked(with(PainKind::subacute)).front().is_first_choice);
  EXPECT_FALSE(ranked(with(PainKind::chronic)).front().is_first_choice);
  EXPECT_FALSE(ranked(screening::example_clean()).front().is_first_choice);
}

TEST(FormOrder, CallsNothingAFirstChoiceBeforeAWarningSignIsSeen) {
  person::Case given = with(PainKind::acute);
  given.pain.red_flags["rf-infection"] = {person::FlagAnswer::yes, {}, std::nullopt};
  for (const RankedForm& row : ranked(given)) {
    EXPECT_FALSE(row.is_first_choice) << row.form;
    EXPECT_TRUE(row.form == heat || row.standing == Standing::not_for_you) << row.form;
  }
}

TEST(FormOrder, SaysWhyHeatIsNoFirstChoice) {
  EXPECT_THAT(ranked(screening::example_clean()).front().why.back().text,
              testing::HasSubstr("not known"));
  EXPECT_THAT(ranked(with(PainKind::chronic)).front().why.back().text,
              testing::HasSubstr("names no heat"));
}

TEST(FormOrder, PutsAPrescribedMachineBeforeMentholAfterSurgeryAndHeatLast) {
  EXPECT_THAT(order(with(PainKind::post_surgical, "yes")),
              testing::ElementsAre("ice_pack", "cold_machine", "menthol_gel", "local_nozzle",
                                   "wbc_chamber", "cryosauna", "ice_bath", "heat"));
  EXPECT_THAT(order(with(PainKind::post_surgical, "no")),
              testing::ElementsAre("ice_pack", "menthol_gel", "cold_machine", "local_nozzle",
                                   "wbc_chamber", "cryosauna", "ice_bath", "heat"));
  EXPECT_EQ(order(with(PainKind::chronic, "yes"))[2], "menthol_gel");
}

TEST(FormOrder, SaysWhyTheMachineWasMoved) {
  const auto rows = ranked(with(PainKind::post_surgical, "yes"));
  EXPECT_THAT(rows[1].why.back().text, testing::HasSubstr("prescribed"));
  EXPECT_THAT(rows[2].why.back().text, testing::Not(testing::HasSubstr("prescribed")));
}

TEST(FormOrder, ShowsWhatIsSaidOfHeatWithoutModellingIt) {
  const RankedForm heat_row = ranked(with(PainKind::acute)).front();
  EXPECT_FALSE(heat_row.is_modelled);
  EXPECT_FALSE(heat_row.standing);
  std::string said;
  for (const Sourced& each : heat_row.evidence) {
    said += each.text + "\n";
    EXPECT_FALSE(each.sources.empty());
  }
  EXPECT_THAT(said, testing::HasSubstr("American College of Physicians 2017: superficial heat"));
  EXPECT_THAT(said, testing::HasSubstr("WMD -1.06 (95 % interval -1.45 to -0.68)"));
  std::string against;
  for (const Sourced& each : heat_row.cautions) {
    against += each.text + "\n";
  }
  EXPECT_THAT(against, testing::HasSubstr("heat pads too can burn"));
  EXPECT_THAT(against, testing::HasSubstr("heat after menthol"));
  EXPECT_EQ(heat_row.cautions.size(), 3U);
}

TEST(FormOrder, RefusesAFamilyThatTheOrderDoesNotName) {
  const person::Case given = with(PainKind::acute);
  const CarePlan plan = plan_care(given, screening::screen(given, today));
  const std::array<std::string_view, 1> unknown{"snow"};
  EXPECT_THROW((void)rank_forms(given, plan, unknown), std::out_of_range);
}

/// Whatever was answered and whatever screening makes of it.
RC_GTEST_PROP(FormOrder, NeverPutsWholeBodyOrNozzleBeforeAPack, ()) {
  person::Case given = with(static_cast<PainKind>(*rc::gen::inRange(0, 5)),
                            *rc::gen::element<std::string>("yes", "no"));
  given.person.age = *rc::gen::inRange(18, 95);
  given.pain.radiating = *rc::gen::arbitrary<bool>();
  for (const screening::Question& question : screening::questions()) {
    if (!question.options.empty() && !question.follows && question.id != "redflag" &&
        question.id != "prescription" && *rc::gen::inRange(0, 10) == 0) {
      given.history.answers[std::string{question.id}] = std::string{*rc::gen::elementOf(
          std::vector<std::string_view>{question.options.begin(), question.options.end()})};
    }
  }
  const auto forms = order(given);
  const auto place = [&forms](std::string_view form) {
    return std::find(forms.begin(), forms.end(), form) - forms.begin();
  };
  for (const char* hazardous : {"local_nozzle", "wbc_chamber", "cryosauna", "ice_bath"}) {
    RC_ASSERT(place("ice_pack") < place(hazardous));
  }
  RC_ASSERT(forms.size() == all.size() + 1);
}

}  // namespace
}  // namespace coldplan::planning
