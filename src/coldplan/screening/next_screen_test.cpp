#include "coldplan/screening/next_screen.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "coldplan/screening/example_cases.h"
#include "coldplan/screening/screen.h"

namespace coldplan::screening {
namespace {

constexpr std::string_view today = "2026-11-27";

/// Answers a screen as somebody who reports nothing, but for the answers given.
void answer(const NextScreen& next, const std::map<std::string, std::string>& reported,
            person::Case& given) {
  for (const Flag* flag : next.flags) {
    given.pain.red_flags[std::string{flag->id}] = {person::FlagAnswer::no, {}, std::nullopt};
  }
  for (const Question* question : next.questions) {
    const std::string id{question->id};
    const auto told = reported.find(id);
    if (id == "bp") {
      given.history.blood_pressure = person::BloodPressure{125.0, 80.0};
    } else if (question->is_number) {
      given.history.numbers[id] = 14.0;
    } else {
      given.history.answers[id] =
          told != reported.end() ? told->second : harmless_answer(*question);
    }
  }
}

/// The screens that somebody is led through.
std::vector<std::string> walk(person::Case given,
                              const std::map<std::string, std::string>& reported) {
  std::vector<std::string> seen;
  while (const auto next = next_screen(given, today)) {
    seen.emplace_back(next->screen->id);
    if (seen.size() > 20) {
      break;
    }
    answer(*next, reported, given);
  }
  return seen;
}

TEST(NextScreen, BeginsWithTheWarningSignsThatCannotWait) {
  const auto next = next_screen(example_unasked(), today);
  ASSERT_TRUE(next);
  EXPECT_EQ(next->screen->id, "flags-now");
  EXPECT_EQ(next->flags.size(), 9U);
  EXPECT_TRUE(next->questions.empty());
}

TEST(NextScreen, LeadsThroughAtMostSixScreensWhereOnlyHomeFormsAreWishedFor) {
  person::Case given = example_unasked();
  given.wishes.home_only = true;
  EXPECT_LE(walk(given, {}).size(), 6U);
  // With everything that asks for more: a healed operation, a numb patch, mild Raynaud's.
  const std::map<std::string, std::string> much{
      {"surgery", "yes, wound healed"},
      {"numb", "yes"},
      {"raynaud", "yes"},
      {"pad", "yes"},
      {"prescription", "yes"},
      {"numb_where", std::string{question_of("numb_where")->options[0]}}};
  EXPECT_LE(walk(given, much).size(), 6U);
}

TEST(NextScreen, AsksNothingAnyMoreOfSomebodyWhoIsScreened) {
  EXPECT_FALSE(next_screen(example_clean(), today));
}

TEST(NextScreen, AsksOnlyForMoreUrgentSignsOnceSomebodyMustBeSeenToday) {
  person::Case given = example_unasked();
  given.pain.red_flags["rf-motor"] = {person::FlagAnswer::yes, {}, std::nullopt};
  const auto next = next_screen(given, today);
  ASSERT_TRUE(next);
  for (const Flag* flag : next->flags) {
    EXPECT_EQ(flag->urgency, Urgency::emergency) << flag->id;
  }
  given.pain.red_flags["rf-ces"] = {person::FlagAnswer::yes, {}, std::nullopt};
  EXPECT_FALSE(next_screen(given, today));
}

TEST(NextScreen, AsksForNoOxygenAlarmWhereNoNitrogenIsWishedFor) {
  person::Case given = example_clean();
  given.history.answers.erase("oxygen_alarm");
  EXPECT_TRUE(next_screen(given, today));
  given.wishes.forms = {"ice_pack", "wbc_chamber", "cold_machine"};
  EXPECT_FALSE(next_screen(given, today));
}

TEST(NextScreen, AsksNothingThatCannotChangeAFormThatIsRuledOut) {
  person::Case given = example_clean();
  given.wishes.forms = {"cold_machine"};
  given.history.answers["sickle"] = "yes";
  given.history.answers.erase("diabetes");
  EXPECT_FALSE(next_screen(given, today));
  // A pack is held back; an answer that would safeguard it changes nothing, one that rules it out
  // does.
  given.wishes.forms = {"ice_pack"};
  EXPECT_FALSE(next_screen(given, today));
  given.history.answers.erase("wound");
  EXPECT_TRUE(next_screen(given, today));
}

TEST(NextScreen, ChangesTheLevelByWhatItAsks) {
  // Each question that is asked has two answers under which some form differs.
  person::Case given = example_clean();
  given.history.answers.erase("wound");
  const auto next = next_screen(given, today);
  ASSERT_TRUE(next);
  ASSERT_EQ(next->questions.size(), 1U);
  EXPECT_EQ(next->questions[0]->id, "wound");
  given.history.answers["wound"] = "no";
  const Level without = screen_form(given, today, "ice_bag").level;
  given.history.answers["wound"] = "yes";
  EXPECT_NE(screen_form(given, today, "ice_bag").level, without);
}

TEST(NextScreen, TicksWhatNoRuleWaitsForANoOf) {
  EXPECT_TRUE(is_ticked(*question_of("wound")));
  EXPECT_FALSE(is_ticked(*question_of("prescription")));
  EXPECT_FALSE(is_ticked(*question_of("diabetes")));
}

}  // namespace
}  // namespace coldplan::screening
