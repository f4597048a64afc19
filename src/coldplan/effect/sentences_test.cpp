#include "coldplan/effect/sentences.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coldplan::effect {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

const SessionWords session{"nerve 8 mm under the skin", 4800.0, 1200.0};

TEST(Sentences, SayADulledPinprickWithADenominatorAndThatItIsNotRelief) {
  EXPECT_EQ(sentence(OutcomeId::prick_dulled, {0.92, 0.6, 0.99}, session),
            "At the coldest, a pinprick on the cooled skin would not hurt about 92 of 100 people "
            "(likely 60 to 99); this is a dulled pinprick, not relief of back pain.");
}

TEST(Sentences, NameTheNerveOfTheCaller) {
  EXPECT_EQ(sentence(OutcomeId::nerve_velocity, {0.654, 0.5, 0.8}, session),
            "At the coldest, signals in the nerve 8 mm under the skin travel at about 65 % (likely "
            "50 to 80 %) of their speed before.");
}

TEST(Sentences, SayHowLongAPinprickStaysDulled) {
  EXPECT_EQ(sentence(OutcomeId::prick_dulled_after, {180.0, 60.0, 360.0}, session),
            "A pinprick stays dulled for about 3 minutes (likely 1 to 6) after the cold is taken "
            "off.");
  EXPECT_EQ(sentence(OutcomeId::prick_dulled_after, {0.0, 0.0, 0.0}, session),
            "A pinprick hurts again as soon as the cold is taken off, or was never dulled.");
  EXPECT_EQ(sentence(OutcomeId::prick_dulled_after, {3600.0, 900.0, 3600.0}, session),
            "A pinprick stays dulled for at least 60 minutes, as long as the session was "
            "followed.");
}

TEST(Sentences, SayWhereATimeMayBeLongerThanTheSessionWasFollowed) {
  EXPECT_THAT(sentence(OutcomeId::force_half_back, {1800.0, 600.0, 3600.0}, session),
              HasSubstr("about 30 minutes (likely 10 to more than 60)"));
}

TEST(Sentences, SayThatAFeelingDoesNotCome) {
  EXPECT_EQ(sentence(OutcomeId::numb_onset, {4800.0, 4000.0, 4800.0}, session),
            "In most computed cases the skin does not go numb within 80 minutes, as long as the "
            "session was followed.");
}

// Curkovic 1993: 10 and 30 minutes.
TEST(Sentences, DoNotTellOfPressureBeyondWhatWasMeasured) {
  EXPECT_EQ(
      sentence(OutcomeId::pressure_dulled_after, {1800.0, 0.0, 1800.0}, session),
      "More than half of the dulling of pressure is left for at least 30 minutes, the longest "
      "for which a measurement was found.");
  EXPECT_THAT(sentence(OutcomeId::pressure_dulled_after, {600.0, 0.0, 1800.0}, session),
              AllOf(HasSubstr("about 10 minutes"), HasSubstr("still found some after 10 and 30"),
                    HasSubstr("more than 30")));
}

TEST(Sentences, NeverSpeakOfNoneOrOfAllPeople) {
  EXPECT_THAT(sentence(OutcomeId::numb, {0.0, 0.0, 0.001}, session),
              HasSubstr("fewer than 1 of 100 people"));
  EXPECT_THAT(sentence(OutcomeId::prick_dulled, {1.0, 1.0, 1.0}, session),
              HasSubstr("more than 99 of 100 people"));
}

TEST(Sentences, SayWhereOnlyAnimalsWereMeasured) {
  EXPECT_THAT(sentence(OutcomeId::injury_spared, {0.03, 0.02, 0.05}, session), HasSubstr("rats"));
  EXPECT_THAT(sentence(OutcomeId::slow_fibres, {0.9, 0.8, 0.95}, session), HasSubstr("cats"));
  EXPECT_THAT(sentence(OutcomeId::injury_spared, {-0.002, -0.01, 0.0}, session),
              HasSubstr("about 0 %"));
}

TEST(Sentences, WarnOfLiftingAtOnce) {
  EXPECT_THAT(sentence(OutcomeId::holding_force, {0.9, 0.85, 0.95}, session),
              HasSubstr("do not lift heavy things at once"));
}

TEST(Sentences, SayThatStudiesOfPressurePainDisagree) {
  EXPECT_EQ(sentence(OutcomeId::pressure_tolerance, {1.7, 1.0, 1.7}, session),
            "About 1.7 times (likely 1.0 to 1.7 times) the usual pressure may be borne on the "
            "cooled spot; one study found such a rise, another found none.");
}

TEST(Sentences, StandForEveryOutcomeAsOnePlainSentence) {
  std::vector<std::string> seen;
  for (const OutcomeKind& kind : outcome_kinds()) {
    const double middle = kind.unit == "s" ? 600.0 : 0.5;
    const std::string told = sentence(kind.id, {middle, 0.5 * middle, 1.5 * middle}, session);
    EXPECT_THAT(told, AllOf(EndsWith("."), Not(HasSubstr("!")), Not(HasSubstr(" safe")),
                            Not(HasSubstr("{"))));
    EXPECT_THAT(told, HasSubstr("likely")) << kind.name;
    EXPECT_THAT(seen, Not(::testing::Contains(told)));
    seen.push_back(told);
  }
}

struct OtherInterval {
  double median = 0.5;
  double p05 = 0.4;
  double p95 = 0.6;
};

TEST(Sentences, TakeAnyIntervalWithAMedianAndTwoEnds) {
  EXPECT_EQ(sentence(OutcomeId::skin_flow, OtherInterval{}, session),
            sentence(OutcomeId::skin_flow, Range{0.5, 0.4, 0.6}, session));
}

}  // namespace
}  // namespace coldplan::effect
