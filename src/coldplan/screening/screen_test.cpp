#include "coldplan/screening/screen.h"

#include <algorithm>
#include <stdexcept>

#include <gtest/gtest.h>

#include "coldplan/screening/example_cases.h"

namespace coldplan::screening {
namespace {

constexpr std::string_view today = "2026-11-27";

Level level_of(const person::Case& given, std::string_view variant) {
  return screen_form(given, today, variant).level;
}

person::Case agreed(std::string rule, std::string date, std::optional<std::string> until) {
  person::Case given = example_clean();
  given.history.answers["lung_stable"] = "yes";
  given.history.agreements = {
      {std::move(rule), "lung physician", std::move(date), std::move(until)}};
  return given;
}

TEST(Screen, TakesNothingUnansweredForSafe) {
  const Screening found = screen(example_unasked(), today);
  EXPECT_EQ(found.families.size(), 7U);
  for (const FamilyScreening& family : found.families) {
    EXPECT_EQ(family.level, Level::ask_first) << family.family;
    for (const FormScreening& form : family.forms) {
      EXPECT_EQ(form.level, Level::ask_first) << form.variant->id;
      EXPECT_FALSE(form.open.empty()) << form.variant->id;
    }
  }
}

TEST(Screen, AllowsWhatNothingReportedSpeaksAgainst) {
  for (const Variant& variant : variants()) {
    const FormScreening form = screen_form(example_clean(), today, variant.id);
    EXPECT_LE(form.level, Level::caution) << variant.id;
    EXPECT_TRUE(form.open.empty()) << variant.id;
  }
}

TEST(Screen, LetsTheStrongestLevelWinAndNamesItFirst) {
  person::Case given = example_clean();
  given.history.answers["diabetes"] = "yes, with any of these";
  const FormScreening form = screen_form(given, today, "ctm_ice_water_pump");
  EXPECT_EQ(form.level, Level::not_for_you);
  EXPECT_EQ(form.reasons.front().rule->id, "diabetes-machine-comp");
}

TEST(Screen, LiftsAnAskFirstByAnAgreementAndKeepsItsSafeguard) {
  const person::Case given = agreed("lung-stable", "2026-11-02", std::nullopt);
  const FormScreening form = screen_form(given, today, "cwi_still");
  EXPECT_EQ(form.level, Level::caution);
  ASSERT_TRUE(form.reasons.front().agreement);
  EXPECT_EQ(form.reasons.front().agreement->who, "lung physician");
  EXPECT_EQ(screen(given, today).agreements.at(0).use, AgreementUse::acts);
}

TEST(Screen, LetsAnAgreementActOnItsDaysAlone) {
  EXPECT_EQ(level_of(agreed("lung-stable", "2026-11-02", "2026-11-27"), "cwi_still"),
            Level::caution);
  const auto over = agreed("lung-stable", "2026-11-02", "2026-11-26");
  EXPECT_EQ(level_of(over, "cwi_still"), Level::ask_first);
  EXPECT_EQ(screen(over, today).agreements.at(0).use, AgreementUse::is_over);
  const auto ahead = agreed("lung-stable", "2026-11-28", std::nullopt);
  EXPECT_EQ(level_of(ahead, "cwi_still"), Level::ask_first);
  EXPECT_EQ(screen(ahead, today).agreements.at(0).use, AgreementUse::is_ahead);
}

TEST(Screen, TrustsNoEndOfAnAgreementWhereTheDayIsNotKnown) {
  const auto with_end = agreed("lung-stable", "2026-11-02", "2027-11-02");
  EXPECT_EQ(screen_form(with_end, "", "cwi_still").level, Level::ask_first);
}

TEST(Screen, LetsNobodyAgreeToWhatIsNotForThem) {
  person::Case given = agreed("seizure-systemic", "2026-11-02", std::nullopt);
  given.history.answers["seizure"] = "yes";
  EXPECT_EQ(level_of(given, "cwi_still"), Level::not_for_you);
  EXPECT_EQ(screen(given, today).agreements.at(0).use, AgreementUse::cannot_lift);
}

TEST(Screen, ScreensASprayAsColdAndNotAsAGel) {
  person::Case given = example_clean();
  given.history.answers["cold_hives"] = "yes";
  EXPECT_EQ(level_of(given, "vapocoolant_spray"), Level::not_for_you);
  EXPECT_EQ(level_of(given, "topical_menthol"), Level::caution);
  given = example_clean();
  given.history.answers["immuno_skin"] = "yes";
  EXPECT_LE(level_of(given, "vapocoolant_spray"), Level::caution);
  EXPECT_EQ(level_of(given, "topical_menthol"), Level::not_for_you);
}

TEST(Screen, AsksForAnOxygenAlarmWhereThereIsNitrogenAlone) {
  person::Case given = example_clean();
  given.history.answers["oxygen_alarm"] = "yes";
  EXPECT_EQ(level_of(given, "local_ln2_vapour"), Level::not_for_you);
  EXPECT_LE(level_of(given, "local_contact_plate"), Level::caution);
}

TEST(Screen, LeavesPacksAndGelsAloneWhereADoctorIsNeededWithinDays) {
  person::Case given = example_clean();
  given.pain.red_flags["rf-steroids"].answer = person::FlagAnswer::yes;
  EXPECT_EQ(level_of(given, "ice_bag"), Level::caution);
  EXPECT_EQ(level_of(given, "topical_menthol"), Level::caution);
  EXPECT_EQ(level_of(given, "ctm_gravity_cuff"), Level::ask_first);
  for (const char* strong : {"cwi_still", "pbc_ln2_cryosauna", "local_cold_air_machine"}) {
    EXPECT_EQ(level_of(given, strong), Level::not_for_you) << strong;
  }
}

TEST(Screen, KeepsToTheFamiliesThatAreWishedFor) {
  person::Case given = example_clean();
  given.wishes.forms = {"ice_pack", "wbc_chamber"};
  EXPECT_EQ(wished_families(given.wishes).size(), 2U);
  given.wishes.home_only = true;
  ASSERT_EQ(screen(given, today).families.size(), 1U);
  EXPECT_EQ(screen(given, today).families[0].family, "ice_pack");
}

TEST(Screen, KnowsNoOtherVariants) {
  EXPECT_THROW((void)screen_form(example_clean(), today, "igloo"), std::out_of_range);
}

}  // namespace
}  // namespace coldplan::screening
