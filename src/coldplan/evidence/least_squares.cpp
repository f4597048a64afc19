#include "coldplan/evidence/least_squares.h"

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <fmt/format.h>

namespace coldplan::evidence {
namespace {

using Eigen::ArrayXd;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

std::optional<Error> fault_of(std::span<const Effect> effects) {
  if (effects.empty()) {
    return Error{ErrorCode::missing, "studies", "", "", "give at least one study"};
  }
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const auto& [estimate, variance] = effects[i];
    if (!std::isfinite(estimate)) {
      return Error{ErrorCode::out_of_range, fmt::format("studies[{}].estimate", i),
                   fmt::format("{}", estimate), "a finite number", ""};
    }
    if (!(std::isfinite(variance) && variance > 0.0)) {
      return Error{ErrorCode::out_of_range, fmt::format("studies[{}].variance", i),
                   fmt::format("{}", variance), "a positive, finite variance", ""};
    }
  }
  return std::nullopt;
}

std::string place_of(const Moderators& moderators, Index column) {
  const auto at = static_cast<std::size_t>(column);
  return at < moderators.names.size() ? "moderators." + moderators.names[at]
                                      : fmt::format("moderators[{}]", column);
}

std::optional<Error> fault_of(const Moderators& moderators, Index studies) {
  const auto named = static_cast<Index>(moderators.names.size());
  if (moderators.values.cols() != named) {
    return Error{ErrorCode::conflict, "moderators", fmt::format("{}", moderators.values.cols()),
                 fmt::format("as many columns as there are names ({})", named), ""};
  }
  if (named > 0 && moderators.values.rows() != studies) {
    return Error{ErrorCode::conflict, "moderators", fmt::format("{}", moderators.values.rows()),
                 fmt::format("a row for each of the {} studies", studies), ""};
  }
  for (Index column = 0; column < named; ++column) {
    if (!moderators.values.col(column).allFinite()) {
      return Error{ErrorCode::out_of_range, place_of(moderators, column), "a value", "finite",
                   "give every study a number, or leave the study out"};
    }
  }
  if (studies < named + 1) {
    return Error{ErrorCode::conflict, "moderators", fmt::format("{}", named),
                 fmt::format("a number of moderators that {} studies can bear", studies),
                 "leave moderators out"};
  }
  return std::nullopt;
}

// Gram and Schmidt's process, each column twice, which is as orthogonal as Householder's (Giraud,
// Langou and Rozloznik 2005) and says which column depends on those before it.
std::optional<Index> orthonormalise(const MatrixXd& columns, MatrixXd& basis, MatrixXd& triangle) {
  constexpr double collinear = 1e-9;  // of a column's length that is left beside the others
  basis = columns;
  triangle = MatrixXd::Zero(columns.cols(), columns.cols());
  for (Index j = 0; j < columns.cols(); ++j) {
    const double length = columns.col(j).norm();
    for (int pass = 0; pass < 2; ++pass) {
      for (Index i = 0; i < j; ++i) {
        const double along = basis.col(i).dot(basis.col(j));
        triangle(i, j) += along;
        basis.col(j) -= along * basis.col(i);
      }
    }
    triangle(j, j) = basis.col(j).norm();
    if (!(triangle(j, j) > collinear * length)) {
      return j;
    }
    basis.col(j) /= triangle(j, j);
  }
  return std::nullopt;
}

// B' diag(d) B.
MatrixXd moment(const Design& design, const ArrayXd& d) {
  const Index p = design.coefficients();
  MatrixXd sums(p, p);
  for (Index i = 0; i < p; ++i) {
    for (Index j = 0; j <= i; ++j) {
      sums(i, j) = (design.basis.col(i).array() * design.basis.col(j).array() * d).sum();
      sums(j, i) = sums(i, j);
    }
  }
  return sums;
}

double trace_of_product(const MatrixXd& a, const MatrixXd& b) {
  return a.cwiseProduct(b.transpose()).sum();
}

MatrixXd inverse_of(const MatrixXd& gram) {
  if (gram.rows() == 1) {
    return gram.cwiseInverse();
  }
  return gram.llt().solve(MatrixXd::Identity(gram.rows(), gram.cols()));
}

void set_intercept(Design& design) {
  const Index k = design.studies();
  design.columns = MatrixXd::Ones(k, 1);
  design.basis = design.columns;  // of length sqrt(k): one column needs no other scale
  design.back = MatrixXd::Ones(1, 1);
}

}  // namespace

