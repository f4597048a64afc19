#include <cmath>
#include <utility>

#include <Eigen/Cholesky>
#include <Eigen/LU>
#include <fmt/format.h>

#include "coldplan/evidence/least_squares.h"
#include "coldplan/evidence/sensitivity.h"

namespace coldplan::evidence {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

VectorXd beta_of(const Fit& fit) {
  VectorXd beta(static_cast<Index>(fit.coefficients.size()));
  for (Index j = 0; j < beta.size(); ++j) {
    beta[j] = fit.coefficients[static_cast<std::size_t>(j)].estimate;
  }
  return beta;
}

Moderators without_row(const Moderators& moderators, Index row) {
  const Index last = moderators.values.rows() - 1;
  Moderators rest = moderators;
  if (!moderators.names.empty()) {
    rest.values.middleRows(row, last - row) = moderators.values.bottomRows(last - row);
    rest.values.conservativeResize(last, Eigen::NoChange);
  }
  return rest;
}

Expected<Fit> pool_without(std::span<const Effect> effects, std::size_t study,
                           const ModelOptions& options, const Moderators& moderators) {
  std::vector<Effect> rest(effects.begin(), effects.end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(study));
  return pool(rest, options, without_row(moderators, static_cast<Index>(study)));
}

// Cov(beta) of a fit without the factor that a test puts before it, at that fit's tau^2 for all
// studies.
Eigen::MatrixXd unscaled_covariance(const Design& design, double tau2) {
  return design.back * weigh_by_variance(design, tau2).inverse * design.back.transpose();
}

// The factor f(i), from a fit without study i: its covariance over the unscaled one of its own
// studies.
Expected<double> factor_without(std::span<const Effect> effects, std::size_t study, const Fit& fit,
                                const Moderators& moderators) {
  if (fit.options.test == Test::z) {
    return 1.0;
  }
  std::vector<Effect> rest(effects.begin(), effects.end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(study));
  return make_design(rest, without_row(moderators, static_cast<Index>(study)))
      .map([&](const Design& design) {
        return fit.covariance.trace() / unscaled_covariance(design, fit.tau2).trace();
      });
}

struct Whole {
  const Design& design;
  const Fit& fit;
};

Deletion compare(const Whole& all, const Fit& rest, double factor, double hat, Index i) {
  const VectorXd x = all.design.columns.row(i);
  const VectorXd without = beta_of(rest);
  const VectorXd change = beta_of(all.fit) - without;
  const double v = all.design.variances[i];
  Deletion deletion;
  deletion.rstudent = (all.design.estimates[i] - x.dot(without)) /
                      std::sqrt(factor * (v + rest.tau2) + x.dot(rest.covariance * x));
  deletion.dffits = x.dot(change) / std::sqrt(factor * hat * (v + rest.tau2));
  deletion.cooks_distance = change.dot(all.fit.covariance.llt().solve(change));
  deletion.covariance_ratio = rest.covariance.determinant() / all.fit.covariance.determinant();
  deletion.tau2 = rest.tau2;
  deletion.QE = rest.residual_heterogeneity.statistic;
  const Eigen::MatrixXd scale = factor * unscaled_covariance(all.design, rest.tau2);
  for (Index j = 0; j < change.size(); ++j) {
    deletion.dfbetas.push_back(change[j] / std::sqrt(scale(j, j)));
  }
  return deletion;
}

}  // namespace

Expected<std::vector<Influence>> influence(std::span<const Effect> effects,
                                           const ModelOptions& options,
                                           const Moderators& moderators) {
  const auto fit = pool(effects, options, moderators);
  if (!fit) {
    return tl::unexpected(fit.error());
  }
  const auto design = make_design(effects, moderators);
  const WeightedFit weighted = weigh_by_variance(*design, fit->tau2);
  std::vector<Influence> all;
  for (std::size_t study = 0; study < effects.size(); ++study) {
    const auto i = static_cast<Index>(study);
    const VectorXd b = design->basis.row(i);
    Influence one;
    one.hat = weighted.weights[i] * b.dot(weighted.inverse * b);
    one.weight_percent = fit->weights_percent[study];
    const auto rest = pool_without(effects, study, options, moderators);
    if (rest) {
      const auto factor = factor_without(effects, study, *rest, moderators);
      one.deletion = compare({*design, *fit}, *rest, factor.value_or(1.0), one.hat, i);
    } else if (rest.error().code == ErrorCode::not_solved) {
      return tl::unexpected(under(fmt::format("without studies[{}]", study), rest.error()));
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace coldplan::evidence
