#include "coldplan/report/body_text.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "coldplan/facts/ids.h"
#include "coldplan/report/body_parts.h"
#include "coldplan/report/text.h"

namespace coldplan::report {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

person::Person somebody() {
  person::Person woman;
  woman.sex = person::Sex::female;
  woman.age = 58.0;
  woman.height = 1.65;
  woman.weight = 78.0;
  return woman;
}

planning::BodyOutcome outcome_of(const applicator::WholeBodyForm& form, double minutes,
                                 quantity::UnitSystem units = quantity::UnitSystem::metric) {
  auto session = simulation::usual_body_session(form);
  session.duration = minutes * 60.0;
  return planning::predict_body(somebody(), session, units).value();
}

/// Without a minute after the cold.
planning::BodyOutcome unfollowed(const applicator::WholeBodyForm& form) {
  auto session = simulation::usual_body_session(form);
  session.after = 0.0;
  return planning::predict_body(somebody(), session).value();
}

/// The text with its line breaks as spaces.
std::string line_of(const planning::BodyOutcome& outcome) {
  std::string text = body_text(outcome);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

planning::BodySeries& rectal_of(planning::BodyOutcome& outcome) {
  return *std::find_if(outcome.series.begin(), outcome.series.end(),
                       [](const planning::BodySeries& series) { return series.id == "rectal"; });
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::size_t width = 0;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    width = c == '\n' ? 0 : width + (continues ? 0 : 1);
    most = std::max(most, width);
  }
  return most;
}

TEST(BodyText, FitsInEightyColumns) {
  for (const auto& form : applicator::whole_body_forms()) {
    for (const auto units : {quantity::UnitSystem::metric, quantity::UnitSystem::us}) {
      EXPECT_LE(widest(body_text(outcome_of(form, 3.0, units))), columns) << form.id;
    }
  }
}

TEST(BodyText, SaysWhatTheTemperaturesOfTheArticleAreInBothUnits) {
  EXPECT_THAT(line_of(outcome_of(applicator::nitrogen_cryosauna(), 3.0)),
              AllOf(HasSubstr("The -129 °C to -196 °C of a popular article are what boiling "
                              "nitrogen feeds and boiling nitrogen itself"),
                    HasSubstr("second-hand")));
  EXPECT_THAT(line_of(outcome_of(applicator::nitrogen_cryosauna(), 3.0, quantity::UnitSystem::us)),
              HasSubstr("The -200 °F to -320 °F of a popular article"));
}

TEST(BodyText, StartsAtTheCoreOfTheFacts) {
  const double core = facts::value(facts::id::body::core_temperature);
  EXPECT_THAT(line_of(outcome_of(applicator::still_bath(), 3.0)),
              HasSubstr("core " + temperature(core, quantity::UnitSystem::metric) + "; mean skin"));
}

TEST(BodyText, CountsSecondsBelowAMinute) {
  auto outcome = outcome_of(applicator::electric_chamber(), 3.0);
  outcome.limits[0].share = 1.0;
  outcome.limits[0].half = 2.4;
  outcome.limits[1].share = 1.0;
  outcome.limits[1].half = 150.0;
  outcome.core_still_falls = false;
  rectal_of(outcome).lowest_time.median = outcome.exit + 25.0;
  EXPECT_THAT(line_of(outcome),
              AllOf(HasSubstr("in half after 2 s."), HasSubstr("in half after 2.5 min."),
                    HasSubstr("The core is coldest 25 s after the exit (afterdrop)")));
  rectal_of(outcome).lowest_time.median = 40.0;
  EXPECT_THAT(line_of(outcome), HasSubstr("The core is coldest 40 s into the cold"));
  rectal_of(outcome).lowest_time.median = outcome.exit + 3000.0;
  EXPECT_THAT(line_of(outcome), HasSubstr("50 min after the exit (afterdrop)"));
}

TEST(BodyText, SaysWhatComesAfterwards) {
  EXPECT_THAT(line_of(outcome_of(applicator::electric_chamber(), 3.0)),
              AllOf(HasSubstr("; then a room of 23.0 °C in dry clothes (0.15 m² K/W). Medians"),
                    HasSubstr("As long in the room alone, without the cold, it falls 0."),
                    HasSubstr("the core fell half as far as the median here"),
                    Not(HasSubstr("exit is not simulated"))));
}

TEST(BodyText, TellsOfNoTimeThatWasNotSimulated) {
  for (const auto& form : applicator::whole_body_forms()) {
    EXPECT_THAT(line_of(unfollowed(form)),
                AllOf(HasSubstr("; nothing after the exit is simulated. Medians"),
                      HasSubstr("Where it goes after the exit is not simulated. The control"),
                      Not(HasSubstr("dry clothes")), Not(HasSubstr("room alone")),
                      Not(HasSubstr("half as far"))));
  }
}

TEST(BodyText, SpeaksOfSafetyAndReliefOnlyToDenyThem) {
  for (const auto& form : applicator::whole_body_forms()) {
    std::string text = line_of(outcome_of(form, 3.0));
    for (const std::string denied :
         {"None of it says that a session is safe.",
          "Nothing here says that cold is safe for you, or that it relieves pain"}) {
      ASSERT_NE(text.find(denied), std::string::npos) << form.id;
      text.erase(text.find(denied), denied.size());
    }
    EXPECT_THAT(text, AllOf(Not(HasSubstr("safe")), Not(HasSubstr("relie")),
                            HasSubstr("Not a medical device.")))
        << form.id;
  }
}

TEST(BodyText, SaysOfALongBathThatTheModelCoolsTooSlowlyAndNotTooFast) {
  EXPECT_THAT(line_of(outcome_of(applicator::still_bath(), 60.0)),
              AllOf(HasSubstr("Cores of resting men fell faster"), Not(HasSubstr("half as far"))));
}

TEST(BodyText, SaysOfAFewSecondsThatTheMainRoomIsNotEntered) {
  EXPECT_THAT(line_of(outcome_of(applicator::electric_chamber(), 0.4)),
              HasSubstr("all of it in the antechamber at -60.0 °C"));
  EXPECT_THAT(line_of(outcome_of(applicator::electric_chamber(), 3.0)),
              HasSubstr("the first 30 s at -60.0 °C"));
}

TEST(BodyText, NamesThePlacesThatItDoesNotHaveWhateverIsPassed) {
  for (const double minutes : {1.0, 8.0}) {
    EXPECT_THAT(line_of(outcome_of(applicator::electric_chamber(), minutes)),
                HasSubstr("Ears, nose and fingertips have no segment of their own"));
  }
}

TEST(BodyText, SaysWhenSkinFreezesAndStopsThere) {
  const auto cold = applicator::with_temperature(applicator::forced_air_chamber(), -196.0).value();
  const auto outcome = outcome_of(cold, 10.0);
  const std::string text = body_text(outcome);
  EXPECT_NE(text.find("freezes in 95 of 95 draws"), std::string::npos) << text;
  EXPECT_EQ(text.find("below rest"), std::string::npos) << text;
  EXPECT_EQ(text.find("+60 min"), std::string::npos) << text;
  EXPECT_EQ(text.find("dry clothes"), std::string::npos) << text;
}

TEST(BodyPicture, SaysWhereItEndsBecauseSkinFreezes) {
  const auto cold = applicator::with_temperature(applicator::forced_air_chamber(), -196.0).value();
  EXPECT_THAT(body_picture(outcome_of(cold, 10.0)).subtitle,
              HasSubstr("then skin has frozen in one draw of twenty"));
  EXPECT_THAT(body_picture(outcome_of(applicator::still_bath(), 10.0)).subtitle,
              Not(HasSubstr("Shown to")));
}

TEST(BodyPicture, HasEveryCurveAtEveryTime) {
  const auto picture = body_picture(outcome_of(applicator::still_bath(), 10.0));
  for (const auto& curve : picture.history.curves) {
    EXPECT_EQ(curve.temperature_C.size(), picture.history.minutes.size()) << curve.label;
  }
  EXPECT_TRUE(drawing::draw(picture, drawing::Format::svg).has_value());
}

}  // namespace
}  // namespace coldplan::report
