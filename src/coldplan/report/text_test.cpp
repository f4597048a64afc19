#include "coldplan/report/text.h"

#include <sstream>

#include <gtest/gtest.h>

#include "coldplan/applicator/forms.h"

namespace coldplan::report {
namespace {

using quantity::UnitSystem;

TEST(Wrap, KeepsLinesWithinTheWidthAndCountsCharactersNotBytes) {
  const std::string text = wrap("°°°° °°°° °°°°", "", 9);
  EXPECT_EQ(text, "°°°° °°°°\n°°°°\n");
}

TEST(Wrap, LosesNoWordAndIndentsEveryLine) {
  std::istringstream lines(wrap("one two three four five", "  ", 10));
  std::string line;
  std::string words;
  while (std::getline(lines, line)) {
    EXPECT_TRUE(line.starts_with("  "));
    words += line.substr(2) + ' ';
  }
  EXPECT_EQ(words, "one two three four five ");
}

TEST(PersonLine, SpeaksTheReadersUnits) {
  person::Person person;
  person.age = 58.0;
  person.height = 1.651;
  person.weight = 78.0;
  EXPECT_EQ(person_line(person, UnitSystem::metric), "Woman, 58 years, 165 cm, 78 kg, BMI 28.6");
  EXPECT_EQ(person_line(person, UnitSystem::us), "Woman, 58 years, 5 ft 5 in, 172 lb, BMI 28.6");
}

TEST(FlagLine, TellsNearFromBelow) {
  planning::SkinFlag flag{{"numb", 10.0, "numb", "where skin goes numb"}, 10.4, false};
  EXPECT_EQ(flag_line(flag, UnitSystem::metric),
            "Skin may come down to 10.4 °C: near 10.0 °C, where skin goes numb.");
  flag.coldest = 9.0;
  flag.passed = true;
  EXPECT_EQ(flag_line(flag, UnitSystem::us),
            "Skin may come down to 48.2 °F: below 50.0 °F, where skin goes numb.");
}

TEST(UseLine, NamesBarriersAndWraps) {
  simulation::Session session = simulation::usual_session(applicator::ice_bag());
  EXPECT_EQ(use_line(session), "20 min on bare skin");
  session.use.barriers = {applicator::Barrier::dry_towel, applicator::Barrier::dressing};
  session.use.hold = applicator::Hold::elastic;
  EXPECT_EQ(use_line(session),
            "20 min over a dry towel and a wool and crepe dressing, held by an elastic bandage");
}

TEST(WeakestPoint, IsOnRecordForEveryForm) {
  for (const applicator::Form& form : applicator::all_forms()) {
    EXPECT_FALSE(weakest_point(form).empty()) << form.id;
  }
}

TEST(Degrees, NeverShowsMinusZero) {
  EXPECT_EQ(degrees(-0.01, UnitSystem::metric), "0.0");
  EXPECT_EQ(degrees(-0.06, UnitSystem::metric), "-0.1");
}

TEST(CalibrationWords, SayOnHowManyStudiesAndWhenOrThatThereIsNone) {
  EXPECT_EQ(calibration_words({}), "not calibrated: priors alone");
  EXPECT_EQ(calibration_words({.date = "2026-11-20", .version = "", .studies = 30, .rows = 410}),
            "calibrated on 30 studies, 2026-11-20");
}

}  // namespace
}  // namespace coldplan::report
