#include "coldplan/report/comparison_text.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"
#include "coldplan/report/report_example.h"

namespace coldplan::report {
namespace {

using ::testing::HasSubstr;

std::size_t characters(const std::string& line) {
  return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

TEST(ComparisonText, FitsEightyColumnsInBothUnitsAndBothDetails) {
  for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
    const auto comparison = planning::compare(tests::case_of_someone(units), "2026-11-27").value();
    for (const Detail detail : {Detail::overview, Detail::every_form}) {
      std::istringstream lines(comparison_text(comparison, detail));
      std::string line;
      while (std::getline(lines, line)) {
        EXPECT_LE(characters(line), 80u) << line;
      }
    }
  }
}

TEST(ComparisonText, SaysWhoAsksFirstAndNamesEveryForm) {
  const auto comparison = planning::compare(tests::case_of_someone(), "2026-11-27").value();
  for (const Detail detail : {Detail::overview, Detail::every_form}) {
    const std::string text = comparison_text(comparison, detail);
    EXPECT_THAT(text, HasSubstr("Ask first, since a rule or an open question asks for it:"));
    for (const applicator::Form& form : applicator::all_forms()) {
      if (applicator::is_therapy(form)) {
        EXPECT_THAT(text, HasSubstr(form.name));
      }
    }
  }
}

TEST(ComparisonText, ShowsNoFormWhereSomebodyMustBeSeenToday) {
  person::Case subject = tests::case_of_someone();
  subject.pain.red_flags["rf-ces"] = {person::FlagAnswer::yes, {}, std::nullopt};
  const auto comparison = planning::compare(subject, "2026-11-27").value();
  EXPECT_TRUE(comparison.forms.empty());
  const std::string text = comparison_text(comparison);
  EXPECT_THAT(text, HasSubstr("EMERGENCY"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("Ice bag")));
}

TEST(ComparisonText, LeavesOutWhatIsNotForThisPersonAndNamesTheRule) {
  person::Case subject = tests::case_of_someone();
  subject.history.answers["sickle"] = "yes";
  const std::string text = comparison_text(planning::compare(subject, "2026-11-27").value());
  EXPECT_THAT(text, HasSubstr("(sickle-machine)"));
  EXPECT_THAT(text, HasSubstr("(ask first)"));
}

TEST(ComparisonText, SaysWhyAFormIsNotPredicted) {
  person::Case subject = tests::case_of_someone();
  subject.wishes.forms = {"cold_machine"};
  EXPECT_THAT(comparison_text(planning::compare(subject, "2026-11-27").value()),
              HasSubstr("Home cold-air machine is not predicted: no data were found"));
}

TEST(ComparisonText, SendsFamiliesOfTheWholeBodyToSimulate) {
  person::Case subject = tests::case_of_someone();
  subject.wishes.forms = {"ice_pack", "cryosauna"};
  const std::string text = comparison_text(planning::compare(subject, "2026-11-27").value());
  EXPECT_THAT(text, HasSubstr("\nNot compared: cryosauna cools the whole body; use coldplan "
                              "simulate --form\npbc_ln2_cryosauna.\n"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("wbc_electric_chamber")));
}

TEST(NotComparedLine, NamesEveryFormOfTheFamily) {
  EXPECT_EQ(not_compared_line("wbc_chamber"),
            "wbc_chamber cools the whole body; use coldplan simulate --form wbc_electric_chamber "
            "or wbc_forced_air_chamber");
  EXPECT_EQ(not_compared_line("walk"), "walk is not predicted yet");
}

}  // namespace
}  // namespace coldplan::report
