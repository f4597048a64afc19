#include "coldplan/report/screening_text.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/report/wide_lines.h"
#include "coldplan/screening/example_cases.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;

std::string text_of(const person::Case& given, bool details = false) {
  return screening_text(screening::screen(given, "2026-11-27"), std::nullopt, details);
}

TEST(ScreeningText, NeverCallsAnythingSafe) {
  const std::string text = text_of(screening::example_clean(), true);
  EXPECT_THAT(text,
              HasSubstr("No warning sign was reported. That does not mean that there is none."));
  EXPECT_THAT(text, HasSubstr("nothing that you reported speaks against it"));
}

TEST(ScreeningText, NamesTheRuleItsGradeAndWhatWouldChangeIt) {
  person::Case given = screening::example_clean();
  given.history.answers["lung_stable"] = "yes";
  const std::string text = text_of(given);
  EXPECT_THAT(text, HasSubstr("Ice bath: ask first."));
  EXPECT_THAT(text, HasSubstr("lung-stable"));
  EXPECT_THAT(text, HasSubstr("disagree: CryoNiq"));
}

TEST(ScreeningText, PrintsAnAgreementWhereItActed) {
  person::Case given = screening::example_clean();
  given.history.answers["lung_stable"] = "yes";
  given.history.agreements = {{"lung-stable", "Dr B", "2026-11-02", std::nullopt}};
  EXPECT_THAT(text_of(given), HasSubstr("Dr B agreed on 2026-11-02"));
}

TEST(ScreeningText, TellsVariantsThatDifferFromTheirFamily) {
  person::Case given = screening::example_clean();
  given.history.medicines = {"warfarin"};
  const std::string text = text_of(given);
  EXPECT_THAT(text, HasSubstr("methyl salicylate: not for you"));
  EXPECT_THAT(text, HasSubstr("\"warfarin\" was taken for a blood thinner"));
}

TEST(ScreeningText, NamesAMedicineThatItDoesNotKnow) {
  person::Case given = screening::example_clean();
  given.history.medicines = {"herb tea"};
  EXPECT_THAT(text_of(given), HasSubstr("Not known here: \"herb tea\""));
}

TEST(ScreeningText, FitsEightyColumns) {
  for (const person::Case& given : {screening::example_clean(), screening::example_unasked()}) {
    EXPECT_TRUE(wide_lines(text_of(given, true)).empty());
  }
}

TEST(ScreeningText, TellsTheSafeguardsOfEachVariant) {
  person::Case given = screening::example_clean();
  given.person.age = 80.0;
  given.wishes.forms = {"menthol_gel"};
  const std::string text = text_of(given);
  EXPECT_THAT(text, HasSubstr("Vapocoolant spray"));
  EXPECT_THAT(text, HasSubstr("[age-local;"));
}

TEST(ScreeningText, SaysThatAPressureIsNotKnownRatherThanHigh) {
  person::Case given = screening::example_clean();
  given.history.blood_pressure.reset();
  given.history.answers["bp_unknown"] = "no";
  EXPECT_THAT(text_of(given), HasSubstr("Not known, so it is minded: Blood pressure"));
}

TEST(ScreeningText, DoesNotTakeAReviewForDoneBeforeItsDay) {
  person::Case given = screening::example_clean();
  given.pain.red_flags["rf-ces"] = {person::FlagAnswer::yes, {}, "2099-01-01"};
  EXPECT_THAT(text_of(given), HasSubstr("EMERGENCY"));
}

}  // namespace
}  // namespace coldplan::report
