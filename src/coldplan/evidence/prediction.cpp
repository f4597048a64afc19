#include "coldplan/evidence/prediction.h"

#include <cmath>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/least_squares.h"

namespace coldplan::evidence {
namespace {

Limits around(double centre, double half) {
  return {centre - half, centre + half};
}

Eigen::VectorXd beta_of(const Fit& fit) {
  Eigen::VectorXd beta(static_cast<Eigen::Index>(fit.coefficients.size()));
  for (Eigen::Index j = 0; j < beta.size(); ++j) {
    beta[j] = fit.coefficients[static_cast<std::size_t>(j)].estimate;
  }
  return beta;
}

Expected<double> interval_quantile(const Fit& fit, PredictionInterval kind) {
  if (kind == PredictionInterval::of_the_model) {
    return critical_value(fit.options.level, fit.t_df);
  }
  const double df =
      static_cast<double>(fit.studies) - static_cast<double>(fit.coefficients.size()) - 1.0;
  if (df < 1.0) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "studies", fmt::format("{}", fit.studies),
                                fmt::format("at least {}, which this prediction interval needs",
                                            fit.coefficients.size() + 2),
                                ""});
  }
  return critical_value(fit.options.level, df);
}

}  // namespace

Expected<Prediction> predict(const Fit& fit, std::span<const double> moderators,
                             PredictionInterval kind) {
  if (moderators.size() + 1 != fit.coefficients.size()) {
    return tl::unexpected(Error{
        ErrorCode::conflict, "moderators", fmt::format("{}", moderators.size()),
        fmt::format("the number of moderators of the model ({})", fit.coefficients.size() - 1),
        ""});
  }
  const auto quantile = interval_quantile(fit, kind);
  if (!quantile) {
    return tl::unexpected(quantile.error());
  }
  Eigen::VectorXd x = Eigen::VectorXd::Ones(static_cast<Eigen::Index>(moderators.size()) + 1);
  for (std::size_t j = 0; j < moderators.size(); ++j) {
    x[static_cast<Eigen::Index>(j) + 1] = moderators[j];
  }
  const double variance = x.dot(fit.covariance * x);
  Prediction prediction;
  prediction.estimate = x.dot(beta_of(fit));
  prediction.standard_error = std::sqrt(variance);
  prediction.confidence = around(
      prediction.estimate, critical_value(fit.options.level, fit.t_df) * prediction.standard_error);
  prediction.prediction = around(prediction.estimate, *quantile * std::sqrt(variance + fit.tau2));
  return prediction;
}

Expected<std::vector<StudyPrediction>> predict_studies(const Fit& fit,
                                                       std::span<const Effect> effects,
                                                       const Moderators& moderators) {
  const auto design = make_design(effects, moderators);
  if (!design) {
    return tl::unexpected(design.error());
  }
  const auto beta = beta_of(fit);
  if (effects.size() != fit.studies || design->coefficients() != beta.size()) {
    return tl::unexpected(Error{ErrorCode::conflict, "studies", fmt::format("{}", effects.size()),
                                fmt::format("the {} of the fit with its moderators", fit.studies),
                                ""});
  }
  const double critical = critical_value(fit.options.level, fit.t_df);
  std::vector<StudyPrediction> predictions;
  predictions.reserve(effects.size());
  for (Eigen::Index i = 0; i < design->studies(); ++i) {
    const Eigen::VectorXd x = design->columns.row(i);
    const double v = design->variances[i];
    const double kept = fit.tau2 / (fit.tau2 + v);
    const double expected = x.dot(beta);
    const double variance = kept * v + (1.0 - kept) * (1.0 - kept) * x.dot(fit.covariance * x);
    StudyPrediction one;
    one.estimate = kept * design->estimates[i] + (1.0 - kept) * expected;
    one.standard_error = std::sqrt(variance);
    one.interval = around(one.estimate, critical * one.standard_error);
    predictions.push_back(one);
  }
  return predictions;
}

}  // namespace coldplan::evidence
