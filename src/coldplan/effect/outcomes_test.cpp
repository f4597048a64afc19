#include "coldplan/effect/outcomes.h"

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "coldplan/effect/example_session.h"

namespace coldplan::effect {
namespace {

using ::testing::HasSubstr;

double number(const std::array<double, outcome_count>& numbers, OutcomeId id) {
  return numbers[static_cast<std::size_t>(id)];
}

TEST(Outcomes, StandInTheOrderOfTheirKindsWithNamesThatDiffer) {
  const auto kinds = outcome_kinds();
  ASSERT_EQ(kinds.size(), outcome_count);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(kinds[i].id), i) << kinds[i].name;
    EXPECT_EQ(kinds[i].unit == "s", kinds[i].counted_from != CountedFrom::not_a_time);
    EXPECT_FALSE(kinds[i].words.empty() || kinds[i].rests_on.empty()) << kinds[i].name;
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_NE(kinds[i].name, kinds[k].name);
    }
  }
  EXPECT_EQ(kinds.back().id, OutcomeId::injury_spared);
}

// The worked check of frozen peas, here relative to the nerve's and muscle's own temperature
// before.
TEST(Outcomes, AreThoseOfTheWorkedCheckForASessionLikeIt) {
  ExampleSession session;
  const auto numbers = outcomes(session.courses(), median_coefficients()).value();
  EXPECT_NEAR(number(numbers, OutcomeId::nerve_velocity), 0.65, 0.005);
  EXPECT_NEAR(number(numbers, OutcomeId::pressure_threshold), 1.85, 0.005);
  EXPECT_NEAR(number(numbers, OutcomeId::prick_dulled), 0.92, 0.005);
  EXPECT_NEAR(number(numbers, OutcomeId::holding_force), 0.828 / 0.968, 0.005);
  EXPECT_NEAR(number(numbers, OutcomeId::skin_flow), 0.16, 1e-12);
  EXPECT_NEAR(number(numbers, OutcomeId::muscle_metabolism), 0.62, 1e-12);
}

// By hand, on the straight lines between the five samples.
TEST(Outcomes, PlaceEveryTimeOnTheCourseThatItBelongsTo) {
  ExampleSession session;
  const auto numbers = outcomes(session.courses(), median_coefficients()).value();
  EXPECT_NEAR(number(numbers, OutcomeId::cool_onset), 600.0 * 3.6 / 17.0, 1e-9);
  EXPECT_NEAR(number(numbers, OutcomeId::pain_onset), 600.0 + 600.0 * 1.0 / 5.2, 1e-9);
  EXPECT_NEAR(number(numbers, OutcomeId::ache_onset), 600.0 + 600.0 * 1.5 / 5.0, 1e-9);
  EXPECT_NEAR(number(numbers, OutcomeId::prick_dulled_after), 1200.0 * 2.8 / 15.2, 1e-9);
  EXPECT_NEAR(number(numbers, OutcomeId::force_half_back), 1200.0 + 2400.0 * 2.25 / 3.75, 1e-9);
  EXPECT_NEAR(number(numbers, OutcomeId::skin_flow_half_back), 1200.0 + 2400.0 * 0.38 / 0.5, 1e-9);
}

// Skin at 10.8 °C blocks most of what a nerve at 22 °C lets through.
TEST(Outcomes, TakePrickFibresAtTheSkinAndDeeperOnesAtTheNerve) {
  ExampleSession session;
  const auto numbers = outcomes(session.courses(), median_coefficients()).value();
  EXPECT_NEAR(number(numbers, OutcomeId::prick_fibres), 1.0 / (1.0 + std::exp(1.2 / 1.02)), 1e-12);
  EXPECT_GT(number(numbers, OutcomeId::thick_fibres), 0.999);
  EXPECT_GT(number(numbers, OutcomeId::slow_fibres), 0.999);
}

TEST(Outcomes, ReadFlowAndMetabolismAsTheSimulationGivesThem) {
  ExampleSession session;
  session.flow = {1.0, 0.4, 0.4, 0.4, 0.4};
  const auto numbers = outcomes(session.courses(), median_coefficients()).value();
  EXPECT_EQ(number(numbers, OutcomeId::skin_flow), 0.4);
  EXPECT_EQ(number(numbers, OutcomeId::skin_flow_half_back), 3600.0);
}

