// Tests of asymmetry, trim and fill, fail-safe numbers.
#include <algorithm>
#include <string>

#include "metafor/agreement.h"
#include "metafor/reference_sets.h"
#include <gtest/gtest.h>

#include "coldplan/evidence/small_study.h"

namespace metafor {
namespace {

using coldplan::evidence::AsymmetryTest;
using coldplan::evidence::Effect;
using coldplan::evidence::egger_test;
using coldplan::evidence::fail_safe_orwin;
using coldplan::evidence::fail_safe_rosenberg;
using coldplan::evidence::fail_safe_rosenthal;
using coldplan::evidence::MissingEstimator;
using coldplan::evidence::ModelOptions;
using coldplan::evidence::Precision;
using coldplan::evidence::rank_test;
using coldplan::evidence::regress_on_precision;
using coldplan::evidence::Side;
using coldplan::evidence::trim_and_fill;

nlohmann::json answer(const Set& set, const std::string& analysis) {
  return set.answers.value("bias", nlohmann::json::object()).value(analysis, nlohmann::json());
}

ModelOptions options_of_set(const Set& set) {
  return options_of(set.answers.at("method"), set.answers.at("test"));
}

// metafor leaves a predictor without spread out and goes on; here it is an error that names it.
bool has_equal_variances(const Set& set) {
  return std::ranges::all_of(set.effects, [&](const Effect& effect) {
    return effect.variance == set.effects.front().variance;
  });
}

// metafor judges the rank of a model by its columns as they are, and takes variances of 1e-6 for
// none.
bool is_too_small_for_metafor(const Set& set, const nlohmann::json& told) {
  return has_failed(told) && words_of_failure(told).find("not of full rank") != std::string::npos &&
         std::all_of(set.effects.begin(), set.effects.end(),
                     [](const Effect& effect) { return effect.variance < 1e-4; });
}

void check_asymmetry(const Set& set, const AsymmetryTest& test, const nlohmann::json& told) {
  const Agreement agreement(set.scale);
  agreement.check("statistic", test.slope.statistic, told.at("statistic"), Unit::one);
  agreement.check("p", test.slope.p_value, told.at("p"), Unit::probability);
  agreement.check("limit", test.limit.estimate, told.at("limit"), Unit::effect);
  agreement.check("lower", test.limit.confidence.lower, told.at("lb"), Unit::effect);
  agreement.check("upper", test.limit.confidence.upper, told.at("ub"), Unit::effect);
}

template <typename Run>
void check_regression(const std::string& analysis, const Run& run) {
  int compared = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, analysis);
    if (told.is_null()) {
      continue;
    }
    SCOPED_TRACE(set.name);
    const coldplan::Expected<AsymmetryTest> test = run(set);
    if (has_equal_variances(set)) {
      EXPECT_FALSE(test);
    } else if (is_too_small_for_metafor(set, told)) {
      EXPECT_TRUE(test);
    } else {
      ASSERT_FALSE(has_failed(told)) << words_of_failure(told);
      ASSERT_TRUE(test) << coldplan::message(test.error());
      check_asymmetry(set, *test, told);
      ++compared;
    }
  }
  EXPECT_GT(compared, 80);
}

TEST(AgreesWithMetafor, OnEggersOwnTest) {
  check_regression("lm_sei", [](const Set& set) { return egger_test(set.effects); });
}

TEST(AgreesWithMetafor, OnRegressionOnStandardErrors) {
  check_regression("rma_sei", [](const Set& set) {
    return regress_on_precision(set.effects, options_of_set(set), Precision::standard_error);
  });
}

TEST(AgreesWithMetafor, OnRegressionOnVariances) {
  check_regression("rma_vi", [](const Set& set) {
    return regress_on_precision(set.effects, options_of_set(set), Precision::variance);
  });
}