Expected<Design> make_design(std::span<const Effect> effects, const Moderators& moderators) {
  if (const auto fault = fault_of(effects)) {
    return tl::unexpected(*fault);
  }
  const auto k = static_cast<Index>(effects.size());
  if (const auto fault = fault_of(moderators, k)) {
    return tl::unexpected(*fault);
  }
  Design design{VectorXd(k), VectorXd(k), {}, {}, {}};
  for (Index i = 0; i < k; ++i) {
    design.estimates[i] = effects[static_cast<std::size_t>(i)].estimate;
    design.variances[i] = effects[static_cast<std::size_t>(i)].variance;
  }
  if (moderators.names.empty()) {
    set_intercept(design);
    return design;
  }
  const Index p = moderators.values.cols() + 1;
  design.columns = MatrixXd::Ones(k, p);
  design.columns.rightCols(p - 1) = moderators.values;
  MatrixXd triangle;
  if (const auto column = orthonormalise(design.columns, design.basis, triangle)) {
    return tl::unexpected(Error{ErrorCode::conflict, place_of(moderators, *column - 1), "", "",
                                "the moderators are collinear: this one follows from the intercept "
                                "and those before it; leave it out"});
  }
  design.back = triangle.triangularView<Eigen::Upper>().solve(MatrixXd::Identity(p, p));
  return design;
}

Design without_moderators(const Design& design) {
  Design plain{design.estimates, design.variances, {}, {}, {}};
  set_intercept(plain);
  return plain;
}

WeightedFit weigh(const Design& design, ArrayXd weights) {
  WeightedFit fit;
  fit.weights = std::move(weights);
  fit.inverse = inverse_of(moment(design, fit.weights));
  const VectorXd weighted = fit.weights * design.estimates.array();
  fit.coefficients = fit.inverse * (design.basis.transpose() * weighted);
  fit.residuals = (design.estimates - design.basis * fit.coefficients).array();
  fit.Py = fit.weights * fit.residuals;
  fit.yPy = (fit.Py * fit.residuals).sum();
  // Each residual carries a few roundings of y: what is no more than that is agreement.
  const double rounding = 8.0 * std::numeric_limits<double>::epsilon();
  const double size = (fit.weights * design.estimates.array().square()).sum();
  if (fit.yPy <= rounding * rounding * size) {
    fit.yPy = 0.0;
  }
  return fit;
}

WeightedFit weigh_by_variance(const Design& design, double tau2) {
  return weigh(design, (design.variances.array() + tau2).inverse());
}

Traces traces(const Design& design, const WeightedFit& fit) {
  const ArrayXd& w = fit.weights;
  const ArrayXd w2 = w.square();
  const MatrixXd second = fit.inverse * moment(design, w2);
  const double third = trace_of_product(fit.inverse, moment(design, w2 * w));
  return {w.sum() - second.trace(), w2.sum() - 2.0 * third + trace_of_product(second, second)};
}

VarianceTraces variance_traces(const Design& design, const WeightedFit& fit) {
  const ArrayXd& w = fit.weights;
  const ArrayXd& v = design.variances.array();
  const ArrayXd w2 = w.square();
  const ArrayXd w2v = w2 * v;
  const MatrixXd plain = fit.inverse * moment(design, w2);
  const MatrixXd once = fit.inverse * moment(design, w2v);
  const auto third = [&](const ArrayXd& d) {
    return trace_of_product(fit.inverse, moment(design, w2 * w * d));
  };
  return {(w * v).sum() - once.trace(), w2v.sum() - 2.0 * third(v) + trace_of_product(once, plain),
          (w2v * v).sum() - 2.0 * third(v.square()) + trace_of_product(once, once)};
}

double yPPPy(const Design& design, const WeightedFit& fit) {
  const VectorXd along = design.basis.transpose() * (fit.weights * fit.Py).matrix();
  return (fit.weights * fit.Py.square()).sum() - along.dot(fit.inverse * along);
}

double typical_variance(const Design& design) {
  const ArrayXd w = design.variances.array().inverse();
  const MatrixXd inverse = inverse_of(moment(design, w));
  return design.residual_df() / (w.sum() - trace_of_product(inverse, moment(design, w.square())));
}

}  // namespace coldplan::evidence
