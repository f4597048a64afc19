#include "coldplan/drawing/effect_axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::drawing {
namespace {

using ::testing::ElementsAre;

EffectAxis axis_of(EffectScale scale) {
  EffectAxis axis;
  axis.label = "effect";
  axis.scale = scale;
  return axis;
}

TEST(PrintEffect, ShowsDifferencesAsTheyAreAndRatiosFromTheirLogarithms) {
  const EffectEstimate effect{-0.38, {-0.65, -0.11}};
  EXPECT_EQ(print_effect(effect, axis_of(EffectScale::difference)), "−0.38 (−0.65 to −0.11)");
  EXPECT_EQ(print_effect({std::log(0.5), {std::log(0.25), 0.0}}, axis_of(EffectScale::ratio)),
            "0.50 (0.25 to 1.00)");
}

TEST(PrintEffect, SparesDecimalsThatNobodyReads) {
  const EffectAxis axis = axis_of(EffectScale::ratio);
  EXPECT_EQ(print_effect(std::log(1234.4), axis), "1234");
  EXPECT_EQ(print_effect(std::log(2.5e9), axis), "2.5e+09");
  EXPECT_EQ(print_effect(std::log(0.0049), axis), "<0.01");
  EXPECT_EQ(print_effect(std::log(0.0051), axis), "0.01");
  EXPECT_EQ(print_effect(-0.001, axis_of(EffectScale::difference)), "0.00");
}

TEST(EffectTicks, OfARatioAreOneTwoFiveAndGrowSparserWithTheRange) {
  const auto labels = [](double low, double high) {
    return effect_ticks({std::log(low), std::log(high)}, EffectScale::ratio, 7).labels;
  };
  EXPECT_THAT(labels(0.09, 11.0), ElementsAre("0.1", "0.2", "0.5", "1", "2", "5", "10"));
  EXPECT_THAT(labels(0.4, 3.5), ElementsAre("0.5", "0.7", "1", "1.5", "2", "3"));
  EXPECT_THAT(labels(0.0009, 1100.0),
              ElementsAre("0.001", "0.01", "0.1", "1", "10", "100", "1000"));
  EXPECT_THAT(labels(0.89, 1.21),
              ElementsAre("0.90", "0.95", "1.00", "1.05", "1.10", "1.15", "1.20"));
}

TEST(EffectTicks, OfAWideRatioStillHaveOneAtNoEffect) {
  const EffectTicks ticks = effect_ticks({-40.0, 40.0}, EffectScale::ratio, 5);
  EXPECT_LE(ticks.values.size(), 5U);
  EXPECT_THAT(ticks.labels, ::testing::Contains("1"));
}

RC_GTEST_PROP(EffectTicks, RiseAndStayInsideTheRange, (bool is_ratio)) {
  const double low = *rc::gen::inRange(-4000, 4000) / 100.0;
  const double high = low + *rc::gen::inRange(1, 8000) / 100.0;
  const int wanted = *rc::gen::inRange(2, 9);
  const EffectTicks ticks =
      effect_ticks({low, high}, is_ratio ? EffectScale::ratio : EffectScale::difference, wanted);
  RC_ASSERT(ticks.values.size() == ticks.labels.size());
  RC_ASSERT(std::ranges::is_sorted(ticks.values));
  for (const double value : ticks.values) {
    RC_ASSERT(value >= low - 1e-6 && value <= high + 1e-6);
  }
}

TEST(EffectRange, HoldsEveryIntervalThatIsAsWideAsMost) {
  const std::vector<EffectEstimate> rows{{-0.2, {-0.5, 0.1}}, {0.3, {-0.2, 0.8}}};
  const Interval range = effect_range(rows, {}, {});
  EXPECT_LT(range.low, -0.5);
  EXPECT_GT(range.high, 0.8);
  EXPECT_LT(range.high - range.low, 1.5);
}

TEST(EffectRange, IsNotStretchedByOneHugeInterval) {
  std::vector<EffectEstimate> rows{{-0.2, {-0.5, 0.1}}, {0.3, {0.0, 0.6}}, {0.0, {-50.0, 50.0}}};
  const Interval range = effect_range(rows, {}, {});
  EXPECT_LT(range.high, 2.0);
  EXPECT_GT(range.low, -2.0);
  rows[2].interval = {-500.0, 500.0};
  EXPECT_EQ(effect_range(rows, {}, {}).high, range.high);
}

TEST(EffectRange, TakesAGuestThatIsNearAndLeavesOneThatIsFar) {
  const std::vector<EffectEstimate> rows{{0.0, {-1.0, 1.0}}};
  const std::vector<double> near{-1.9};
  const std::vector<double> far{-2.1};
  EXPECT_LT(effect_range(rows, {}, near).low, -1.9);
  EXPECT_GT(effect_range(rows, {}, far).low, -1.2);
}

TEST(EffectRange, HasAWidthEvenForASinglePoint) {
  const std::vector<EffectEstimate> rows{{0.7, {0.7, 0.7}}};
  const Interval range = effect_range(rows, {}, {});
  EXPECT_LT(range.low, 0.7);
  EXPECT_GT(range.high, 0.7);
}

RC_GTEST_PROP(EffectRange, HoldsAllEstimatesAndWhatMustBeThere,
              (const std::vector<int>& estimates, int wanted)) {
  std::vector<EffectEstimate> rows;
  for (const int estimate : estimates) {
    const double value = estimate % 1000;
    const double half = std::abs(estimate % 7);
    rows.push_back({value, {value - half, value + 2.0 * half}});
  }
  const std::vector<double> always{static_cast<double>(wanted % 1000)};
  const Interval range = effect_range(rows, always, {});
  RC_ASSERT(range.low < always[0] && always[0] < range.high);
  for (const EffectEstimate& row : rows) {
    RC_ASSERT(range.low < row.estimate && row.estimate < range.high);
  }
}

TEST(EffectCheck, NamesThePlaceOfWhatCannotBeShown) {
  const auto place = [](const EffectEstimate& effect, EffectScale scale) {
    const auto sound = check(effect, scale, "x");
    return sound ? std::string{} : sound.error().place;
  };
  EXPECT_EQ(place({0.0, {-1.0, 1.0}}, EffectScale::difference), "");
  EXPECT_EQ(place({0.0, {0.1, 1.0}}, EffectScale::difference), "x.interval");
  EXPECT_EQ(place({0.0, {-1.0, std::numeric_limits<double>::infinity()}}, EffectScale::difference),
            "x.interval.high");
  EXPECT_EQ(place({std::numeric_limits<double>::quiet_NaN(), {}}, EffectScale::difference),
            "x.estimate");
  EXPECT_EQ(place({0.0, {-200.0, 1.0}}, EffectScale::difference), "");
  EXPECT_EQ(place({0.0, {-200.0, 1.0}}, EffectScale::ratio), "x.interval.low");
}

TEST(EffectCheck, WantsALabelAndDecimalsThatSomebodyReads) {
  EffectAxis axis = axis_of(EffectScale::difference);
  EXPECT_TRUE(check(axis).has_value());
  axis.decimals = 7;
  EXPECT_EQ(check(axis).error().place, "axis.decimals");
  axis.decimals = 2;
  axis.label.clear();
  EXPECT_EQ(check(axis).error().place, "axis.label");
}

TEST(EffectCheck, WantsThresholdsWithAValue) {
  const std::vector<EffectThreshold> thresholds{{"small", {0.5}}, {"large", {}}};
  EXPECT_EQ(check(thresholds, EffectScale::difference).error().place, "thresholds[1].values");
}

}  // namespace
}  // namespace coldplan::drawing