TEST(AgreesWithMetafor, OnRankCorrelation) {
  int compared = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, "rank");
    if (told.is_null() || has_equal_variances(set)) {
      continue;
    }
    SCOPED_TRACE(set.name);
    const auto test = rank_test(set.effects);
    ASSERT_TRUE(test) << coldplan::message(test.error());
    const Agreement agreement(set.scale);
    agreement.check("tau", test->tau, told.at("tau"), Unit::one);
    agreement.check("p", test->p_value, told.at("p"), Unit::probability);
    ++compared;
  }
  EXPECT_GT(compared, 80);
}

// metafor trims and fills with estimators at their default thresholds, which are no part of a
// scale: methods with iterations are left out.
bool is_iterated(const Set& set) {
  return set.answers.at("method") == "REML" || set.answers.at("method") == "PM";
}

// With studies filled in, metafor tests by z whatever the model's test was; with none it returns
// the model.
ModelOptions options_of_trimming(const Set& set, const nlohmann::json& told) {
  const bool is_filled = !has_failed(told) && told.at("k0") != 0;
  return is_filled ? options_of(set.answers.at("method"), "z") : options_of_set(set);
}

void check_trimming(const std::string& name, MissingEstimator estimator) {
  int compared = 0;
  int filled = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, name);
    if (told.is_null() || has_equal_variances(set) || is_iterated(set)) {
      continue;
    }
    SCOPED_TRACE(set.name + " " + name);
    const auto result = trim_and_fill(set.effects, options_of_trimming(set, told), estimator);
    if (has_failed(told)) {
      EXPECT_FALSE(result) << words_of_failure(told);
      continue;
    }
    ASSERT_TRUE(result) << coldplan::message(result.error());
    EXPECT_EQ(result->side, told.at("side") == "left" ? Side::left : Side::right);
    const Agreement agreement(set.scale);
    agreement.check("missing", static_cast<double>(result->missing), told.at("k0"), Unit::one);
    if (result->missing + 1 <
        set.effects.size()) {  // else the one study left is its own centre, or not
      agreement.check("missing se", result->missing_standard_error, told.at("se_k0"), Unit::one);
    }
    const auto& mean = result->fit.coefficients.front();
    agreement.check("mean", mean.estimate, told.at("beta"), Unit::effect);
    agreement.check("se", mean.standard_error, told.at("se"), Unit::effect);
    agreement.check("tau2", result->fit.tau2, told.at("tau2"), Unit::variance);
    filled += result->missing > 0 ? 1 : 0;
    ++compared;
  }
  EXPECT_GT(compared, 60);
  EXPECT_GT(filled, 10);
}

TEST(AgreesWithMetafor, OnTrimAndFillByL0) {
  check_trimming("L0", MissingEstimator::L0);
}
TEST(AgreesWithMetafor, OnTrimAndFillByR0) {
  check_trimming("R0", MissingEstimator::R0);
}
TEST(AgreesWithMetafor, OnTrimAndFillByQ0) {
  check_trimming("Q0", MissingEstimator::Q0);
}

TEST(AgreesWithMetafor, OnFailSafeNumbers) {
  int compared = 0;
  for (const Set& set : sets()) {
    const nlohmann::json told = answer(set, "fail_safe");
    if (told.is_null()) {
      continue;
    }
    SCOPED_TRACE(set.name);
    ASSERT_FALSE(has_failed(told)) << words_of_failure(told);
    const Agreement agreement(set.scale);
    agreement.check("Rosenthal", fail_safe_rosenthal(set.effects).value(), told.at("rosenthal"),
                    Unit::one);
    agreement.check("Rosenberg", fail_safe_rosenberg(set.effects).value(), told.at("rosenberg"),
                    Unit::one);
    agreement.check("Orwin", fail_safe_orwin(set.effects, told.at("target").get<double>()).value(),
                    told.at("orwin"), Unit::one);
    ++compared;
  }
  EXPECT_GT(compared, 80);
}

}  // namespace
}  // namespace metafor
