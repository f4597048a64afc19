#include "coldplan/evidence/derivation.h"

#include <cmath>
#include <fstream>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace coldplan::evidence {
namespace {

using ::testing::HasSubstr;

TEST(Derivation, TakesTheSDFromTheIntervalOfAMeanAsGarra2010WasRead) {
  // 56 to 73 mm around 64 of 29 people: the SD that was derived in the evidence's own tables.
  const auto sd = sd_from_mean_ci({56, 73}, 29);
  EXPECT_NEAR(sd->value, 22.3461, 5e-5);
  EXPECT_EQ(sd->by, Derivation::sd_from_mean_ci_t);
}

TEST(Derivation, OfTheSDUndoesTheInterval) {
  // Handbook 6.5.2.2: 95 % of a large arm reach 3.92 standard errors.
  EXPECT_NEAR(sd_from_mean_ci({10.0, 13.92}, 100, Quantile::normal)->value, 10.0, 1e-3);
  EXPECT_NEAR(sd_from_se(0.5, 64)->value, 4.0, 1e-14);
}

TEST(Derivation, TakesTheSMDFromFAsTheSpineSurgeryTrialWasRead) {
  // F 10.59 of 38 and 38 people: g -0.74, 95 % -1.20 to -0.27.
  const auto g = smd_from_F(10.59, Sign::first_lower, 38, 38);
  EXPECT_NEAR(g->value.estimate, -0.7389746, 1e-6);
  EXPECT_EQ(g->by, Derivation::smd_from_F);
  EXPECT_NEAR(g->value.estimate - 1.959964 * std::sqrt(g->value.variance), -1.20, 0.005);
}

RC_GTEST_PROP(Derivation, OfTAgreesWithTheEffectOfMeansAndSDs, ()) {
  const Arm one{static_cast<double>(*rc::gen::inRange(2, 90)), *rc::gen::inRange(-50, 50) / 3.0, 4};
  const Arm other{static_cast<double>(*rc::gen::inRange(2, 90)), 0.1, 4};
  const double t =
      (one.mean - other.mean) / (4.0 * std::sqrt(1.0 / one.n + 1.0 / other.n));  // both SDs are 4
  const Effect direct = *effect_of(Measure::SMD, TwoArms{one, other});
  const Effect derived = smd_from_t(t, one.n, other.n)->value;
  RC_ASSERT(std::abs(direct.estimate - derived.estimate) < 1e-12);
  RC_ASSERT(std::abs(direct.variance - derived.variance) < 1e-12);
  const Sign sign = t < 0 ? Sign::first_lower : Sign::first_higher;
  RC_ASSERT(std::abs(smd_from_F(t * t, sign, one.n, other.n)->value.estimate - derived.estimate) <
            1e-12);
}

TEST(Derivation, TakesTheSameStandardErrorFromTAndItsP) {
  // Handbook 6.5.2.3: MD 3.8, p 0.008 of 25 + 22 people: t 2.78, SE 1.37.
  const auto from_p = effect_from_p(3.8, 0.008, 45.0);
  EXPECT_NEAR(std::sqrt(from_p->value.variance), 1.37, 0.005);
  EXPECT_NEAR(std::sqrt(effect_from_t(3.8, 2.78)->value.variance), 1.37, 0.005);
  EXPECT_EQ(from_p->by, Derivation::effect_from_p);
  EXPECT_LT(smd_from_p(0.008, Sign::first_lower, 25, 22)->value.estimate, 0.0);
}

TEST(Derivation, OfADifferenceUsesTOnlyWithDegreesOfFreedom) {
  const auto wide = effect_from_ci(2.0, {0.0, 4.0});
  const auto narrow = effect_from_ci(2.0, {0.0, 4.0}, 8.0);
  EXPECT_NEAR(std::sqrt(wide->value.variance), 2.0 / 1.959964, 1e-6);
  EXPECT_NEAR(std::sqrt(narrow->value.variance), 2.0 / 2.306004, 1e-6);
  EXPECT_EQ(narrow->by, Derivation::effect_from_ci_t);
}

TEST(Derivation, OfARatioGoesByLogarithms) {
  const auto effect = log_ratio_from_ci(0.49, {0.34, 0.70});
  EXPECT_NEAR(effect->value.estimate, std::log(0.49), 1e-15);
  EXPECT_NEAR(std::sqrt(effect->value.variance), (std::log(0.70) - std::log(0.34)) / 3.919928,
              1e-6);
  EXPECT_FALSE(log_ratio_from_ci(0.5, {-0.1, 0.9}).has_value());
}

RC_GTEST_PROP(Derivation, OfTheChangesSDIsUndoneByTheCorrelation, ()) {
  const double before = *rc::gen::inRange(1, 500) / 10.0;
  const double after = *rc::gen::inRange(1, 500) / 10.0;
  const double r = *rc::gen::inRange(-99, 99) / 100.0;
  const double change = sd_of_change(before, after, r)->value;
  RC_ASSERT(std::abs(correlation_from_sds(before, after, change)->value - r) < 1e-9);
}

TEST(Derivation, CountsThePeopleThatAPercentageStandsFor) {
  EXPECT_EQ(events_from_percent(81, 31)->value, 25.0);
  EXPECT_EQ(events_from_percent(76, 29)->value, 22.0);
  EXPECT_EQ(events_from_percent(51.72, 87, 2)->value, 45.0);
  EXPECT_THAT(message(events_from_percent(83, 7).error()),
              HasSubstr("percent: 83 is not what any count of these people rounds to"));
}

TEST(Derivation, OfTwoArmsIsTheArmOfAllTheirPeople) {
  // People 1, 2, 3 and 5, 9: mean 4, variance 10 of all five.
  const Arm one{3, 2.0, 1.0};
  const Arm other{2, 7.0, std::sqrt(8.0)};
  const Arm all = combined(one, other)->value;
  EXPECT_EQ(all.n, 5.0);
  EXPECT_NEAR(all.mean, 4.0, 1e-15);
  EXPECT_NEAR(all.sd, std::sqrt(10.0), 1e-14);
}

TEST(Derivation, HasANameASentenceAndASourceEach) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Derivation::combined_arms); ++i) {
    const auto each = static_cast<Derivation>(i);
    EXPECT_TRUE(names.insert(to_string(each)).second) << to_string(each);
    EXPECT_TRUE(sentence(each).ends_with('.')) << to_string(each);
    EXPECT_FALSE(source(each).empty()) << to_string(each);
  }
}

