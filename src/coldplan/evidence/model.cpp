#include "coldplan/evidence/model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <Eigen/Cholesky>
#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/least_squares.h"
#include "coldplan/evidence/method_names.h"
#include "coldplan/evidence/tau2.h"

namespace coldplan::evidence {
namespace {

std::optional<Error> fault_of(const ModelOptions& options) {
  if (!(options.level > 0.0 && options.level < 1.0)) {
    return Error{ErrorCode::out_of_range, "level", fmt::format("{}", options.level),
                 "a probability between 0 and 1, such as 0.95", ""};
  }
  if (options.tau2 && !(*options.tau2 >= 0.0)) {
    return Error{ErrorCode::out_of_range, "tau2", fmt::format("{}", *options.tau2),
                 "a variance of at least 0", ""};
  }
  if (!(options.threshold > 0.0) || options.most_iterations < 1) {
    return Error{ErrorCode::out_of_range, "threshold",
                 fmt::format("{} in {} steps", options.threshold, options.most_iterations),
                 "positive, and reached in at least one step", ""};
  }
  return std::nullopt;
}

Omnibus heterogeneity(double q, double df) {
  return {q, df, std::nullopt, chi_squared_p(q, df)};
}

void set_I2(const Design& design, Fit& fit) {
  const double df = design.residual_df();
  if (df <= 0.0) {
    return;
  }
  if (fit.options.method == Method::EE) {
    const double q = fit.residual_heterogeneity.statistic;
    fit.I2_percent = q > df ? 100.0 * (q - df) / q : 0.0;
    fit.H2 = q / df;
    return;
  }
  const double typical = typical_variance(design);
  fit.I2_percent = 100.0 * fit.tau2 / (fit.tau2 + typical);
  fit.H2 = 1.0 + fit.tau2 / typical;
}

// What the squared standard errors are multiplied with.
double variance_factor(const WeightedFit& weighted, double df, Test test) {
  switch (test) {
    case Test::z:
      return 1.0;
    case Test::knha:
      return weighted.yPy / df;
    case Test::adhoc:
      break;
  }
  return std::max(1.0, weighted.yPy / df);
}

double ratio(double estimate, double standard_error) {
  if (standard_error > 0.0 || estimate == 0.0) {
    return estimate == 0.0 ? 0.0 : estimate / standard_error;
  }
  return std::copysign(std::numeric_limits<double>::infinity(), estimate);
}

std::vector<Coefficient> coefficients_of(const Eigen::VectorXd& beta, const Moderators& moderators,
                                         const Fit& fit) {
  const double critical = critical_value(fit.options.level, fit.t_df);
  std::vector<Coefficient> all;
  all.reserve(static_cast<std::size_t>(beta.size()));
  for (Eigen::Index j = 0; j < beta.size(); ++j) {
    Coefficient one;
    one.name = j == 0 ? "intercept" : moderators.names[static_cast<std::size_t>(j - 1)];
    one.estimate = beta[j];
    one.standard_error = std::sqrt(fit.covariance(j, j));
    one.statistic = ratio(one.estimate, one.standard_error);
    one.p_value = two_sided_p(one.statistic, fit.t_df);
    const double half = critical * one.standard_error;
    one.confidence = {one.estimate - half, one.estimate + half};
    all.push_back(one);
  }
  return all;
}

// Wald's test of all coefficients but the intercept; as F, where errors are scaled (Knapp and
// Hartung).
Omnibus moderation_test(const Eigen::VectorXd& beta, const Eigen::MatrixXd& unscaled, double factor,
                        std::optional<double> t_df) {
  const Eigen::Index m = beta.size() - 1;
  const Eigen::VectorXd slopes = beta.tail(m);
  const double wald = slopes.dot(unscaled.bottomRightCorner(m, m).llt().solve(slopes));
  const double statistic =
      factor > 0.0 ? wald / factor : (wald > 0.0 ? std::numeric_limits<double>::infinity() : 0.0);
  const auto df = static_cast<double>(m);
  if (!t_df) {
    return {statistic, df, std::nullopt, chi_squared_p(statistic, df)};
  }
  return {statistic / df, df, t_df, f_p(statistic / df, df, *t_df)};
}

void set_weights(const WeightedFit& weighted, Fit& fit) {
  const Eigen::ArrayXd percent = 100.0 / weighted.weights.sum() * weighted.weights;
  fit.weights_percent.assign(percent.begin(), percent.end());
}

Expected<double> explained_percent(const Design& design, const ModelOptions& options,
                                   double residual) {
  return estimate_tau2(without_moderators(design), options).map([&](const Tau2& total) {
    return total.value > 0.0 ? std::max(0.0, 100.0 * (total.value - residual) / total.value) : 0.0;
  });
}

Expected<ModelOptions> bearable(const Design& design, ModelOptions options) {
  if (design.studies() == 1) {
    options.method = Method::EE;
    options.test = Test::z;
  }
  const bool is_estimated = options.method != Method::EE || options.test != Test::z;
  if (is_estimated && design.residual_df() < 1.0) {
    return tl::unexpected(
        Error{ErrorCode::conflict, "moderators", fmt::format("{}", design.coefficients() - 1),
              fmt::format("a number of moderators that leaves anything of {} studies to estimate "
                          "heterogeneity from",
                          design.studies()),
              "leave moderators out"});
  }
  return options;
}

Fit assemble(const Design& design, const ModelOptions& options, const Tau2& tau2,
             const Moderators& moderators) {
  const double df = design.residual_df();
  Fit fit;
  fit.options = options;
  fit.studies = static_cast<std::size_t>(design.studies());
  fit.tau2 = tau2.value;
  fit.tau2_standard_error = tau2.standard_error;
  fit.residual_heterogeneity =
      heterogeneity(df > 0.0 ? weigh_by_variance(design, 0.0).yPy : 0.0, df);
  set_I2(design, fit);
  if (options.test != Test::z) {
    fit.t_df = df;
  }
  const WeightedFit weighted = weigh_by_variance(design, tau2.value);
  const double factor = variance_factor(weighted, df, options.test);
  const Eigen::MatrixXd unscaled = design.back * weighted.inverse * design.back.transpose();
  const Eigen::VectorXd beta = design.back * weighted.coefficients;
  fit.covariance = factor * unscaled;
  fit.coefficients = coefficients_of(beta, moderators, fit);
  if (beta.size() > 1) {
    fit.moderation = moderation_test(beta, unscaled, factor, fit.t_df);
  }
  set_weights(weighted, fit);
  return fit;
}

}  // namespace

Expected<Fit> pool(std::span<const Effect> effects, const ModelOptions& options,
                   const Moderators& moderators) {
  if (const auto fault = fault_of(options)) {
    return tl::unexpected(*fault);
  }
  const auto design = make_design(effects, moderators);
  if (!design) {
    return tl::unexpected(design.error());
  }
  const auto used = bearable(*design, options);
  if (!used) {
    return tl::unexpected(used.error());
  }
  const auto tau2 = estimate_tau2(*design, *used);
  if (!tau2) {
    return tl::unexpected(tau2.error());
  }
  Fit fit = assemble(*design, *used, *tau2, moderators);
  if (design->coefficients() > 1 && used->method != Method::EE) {
    const auto explained = explained_percent(*design, *used, tau2->value);
    if (!explained) {
      return tl::unexpected(explained.error());
    }
    fit.R2_percent = *explained;
  }
  return fit;
}

}  // namespace coldplan::evidence
