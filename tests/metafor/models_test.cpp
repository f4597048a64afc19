// Every estimator and test on every data set, limits of heterogeneity, predictions.
#include <cmath>
#include <iostream>
#include <map>
#include <string>

#include "metafor/agreement.h"
#include "metafor/reference_sets.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "coldplan/evidence/heterogeneity.h"
#include "coldplan/evidence/least_squares.h"
#include "coldplan/evidence/prediction.h"

namespace metafor {
namespace {

using coldplan::evidence::Coefficient;
using coldplan::evidence::Fit;
using coldplan::evidence::pool;

// R writes a vector of one as its element.
const nlohmann::json& element(const nlohmann::json& node, std::size_t at) {
  return node.is_array() ? node.at(at) : node;
}

void check_coefficients(const Agreement& agreement, const Fit& fit, const nlohmann::json& told) {
  for (std::size_t j = 0; j < fit.coefficients.size(); ++j) {
    const Coefficient& one = fit.coefficients[j];
    // A slope's unit is not known here, so its floor is that of its own error.
    const Agreement own(std::max(
        1e-300, fit.covariance(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(j))));
    own.check(one.name, one.estimate, element(told.at("beta"), j), Unit::effect);
    own.check(one.name + " se", one.standard_error, element(told.at("se"), j), Unit::effect);
    own.check(one.name + " lower", one.confidence.lower, element(told.at("ci_lb"), j),
              Unit::effect);
    own.check(one.name + " upper", one.confidence.upper, element(told.at("ci_ub"), j),
              Unit::effect);
    agreement.check(one.name + " statistic", one.statistic, element(told.at("statistic"), j),
                    Unit::one);
    agreement.check(one.name + " p", one.p_value, element(told.at("p"), j), Unit::probability);
  }
}

void check_fit(const Agreement& agreement, const Fit& fit, const nlohmann::json& told) {
  check_coefficients(agreement, fit, told);
  agreement.check("tau2", fit.tau2, told.at("tau2"), Unit::variance);
  if (fit.tau2_standard_error) {
    agreement.check("tau2 se", *fit.tau2_standard_error, told.at("se_tau2"), Unit::variance);
  }
  agreement.check("I2", fit.I2_percent, told.at("I2"), Unit::percent);
  agreement.check("H2", fit.H2, told.at("H2"), Unit::one);
  agreement.check("QE", fit.residual_heterogeneity.statistic, told.at("QE"), Unit::one);
  agreement.check("QE p", fit.residual_heterogeneity.p_value, told.at("QEp"), Unit::probability);
  if (fit.moderation) {
    agreement.check("QM", fit.moderation->statistic, told.at("QM"), Unit::one);
    agreement.check("QM p", fit.moderation->p_value, told.at("QMp"), Unit::probability);
  }
}

// How much of a deviation from the root is left after a step of DLIT or SJIT with renewed weights.
double slope_of_step(const Set& set, const std::string& method, double tau2) {
  using coldplan::evidence::weigh_by_variance;
  const auto design = coldplan::evidence::make_design(set.effects, set.moderators).value();
  const double df = design.residual_df();
  const auto next = [&](double t) {
    const coldplan::evidence::WeightedFit fit = weigh_by_variance(design, t);
    return method == "DLIT" ? (fit.yPy - df) / coldplan::evidence::traces(design, fit).P
                            : t * fit.yPy / df;
  };
  const double h = 1e-4 * (tau2 + coldplan::evidence::typical_variance(design));
  return (next(tau2 + h) - next(tau2)) / h;
}

// metafor repeats the steps of DLIT and SJIT, 100 and 10000 times at most here. They come to rest
// to 1e-12 within these only where each leaves less than 10^(-12/100) = 0.76 and 10^(-12/10000) =
// 0.997 of the deviation. Newton's method finds the root all the same.
bool is_slow_in_metafor(const Set& set, const nlohmann::json& told, const std::string& method,
                        const Fit& fit) {
  if (words_of_failure(told).find("did not converge") == std::string::npos) {
    return false;
  }
  const double slope = std::abs(slope_of_step(set, method, fit.tau2));
  return (method == "DLIT" && slope > 0.75) || (method == "SJIT" && slope > 0.99);
}

// R2 is a share of tau^2 without moderators. Where that is nothing but what an iteration left, so
// is the share; where metafor's fit for it does not converge, it has none, though it has all else.
bool has_share(const Set& set, const std::string& method, const nlohmann::json& told) {
  const auto total = pool(set.effects, options_of(method, "z"));
  return total && total->tau2 > 1e-7 * set.scale && told.at("R2").is_number();
}

void check_all_methods(const std::string& test) {
  std::map<std::string, int> failed;
  int compared = 0;
  int shares = 0;
  for (const Set& set : sets()) {
    for (const auto& [method, by_test] : set.answers.at("models").items()) {
      SCOPED_TRACE(fmt::format("{} {} {}", set.name, method, test));
      const nlohmann::json& told = by_test.at(test);
      const auto fit = pool(set.effects, options_of(method, test), set.moderators);
      if (!has_failed(told)) {
        ASSERT_TRUE(fit) << coldplan::message(fit.error());
        check_fit(Agreement(set.scale), *fit, told);
        if (fit->R2_percent && has_share(set, method, told)) {
          Agreement(set.scale).check("R2", *fit->R2_percent, told.at("R2"), Unit::percent);
          ++shares;
        }
        ++compared;
      } else if (fit && is_slow_in_metafor(set, told, method, *fit)) {
        ++failed[method + " in metafor, whose steps are too slow"];
      } else {
        EXPECT_FALSE(fit) << "metafor alone failed: " << words_of_failure(told);
        ++failed[method + " in both"];
      }
    }
  }
  EXPECT_GT(compared, 2300) << "of 13 methods and 200 sets";
  EXPECT_GT(shares, 200);
  std::cout << compared << " fits agree\n";
  for (const auto& [what, count] : failed) {
    std::cout << "not converged: " << what << ": " << count << " sets\n";
  }
}

TEST(AgreesWithMetafor, OnEveryEstimatorWithNormalTests) {
  check_all_methods("z");
}
TEST(AgreesWithMetafor, OnEveryEstimatorWithKnappAndHartungsTests) {
  check_all_methods("knha");
}
TEST(AgreesWithMetafor, OnEveryEstimatorWithTestsThatNeverShorten) {
  check_all_methods("adhoc");
}

TEST(AgreesWithMetafor, OnLimitsOfHeterogeneity) {
  int empty = 0;
  for (const Set& set : sets()) {
    SCOPED_TRACE(set.name);
    const nlohmann::json& told = set.answers.at("profile");
    ASSERT_FALSE(has_failed(told)) << words_of_failure(told);
    const auto limits = coldplan::evidence::heterogeneity_limits(
        set.effects, {0.95, 1e6 * set.scale}, set.moderators);
    ASSERT_TRUE(limits);
    const Agreement agreement(set.scale);
    agreement.check("tau2", limits->tau2, told.at("tau2"), Unit::variance);
    agreement.check("I2", limits->I2_percent, told.at("I2"), Unit::percent);
    agreement.check("H2", limits->H2, told.at("H2"), Unit::one);
    EXPECT_EQ(limits->is_empty, told.at("empty").get<bool>());
    EXPECT_EQ(limits->upper_is_open, told.at("open").get<bool>());
    empty += limits->is_empty ? 1 : 0;
  }
  EXPECT_GT(empty, 0) << "studies that agree too well are among the sets";
}

void check_study_predictions(const Set& set, const Fit& fit, const nlohmann::json& told) {
  const auto studies = coldplan::evidence::predict_studies(fit, set.effects, set.moderators);
  ASSERT_TRUE(studies);
  const Agreement agreement(set.scale);
  for (std::size_t i = 0; i < studies->size(); ++i) {
    const auto& one = studies->at(i);
    agreement.check("study", one.estimate, told.at("blup").at(i), Unit::effect);
    agreement.check("study se", one.standard_error, told.at("blup_se").at(i), Unit::effect);
    agreement.check("study lower", one.interval.lower, told.at("blup_lb").at(i), Unit::effect);
    agreement.check("study upper", one.interval.upper, told.at("blup_ub").at(i), Unit::effect);
  }
}

TEST(AgreesWithMetafor, OnPredictions) {
  int compared = 0;
  for (const Set& set : sets()) {
    SCOPED_TRACE(set.name);
    const nlohmann::json told = set.answers.value("predict", nlohmann::json::object());
    const auto fit = pool(set.effects, options_of(set.answers.at("method"), set.answers.at("test")),
                          set.moderators);
    if (!fit || told.empty() || has_failed(told)) {
      continue;
    }
    std::vector<double> at;
    for (std::size_t j = 0; j < set.moderators.names.size(); ++j) {
      at.push_back(element(told.at("at"), j).get<double>());
    }
    const auto prediction = coldplan::evidence::predict(*fit, at);
    ASSERT_TRUE(prediction);
    const Agreement agreement(set.scale);
    agreement.check("mean", prediction->estimate, told.at("pred"), Unit::effect);
    agreement.check("se", prediction->standard_error, told.at("se"), Unit::effect);
    agreement.check("lower", prediction->confidence.lower, told.at("ci_lb"), Unit::effect);
    agreement.check("upper", prediction->confidence.upper, told.at("ci_ub"), Unit::effect);
    if (told.at("pi_lb").is_number()) {  // none of EE
      agreement.check("new lower", prediction->prediction.lower, told.at("pi_lb"), Unit::effect);
      agreement.check("new upper", prediction->prediction.upper, told.at("pi_ub"), Unit::effect);
    }
    check_study_predictions(set, *fit, told);
    ++compared;
  }
  EXPECT_GT(compared, 180);
}

}  // namespace
}  // namespace metafor