TEST(Derivation, GivesTheStandardErrorsOfAReviewThatPrintsIntervalsAlone) {
  // data/evidence/hohenauer2015.json: se and z derived beside the printed g and its interval.
  std::ifstream file{std::string{COLDPLAN_SOURCE_DIR} + "/data/evidence/hohenauer2015.json"};
  const auto review = nlohmann::json::parse(file);
  for (const auto& row : review.at("pooled")) {
    const Limits printed{row.at("ci95").at(0), row.at("ci95").at(1)};
    const auto effect = effect_from_ci(row.at("g"), printed);
    ASSERT_TRUE(effect) << message(effect.error());
    const double se = std::sqrt(effect->value.variance);
    const auto& derived = row.at("derived");
    EXPECT_NEAR(se, derived.at("se").get<double>(), 1e-6);
    EXPECT_NEAR(effect->value.estimate / se, derived.at("z").get<double>(), 1e-4);
    // A printed g lies in the middle of its interval, to its two decimals.
    EXPECT_NEAR((printed.lower + printed.upper) / 2.0, effect->value.estimate, 0.01);
  }
}

TEST(Derivation, RefusesWhatSaysNothing) {
  EXPECT_THAT(message(effect_from_p(2.0, 0.0, 20).error()), HasSubstr("p: 0 is not a number"));
  EXPECT_THAT(message(effect_from_p(0.0, 0.5, 20).error()), HasSubstr("difference: 0"));
  EXPECT_FALSE(effect_from_t(2.0, -1.0).has_value());
  EXPECT_FALSE(sd_from_se(-1.0, 20).has_value());
  EXPECT_FALSE(sd_from_mean_ci({73, 56}, 29).has_value());
  EXPECT_FALSE(sd_from_mean_ci({56, 73}, 1).has_value());
  EXPECT_FALSE(effect_from_ci(5.0, {0.0, 4.0}).has_value());
  EXPECT_FALSE(sd_of_change(1.0, 1.0, 1.0).has_value());
  EXPECT_FALSE(correlation_from_sds(1.0, 1.0, 3.0).has_value());
  EXPECT_FALSE(smd_from_F(-1.0, Sign::first_lower, 5, 5).has_value());
}

}  // namespace
}  // namespace coldplan::evidence
