#include "coldplan/injury/sentence.h"

#include <cmath>
#include <optional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::injury {
namespace {

using quantity::UnitSystem;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Sentence, SaysHowFarAboveOrBelowALimitSkinIs) {
  EXPECT_EQ(sentence(Hazard::skin_freezing, Range{8.14, 6.9, 9.4}),
            "The coldest skin stays 8.1 °C (6.9 to 9.4) above where it may begin to freeze.");
  EXPECT_EQ(sentence(Hazard::skin_freezing, Range{-2.0, -3.0, -1.0}),
            "The coldest skin falls 2.0 °C (1.0 to 3.0) below where it may begin to freeze.");
  EXPECT_EQ(sentence(Hazard::skin_freezing, Range{0.5, -1.0, 2.0}),
            "The coldest skin comes close to where it may begin to freeze: in nine of ten "
            "calculations it ends between 1.0 °C below it and 2.0 °C above it.");
}

TEST(Sentence, SpeaksInFahrenheitToThoseWhoReadIt) {
  EXPECT_EQ(sentence(Hazard::core_stop, Range{0.5, 0.5, 0.5}, UnitSystem::us),
            "The core of the body stays 0.9 °F above where the session should stop.");
  EXPECT_THAT(sentence(Hazard::machine_hours, Range{0.2, 0.2, 0.2}, UnitSystem::us),
              HasSubstr("64.9 °F"));
}

TEST(Sentence, SaysOfALimitOfTimeWhatIsUsedOfIt) {
  EXPECT_EQ(sentence(Hazard::machine_hours, Range{0.17, 0.15, 0.2}),
            "The time of skin below 18.3 °C comes to 17 % (15 to 20) of the 120 min that surgeons "
            "advise as "
            "the most.");
  EXPECT_THAT(sentence(Hazard::pack_over_nerve, Range{1.5, 1.5, 1.5}), HasSubstr("It is passed."));
  EXPECT_THAT(sentence(Hazard::ice_crossing, Range{0.8, 0.4, 1.4}), HasSubstr("It may be passed."));
}

TEST(Sentence, OfANerveIsAWordAndNeverAPercentage) {
  const std::string text = sentence(Hazard::nerve_warning, Range{1.0, 0.0, 2.0});
  EXPECT_THAT(text, HasSubstr("low, and it may be raised"));
  EXPECT_THAT(text, Not(HasSubstr("%")));
}

TEST(Sentence, SpeaksOfAGradeOnlyWhereSomethingFroze) {
  EXPECT_EQ(sentence(Hazard::frost_grade, Range{}), "No skin froze in the calculation.");
  EXPECT_EQ(sentence(Hazard::frozen_depth, Range{}), "No skin froze in the calculation.");
  const std::string text = sentence(Hazard::frost_grade, Range{1.0, 0.0, 3.0});
  EXPECT_THAT(text, HasSubstr("frostnip"));
  EXPECT_THAT(text, HasSubstr("it may be grade 2"));
  EXPECT_THAT(text, HasSubstr("5.0 °C either way"));
  EXPECT_THAT(text, Not(HasSubstr("%")));
  EXPECT_THAT(sentence(Hazard::frost_grade, Range{0.0, 0.0, 1.0}),
              HasSubstr("in some of the calculations; at the worst frostnip"));
}

TEST(Sentence, OfLowOxygenTellsWhatItMeansAndThatNothingWarns) {
  const std::string text = sentence(Hazard::oxygen, Range{-0.06, -0.11, -0.02});
  EXPECT_THAT(text, HasSubstr("6.0 percentage points"));
  EXPECT_THAT(text, HasSubstr("fainting"));
  EXPECT_THAT(text, HasSubstr("no warning"));
}

TEST(Sentence, OfBloodPressureTellsOfThoseWhoRoseFarMore) {
  EXPECT_THAT(sentence(Hazard::systolic_rise, Range{38.0, 38.0, 38.0}), HasSubstr("51 mmHg"));
}

TEST(Sentence, TakesAnyIntervalWithAMedianAndItsEnds) {
  struct Interval {
    double median, p05, p95;
  };
  EXPECT_EQ(sentence(Hazard::core_stop, Interval{0.5, 0.4, 0.6}),
            sentence(Hazard::core_stop, Range{0.5, 0.4, 0.6}));
}

TEST(Sentence, IsThereForEveryHazardAndNeverCallsItSafe) {
  for (const HazardInfo& each : hazards()) {
    for (const Range& range :
         {Range{0.5, 0.2, 0.8}, Range{-0.5, -0.8, -0.2}, Range{1.0, 0.0, 3.0}}) {
      const std::string text = sentence(each.hazard, range);
      EXPECT_FALSE(text.empty()) << each.id;
      EXPECT_EQ(text.back(), '.') << each.id;
      EXPECT_THAT(text, Not(HasSubstr("safe"))) << each.id;
      EXPECT_THAT(text, Not(HasSubstr("!"))) << each.id;
    }
  }
}

TEST(PassingSentence, SaysWhenOrThatItIsNotWithinWhatWasLookedAt) {
  const double hour = 3600.0;
  EXPECT_EQ(passing_sentence(std::nullopt), "");
  EXPECT_EQ(passing_sentence(Passing{0.0, {}, {}, hour}),
            "With the cold left on from its start, no calculation would reach this within 60 min.");
  EXPECT_EQ(passing_sentence(Passing{0.02, {}, {}, hour}),
            "With the cold left on from its start, fewer than one calculation in twenty would "
            "reach this within "
            "60 min.");
  EXPECT_EQ(passing_sentence(Passing{0.3, 1860.0, {}, hour}),
            "With the cold left on from its start, one calculation in twenty would reach this "
            "after 31 min, and "
            "fewer than half within 60 min.");
  EXPECT_EQ(passing_sentence(Passing{1.0, 1200.0, 1200.0, INFINITY}),
            "With the cold left on from its start, this would be reached after 20 min.");
}

}  // namespace
}  // namespace coldplan::injury
