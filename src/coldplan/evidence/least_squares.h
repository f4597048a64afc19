#pragma once

#include <cstddef>
#include <span>

#include <Eigen/Core>

#include "coldplan/evidence/effect.h"
#include "coldplan/evidence/model.h"
#include "coldplan/quantity/error.h"

/// Weighted least squares with a diagonal W, and the traces of P = W - WX(X'WX)^-1X'W that
/// estimators of tau^2 are written in, by sums over p x p matrices: no k x k matrix is ever made.
///
/// X is kept as X = BR with orthonormal columns B. P and the fitted values are the same for X and
/// B, and moderators of unlike sizes (a year, a dose) do not spoil the normal equations.
namespace coldplan::evidence {

/// What a model is fitted to. k studies, p coefficients.
struct Design {
  Eigen::VectorXd estimates;  ///< k
  Eigen::VectorXd variances;  ///< k
  Eigen::MatrixXd columns;    ///< X, k x p, the intercept first
  Eigen::MatrixXd basis;      ///< B, k x p
  Eigen::MatrixXd back;       ///< R^-1, p x p: coefficients of X from those of B

  [[nodiscard]] Eigen::Index studies() const { return estimates.size(); }
  [[nodiscard]] Eigen::Index coefficients() const { return columns.cols(); }
  [[nodiscard]] double residual_df() const {
    return static_cast<double>(studies() - coefficients());
  }
};

/// Errors: no study; an estimate that is not finite; a variance that is not positive and finite;
/// moderators of another number of rows, not finite, or collinear; fewer studies than coefficients.
[[nodiscard]] Expected<Design> make_design(std::span<const Effect> effects,
                                           const Moderators& moderators);

/// The same studies without moderators.
[[nodiscard]] Design without_moderators(const Design& design);

/// One weighted fit.
struct WeightedFit {
  Eigen::ArrayXd weights;        ///< w
  Eigen::MatrixXd inverse;       ///< (B'WB)^-1
  Eigen::VectorXd coefficients;  ///< of B
  Eigen::ArrayXd residuals;      ///< y - fitted
  Eigen::ArrayXd Py;             ///< W (y - fitted)
  double yPy = 0.0;              ///< weighted sum of squares; exactly 0 where it is rounding alone
};

[[nodiscard]] WeightedFit weigh(const Design& design, Eigen::ArrayXd weights);

/// Weights 1 / (v + tau^2).
[[nodiscard]] WeightedFit weigh_by_variance(const Design& design, double tau2);

/// tr P and tr PP.
struct Traces {
  double P = 0.0;
  double PP = 0.0;
};
[[nodiscard]] Traces traces(const Design& design, const WeightedFit& fit);

/// tr(PVPV) and tr(PVP), V = diag(v).
struct VarianceTraces {
  double PV = 0.0;
  double PVP = 0.0;
  double PVPV = 0.0;
};
[[nodiscard]] VarianceTraces variance_traces(const Design& design, const WeightedFit& fit);

/// (Py)' P (Py).
[[nodiscard]] double yPPPy(const Design& design, const WeightedFit& fit);

/// The sampling variance of a typical study, (k - p) / tr P at tau^2 = 0 (Higgins and Thompson
/// 2002, equation 9, which is its case without moderators).
[[nodiscard]] double typical_variance(const Design& design);

}  // namespace coldplan::evidence
