#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "coldplan/thermoregulation/example_bodies.h"

// Sessions and bodies that nobody should be in.
namespace coldplan::thermoregulation {
namespace {

using tests::adult;
using tests::history_of;
using tests::in_bath;
using tests::in_chamber;
using tests::minute;
using tests::stout_woman;
using tests::young_man;

bool is_finite(const BodyHistory& history) {
  return std::all_of(history.observed.begin(), history.observed.end(), [](const auto& values) {
    return std::all_of(values.begin(), values.end(),
                       [](double value) { return std::isfinite(value); });
  });
}

/// When a temperature first was under a limit [s]; after the end if it never was.
double first_under(const BodyHistory& history, Observed what, double limit) {
  const std::vector<double>& values = history.of(what);
  const auto found =
      std::find_if(values.begin(), values.end(), [limit](double value) { return value < limit; });
  return found == values.end() ? 2.0 * history.time.back()
                               : history.time[static_cast<std::size_t>(found - values.begin())];
}

TEST(WholeBodyExtremes, TellWhenGasAsColdAsALiquidFreezesSkin) {
  for (const person::Person& person : {young_man(), stout_woman()}) {
    const BodyHistory history =
        history_of(in_chamber(person, -196.0 + 15.0, 10.0 * minute, minute));
    ASSERT_TRUE(history.freezing);
    EXPECT_GT(history.freezing->time, 2.0 * minute);
    EXPECT_LT(history.freezing->time, 6.0 * minute);
    EXPECT_TRUE(is_finite(history));
    // Nothing is told of frozen skin.
    EXPECT_LT(history.time.back(), history.freezing->time);
    EXPECT_LT(history.surface(history.freezing->site).back(), 5.0);
    const auto same = summarize(std::vector{in_chamber(person, -181.0, 10.0 * minute, minute)});
    ASSERT_TRUE(same.front()->freezing);
    EXPECT_NEAR(same.front()->freezing->time, history.freezing->time, 1.0);
    EXPECT_EQ(same.front()->freezing->site, history.freezing->site);
  }
}

TEST(WholeBodyExtremes, CoolACoreUnderThirtyFiveInAnHourOfIceWater) {
  const BodyHistory lean = history_of(in_bath(young_man(), 0.0, 60.0 * minute, 120.0 * minute));
  EXPECT_TRUE(is_finite(lean));
  EXPECT_FALSE(lean.freezing);
  // Central blood within the hour, the rectum after it.
  EXPECT_LT(first_under(lean, Observed::central_blood, 35.0), 60.0 * minute);
  EXPECT_GT(first_under(lean, Observed::central_blood, 35.0), 20.0 * minute);
  EXPECT_GT(first_under(lean, Observed::pelvis_core, 35.0), 60.0 * minute);
  EXPECT_LT(first_under(lean, Observed::pelvis_core, 35.0), 90.0 * minute);
  // Fat keeps her core over it until she is out.
  const BodyHistory stout = history_of(in_bath(stout_woman(), 0.0, 60.0 * minute, 120.0 * minute));
  EXPECT_TRUE(is_finite(stout));
  EXPECT_GT(first_under(stout, Observed::central_blood, 35.0), 60.0 * minute);
}

TEST(WholeBodyExtremes, FindRestForPeopleOfAllSizesAndAges) {
  std::vector<BodyTask> tasks;
  for (const auto sex : {person::Sex::female, person::Sex::male}) {
    for (const double age : {18.0, 95.0}) {
      for (const double weight : {45.0, 160.0}) {
        for (const double height : {1.50, 1.70, 1.90}) {
          const person::Person person = adult(sex, age, height, weight);
          tasks.push_back(in_chamber(person));
          tasks.push_back(in_bath(person, 5.0, 20.0 * minute, 30.0 * minute, 150.0));
        }
      }
    }
  }
  for (const auto& history : simulate(tasks)) {
    ASSERT_TRUE(history.has_value());
    EXPECT_TRUE(is_finite(*history));
    EXPECT_LT(history->energy_closure, 1e-10);
    EXPECT_GT(history->neutral.air, 25.0);
    EXPECT_LT(history->neutral.air, 33.0);
  }
}

TEST(WholeBodyExtremes, AnswerForBodiesThatCannotBeOrSayThatTheyDoNot) {
  struct Measures {
    double height;
    double weight;
  };
  for (const Measures& measures :
       {Measures{2.10, 30.0}, Measures{1.50, 25.0}, Measures{1.40, 300.0}, Measures{2.20, 20.0}}) {
    const BodyTask task =
        in_chamber(adult(person::Sex::male, 40.0, measures.height, measures.weight));
    const auto history = simulate({&task, 1});
    if (history.front()) {
      EXPECT_TRUE(is_finite(*history.front()));
    } else {
      EXPECT_EQ(history.front().error().code, ErrorCode::not_solved);
    }
  }
}

}  // namespace
}  // namespace coldplan::thermoregulation