TEST(Outcomes, HaveTheLengthOfTheCourseWhereAFeelingDoesNotCome) {
  ExampleSession session;
  session.skin = {33.0, 32.0, 31.0, 32.0, 33.0};
  const auto numbers = outcomes(session.courses(), median_coefficients()).value();
  EXPECT_EQ(number(numbers, OutcomeId::numb_onset), 4800.0);
  EXPECT_EQ(number(numbers, OutcomeId::cool_onset), 4800.0);
  EXPECT_LT(number(numbers, OutcomeId::numb), 1e-9);
}

TEST(Outcomes, ShowNoEffectOnNerveAndMuscleWithoutCold) {
  ExampleSession session;
  session.skin = session.nerve = {33.0, 33.0, 33.0, 33.0, 33.0};
  session.muscle_1 = session.muscle_2 = {35.0, 35.0, 35.0, 35.0, 35.0};
  session.flow = session.metabolism = {1.0, 1.0, 1.0, 1.0, 1.0};
  const auto numbers = outcomes(session.courses(), median_coefficients()).value();
  for (const OutcomeId id : {OutcomeId::nerve_velocity, OutcomeId::pressure_threshold,
                             OutcomeId::holding_force, OutcomeId::fast_force}) {
    EXPECT_DOUBLE_EQ(number(numbers, id), 1.0);
  }
  for (const OutcomeId id :
       {OutcomeId::prick_dulled_after, OutcomeId::pressure_dulled_after, OutcomeId::force_half_back,
        OutcomeId::skin_flow_half_back, OutcomeId::injury_spared}) {
    EXPECT_NEAR(number(numbers, id), 0.0, 1e-12);
  }
}

RC_GTEST_PROP(Outcomes, AreFiniteInEveryDrawAndTimesStayWithinTheCourse, ()) {
  ExampleSession session;
  const auto index = *rc::gen::inRange(0, 100000);
  const auto c = drawn_coefficients(5, static_cast<std::uint64_t>(index));
  const auto numbers = outcomes(session.courses(), c).value();
  for (const OutcomeKind& kind : outcome_kinds()) {
    const double each = number(numbers, kind.id);
    RC_ASSERT(std::isfinite(each));
    RC_ASSERT(each >= 0.0);
    RC_ASSERT(kind.unit != "s" || each <= 4800.0);
  }
}

RC_GTEST_PROP(Outcomes, GrowWithColderTissue, ()) {
  const auto c = drawn_coefficients(6, static_cast<std::uint64_t>(*rc::gen::inRange(0, 1000)));
  ExampleSession session;
  ExampleSession colder;
  for (std::size_t i = 1; i < 4; ++i) {
    colder.skin[i] -= 2.0;
    colder.nerve[i] -= 2.0;
    colder.muscle_1[i] -= 2.0;
  }
  const auto less = outcomes(session.courses(), c).value();
  const auto more = outcomes(colder.courses(), c).value();
  for (const OutcomeId id :
       {OutcomeId::prick_dulled, OutcomeId::painful, OutcomeId::numb, OutcomeId::ache_strength,
        OutcomeId::pressure_threshold, OutcomeId::injury_spared, OutcomeId::prick_dulled_after}) {
    RC_ASSERT(number(more, id) >= number(less, id));
  }
  for (const OutcomeId id :
       {OutcomeId::nerve_velocity, OutcomeId::thick_fibres, OutcomeId::slow_fibres,
        OutcomeId::holding_force, OutcomeId::numb_onset, OutcomeId::cool_onset}) {
    RC_ASSERT(number(more, id) <= number(less, id));
  }
}

TEST(Outcomes, NameTheCourseThatCannotBeRead) {
  ExampleSession session;
  const auto message_of = [](const Courses& courses) {
    const auto numbers = outcomes(courses, median_coefficients());
    return numbers ? std::string{} : message(numbers.error());
  };
  Courses shorter = session.courses();
  shorter.nerve = shorter.nerve.first(3);
  EXPECT_THAT(message_of(shorter), HasSubstr("nerve: 3 samples is not as long as the time"));
  Courses late = session.courses();
  late.removal = 1e6;
  EXPECT_THAT(message_of(late), HasSubstr("removal"));
  Courses without = session.courses();
  without.muscle = {};
  EXPECT_THAT(message_of(without), HasSubstr("muscle: no depth"));
  session.skin[2] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(message_of(session.courses()), HasSubstr("skin: nan"));
  ExampleSession back;
  back.time[2] = 100.0;
  EXPECT_THAT(message_of(back.courses()), HasSubstr("time: 100"));
  ExampleSession still;
  still.time[2] = still.time[1];
  EXPECT_THAT(message_of(still.courses()), HasSubstr("time: 600"));
  EXPECT_THAT(message_of({}), HasSubstr("time: 0 samples"));
}

}  // namespace
}  // namespace coldplan::effect
