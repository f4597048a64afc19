#include "coldplan/evidence/effect_size.h"

#include <cmath>
#include <numeric>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace coldplan::evidence {
namespace {

using ::testing::HasSubstr;

/// Within 1e-9 of the larger, as independent programs agree.
void expect_effect(const Expected<Effect>& effect, double estimate, double variance) {
  ASSERT_TRUE(effect.has_value()) << message(effect.error());
  EXPECT_NEAR(effect->estimate, estimate, 1e-9 * std::max(1.0, std::abs(estimate)));
  EXPECT_NEAR(effect->variance, variance, 1e-9 * std::max(1.0, variance));
}

const TwoArms small_arms{{5, 2.2, 2.12}, {4, 0.75, 0.37}};
const std::vector<TwoByTwo> with_zeros{
    {0, 20, 3, 17}, {5, 15, 7, 13}, {0, 20, 0, 25}, {12, 8, 20, 0}};

// The numbers of this file that no equation here gives are what metafor 3.8-1 computes.
TEST(EffectSize, OfSmallArmsAsMetaforHasThem) {
  expect_effect(effect_of(Measure::MD, small_arms), 1.45, 0.933105);
  expect_effect(effect_of(Measure::SMD, small_arms), 0.794618043744683, 0.485078768635813);
  expect_effect(effect_of(Measure::SMDH, small_arms), 0.846337791054523, 0.464942237946038);
  expect_effect(effect_of(Measure::ROM, small_arms), 1.07613943281605, 0.246563452708907);
}

TEST(EffectSize, PutsAHalfIntoTablesWithAnEmptyCellOnly) {
  expect_effect(effect_of(Measure::RR, with_zeros[0]), -1.94591014905531, 2.19047619047619);
  expect_effect(effect_of(Measure::RR, with_zeros[1]), -0.336472236621213, 0.242857142857143);
  expect_effect(effect_of(Measure::RR, with_zeros[2]), 0.213574100298059, 3.91391941391941);
  expect_effect(effect_of(Measure::RR, with_zeros[3]), -0.494696241836107, 0.0335423925667828);
  expect_effect(effect_of(Measure::OR, with_zeros[3]), -3.32790958589232, 2.24642754662841);
  expect_effect(effect_of(Measure::RD, with_zeros[0]), -0.142857142857143, 0.00772054853687507);
  expect_effect(effect_of(Measure::PETO, with_zeros[0]), -1.61842105263158, 1.07894736842105);
  expect_effect(effect_of(Measure::PETO, with_zeros[1]), -0.464285714285714, 0.464285714285714);
}

TEST(EffectSize, PutsAHalfIntoEveryTableIfAsked) {
  EffectOptions all;
  all.to = ZeroCells::all;
  expect_effect(effect_of(Measure::RR, with_zeros[1], all), -0.31015492830384, 0.21991341991342);
  expect_effect(effect_of(Measure::OR, with_zeros[1], all), -0.448305266784657, 0.453741718257847);
  expect_effect(effect_of(Measure::RD, with_zeros[1], all), -0.0952380952380952, 0.020138214015765);
}

TEST(EffectSize, SettlesForAllTablesWhetherOneHasAnEmptyCell) {
  EXPECT_EQ(settled(ZeroCells::if0all, with_zeros), ZeroCells::all);
  EXPECT_EQ(settled(ZeroCells::if0all, std::span{with_zeros}.subspan(1, 1)), ZeroCells::none);
  EXPECT_EQ(settled(ZeroCells::only0, with_zeros), ZeroCells::only0);
}

TEST(EffectSize, OfProportionsAsMetaforHasThem) {
  expect_effect(effect_of(Measure::PR, Proportion{0, 20}), 0.0238095238095238, 0.00110679192311845);
  expect_effect(effect_of(Measure::PR, Proportion{5, 20}), 0.25, 0.009375);
  expect_effect(effect_of(Measure::PLO, Proportion{12, 37}), -0.7339691750802, 0.123333333333333);
  expect_effect(effect_of(Measure::PLO, Proportion{30, 30}), 4.11087386417331, 2.0327868852459);
  expect_effect(effect_of(Measure::PAS, Proportion{30, 30}), 1.5707963267949, 0.00833333333333333);
  expect_effect(effect_of(Measure::PFT, Proportion{0, 20}), 0.10999398869773, 0.0121951219512195);
  expect_effect(effect_of(Measure::PFT, Proportion{12, 37}), 0.610748507991308,
                0.00666666666666667);
}

TEST(EffectSize, CorrectsByHedgesGammaRatioWhateverTheSize) {
  // J(2) = 1 / sqrt(pi), J(4) = sqrt(2 / pi), by Gamma(1/2) = sqrt(pi).
  EXPECT_NEAR(small_sample_correction(2.0), 1.0 / std::sqrt(std::acos(-1.0)), 1e-15);
  EXPECT_NEAR(small_sample_correction(4.0), std::sqrt(2.0 / std::acos(-1.0)), 1e-15);
  EXPECT_NEAR(small_sample_correction(1e12), 1.0, 1e-12);
}

TEST(EffectSize, WithoutBiasHasTheLargerVarianceWhereArmsAreSmall) {
  EffectOptions unbiased;
  unbiased.smd_variance = SmdVariance::UB;
  EXPECT_GT(effect_of(Measure::SMD, small_arms, unbiased)->variance,
            effect_of(Measure::SMD, small_arms)->variance);
}

RC_GTEST_PROP(EffectSize, TurnsItsSignWhenTheArmsAreExchanged, ()) {
  const auto arm = [] {
    return Arm{static_cast<double>(*rc::gen::inRange(2, 400)), *rc::gen::inRange(1, 9000) / 100.0,
               *rc::gen::inRange(1, 3000) / 100.0};
  };
  const TwoArms arms{arm(), arm()};
  for (const Measure measure : {Measure::MD, Measure::SMD, Measure::SMDH, Measure::ROM}) {
    const Effect there = *effect_of(measure, arms);
    const Effect back = *effect_of(measure, TwoArms{arms.second, arms.first});
    RC_ASSERT(std::abs(there.estimate + back.estimate) <= 1e-12 * (1 + std::abs(back.estimate)));
    RC_ASSERT(std::abs(there.variance - back.variance) <= 1e-12 * back.variance);
  }
}

RC_GTEST_PROP(EffectSize, DoesNotDependOnTheUnitWhereItHasNone, ()) {
  const double unit = *rc::gen::inRange(1, 5000) / 100.0;
  const Arm one{static_cast<double>(*rc::gen::inRange(2, 90)), 12.5, 3.25};
  const Arm other{static_cast<double>(*rc::gen::inRange(2, 90)), 9.0, 4.5};
  const auto in_unit = [unit](const Arm& arm) {
    return Arm{arm.n, arm.mean * unit, arm.sd * unit};
  };
  for (const Measure measure : {Measure::SMD, Measure::SMDH, Measure::ROM}) {
    const Effect plain = *effect_of(measure, TwoArms{one, other});
    const Effect scaled = *effect_of(measure, TwoArms{in_unit(one), in_unit(other)});
    RC_ASSERT(std::abs(plain.estimate - scaled.estimate) < 1e-12);
    RC_ASSERT(std::abs(plain.variance - scaled.variance) < 1e-12);
  }
}

RC_GTEST_PROP(EffectSize, OfTablesTurnsItsSignWithTheGroups, ()) {
  const auto count = [] { return static_cast<double>(*rc::gen::inRange(0, 60)); };
  const TwoByTwo t{count(), count() + 1, count(), count() + 1};
  for (const Measure measure : {Measure::RR, Measure::OR, Measure::RD}) {
    const auto there = effect_of(measure, t);
    const auto back = effect_of(measure, TwoByTwo{t.c, t.d, t.a, t.b});
    RC_ASSERT(there.has_value() && back.has_value());
    RC_ASSERT(std::abs(there->estimate + back->estimate) < 1e-9);
    RC_ASSERT(std::abs(there->variance - back->variance) < 1e-9);
  }
}

TEST(EffectSize, RefusesNumbersThatNoTrialHas) {
  const auto refusal = [](TwoArms arms) { return message(effect_of(Measure::SMD, arms).error()); };
  TwoArms arms = small_arms;
  arms.first.n = 1;
  EXPECT_EQ(refusal(arms), "n1i: 1 is not a number of people (2 or more, whole)");
  arms = small_arms;
  arms.second.n = 4.5;
  EXPECT_EQ(refusal(arms), "n2i: 4.5 is not a number of people (2 or more, whole)");
  arms = small_arms;
  arms.second.sd = 0.0;
  EXPECT_THAT(refusal(arms), HasSubstr("sd2i: 0 is not a standard deviation (more than 0)"));
  arms = small_arms;
  arms.first.mean = std::nan("");
  EXPECT_THAT(refusal(arms), HasSubstr("m1i: nan is not a finite mean"));
  EXPECT_EQ(message(effect_of(Measure::RR, TwoByTwo{-1, 2, 3, 4}).error()),
            "ai: -1 is not a count (0 or more, whole)");
  EXPECT_THAT(message(effect_of(Measure::RR, TwoByTwo{0, 0, 3, 4}).error()), HasSubstr("nobody"));
  EXPECT_THAT(message(effect_of(Measure::PR, Proportion{5, 4}).error()), HasSubstr("xi: 5"));
}

TEST(EffectSize, RefusesARatioOfMeansOfOtherSigns) {
  TwoArms arms = small_arms;
  arms.second.mean = -0.5;
  EXPECT_THAT(message(effect_of(Measure::ROM, arms).error()), HasSubstr("m2i: -0.5"));
}

TEST(EffectSize, RefusesAnEmptyCellWhereNothingIsAdded) {
  EffectOptions none;
  none.to = ZeroCells::none;
  EXPECT_FALSE(effect_of(Measure::OR, with_zeros[0], none).has_value());
  EXPECT_FALSE(effect_of(Measure::PLO, Proportion{0, 9}, none).has_value());
  EXPECT_TRUE(effect_of(Measure::RD, with_zeros[0], none).has_value());
}

TEST(EffectSize, RefusesWhatOverflows) {
  const TwoArms huge{{10, 1e300, 1e-300}, {10, -1e300, 1e-300}};
  EXPECT_FALSE(effect_of(Measure::SMD, huge).has_value());
}

TEST(EffectSize, KnowsEveryMeasureByItsName) {
  for (const Measure measure : all_measures()) {
    EXPECT_EQ(measure_named(std::string{to_string(measure)}).value(), measure);
    EXPECT_FALSE(words_of(measure).empty());
  }
  EXPECT_EQ(measure_named("smd").value(), Measure::SMD);
  EXPECT_THAT(message(measure_named("SDM").error()), HasSubstr("did you mean SMD?"));
}

TEST(EffectSize, TellsRatiosAndProportionsOnTheirOwnScale) {
  EXPECT_EQ(back_transform(Measure::RR)->words, "risk ratio");
  EXPECT_NEAR(back_transform(Measure::PLO)->transform(std::log(3.0)), 0.75, 1e-15);
  EXPECT_NEAR(back_transform(Measure::PAS)->transform(std::asin(std::sqrt(0.3))), 0.3, 1e-15);
  EXPECT_EQ(back_transform(Measure::PAS)->transform(-0.4), 0.0);
  EXPECT_EQ(back_transform(Measure::SMD), nullptr);
}

}  // namespace
}  // namespace coldplan::evidence
