#include "coldplan/evidence/tau2.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include <Eigen/LU>
#include <boost/math/tools/roots.hpp>
#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/method_names.h"

namespace coldplan::evidence {
namespace {

double square(double x) {
  return x * x;
}

// Var(y'Py) = 2 tr(P S P S) with S = V + tau^2 I.
double variance_of_quadratic(const VarianceTraces& trace, double tau2, double trace_PP) {
  return 2.0 * trace.PVPV + 4.0 * tau2 * trace.PVP + 2.0 * square(tau2) * trace_PP;
}

Tau2 hedges_olkin(const Design& design) {
  const double df = design.residual_df();
  const WeightedFit fit = weigh(design, Eigen::ArrayXd::Ones(design.studies()));
  const VarianceTraces trace = variance_traces(design, fit);
  const double tau2 = std::max(0.0, (fit.yPy - trace.PV) / df);
  return {tau2, std::sqrt(variance_of_quadratic(trace, tau2, df)) / df};
}

// Var(y'P_0y) where P_0 V P_0 = P_0.
double variance_of_q(const Traces& trace, double df, double tau2) {
  return 2.0 * df + 4.0 * tau2 * trace.P + 2.0 * square(tau2) * trace.PP;
}

Tau2 dersimonian_laird(const Design& design) {
  const double df = design.residual_df();
  const WeightedFit fit = weigh_by_variance(design, 0.0);
  const Traces trace = traces(design, fit);
  const double tau2 = std::max(0.0, (fit.yPy - df) / trace.P);
  return {tau2, std::sqrt(variance_of_q(trace, df, tau2)) / trace.P};
}

// `factor` of Q is 1, or k / (k - p) for the correction in small samples.
Tau2 hunter_schmidt(const Design& design, double factor) {
  const auto k = static_cast<double>(design.studies());
  const WeightedFit fit = weigh_by_variance(design, 0.0);
  const double sum = fit.weights.sum();
  const double tau2 = std::max(0.0, (factor * fit.yPy - k) / sum);
  const double spread = variance_of_q(traces(design, fit), design.residual_df(), tau2);
  return {tau2, factor * std::sqrt(spread) / sum};
}

Tau2 sidik_jonkman(const Design& design) {
  const double df = design.residual_df();
  const double start = (design.estimates.array() - design.estimates.mean()).square().mean();
  const WeightedFit fit = weigh_by_variance(design, start);
  const double tau2 = start * fit.yPy / df;
  const double spread =
      variance_of_quadratic(variance_traces(design, fit), tau2, traces(design, fit).PP);
  return {tau2, start / df * std::sqrt(spread)};
}

Error not_converged(const ModelOptions& options) {
  return Error{ErrorCode::not_solved, fmt::format("tau^2 by {}", name_of(options.method)),
               fmt::format("{} steps", options.most_iterations), "enough for it to converge",
               "try another estimator, or DL, which needs no iteration"};
}

// y'P_ty = target. P_t = K (K'VK + tI)^-1 K' with K an orthonormal basis of what X leaves, so Q(t)
// is a sum of c / (lambda + t) with c >= 0 (a Stieltjes function), and 1/Q is concave and rising:
// Newton's method on 1/Q climbs from 0 to the root without passing it, in one step where variances
// are equal.
Expected<double> root_of_q(const Design& design, double target, const ModelOptions& options) {
  const double scale = typical_variance(design);
  double tau2 = 0.0;
  for (int iteration = 0; iteration < options.most_iterations; ++iteration) {
    const WeightedFit fit = weigh_by_variance(design, tau2);
    if (tau2 == 0.0 && fit.yPy <= target) {
      return 0.0;
    }
    const double step = (fit.yPy / target - 1.0) * fit.yPy / fit.Py.square().sum();
    tau2 = std::max(0.0, tau2 + step);
    if (std::abs(step) <= options.threshold * (tau2 + scale)) {
      return tau2;
    }
  }
  return tl::unexpected(not_converged(options));
}

// The step of DL with the weights of tau^2: where it leads is the root of
//
//     g(t) = y'P_ty - (k - p) - t tr P_t,   g' = -y'P_tP_ty - tr P_t + t tr P_tP_t < 0,
//
// as t tr P_t rises. Repeating the step may swing for ever; Newton's method within the bracket does
// not. The root is not above Paule and Mandel's, where g = -t tr P_t.
Expected<double> iterated_dersimonian_laird(const Design& design, const ModelOptions& options) {
  const double df = design.residual_df();
  auto highest = root_of_q(design, df, options);
  if (!highest || *highest == 0.0) {
    return highest;
  }
  const double start = std::min(dersimonian_laird(design).value, *highest);
  auto most = static_cast<std::uintmax_t>(options.most_iterations);
  const double tau2 = boost::math::tools::newton_raphson_iterate(
      [&](double t) {
        const WeightedFit fit = weigh_by_variance(design, t);
        const Traces trace = traces(design, fit);
        return std::make_pair(fit.yPy - df - t * trace.P,
                              -fit.Py.square().sum() - trace.P + t * trace.PP);
      },
      start, 0.0, *highest, std::numeric_limits<double>::digits - 8, most);
  if (most >= static_cast<std::uintmax_t>(options.most_iterations)) {
    return tl::unexpected(not_converged(options));
  }
  return tau2;
}

Expected<Tau2> iterated_tau2(const Design& design, const ModelOptions& options) {
  return iterated_dersimonian_laird(design, options).map([&](double tau2) {
    const Traces trace = traces(design, weigh_by_variance(design, tau2));
    return Tau2{tau2, std::sqrt(variance_of_q(trace, design.residual_df(), tau2)) / trace.P};
  });
}

// The likelihood's derivatives in tau^2, all of them doubled.
struct Score {
  double gradient = 0.0;
  double expected = 0.0;  ///< Fisher's information
  double observed = 0.0;
};

Score score_of(const Design& design, const WeightedFit& fit, bool restricted) {
  const Traces trace =
      restricted ? traces(design, fit) : Traces{fit.weights.sum(), fit.weights.square().sum()};
  return {fit.Py.square().sum() - trace.P, trace.PP, 2.0 * yPPPy(design, fit) - trace.PP};
}

double twice_log_likelihood(const WeightedFit& fit, bool restricted) {
  const double likelihood = fit.weights.log().sum() - fit.yPy;
  return restricted ? likelihood + std::log(fit.inverse.determinant()) : likelihood;
}

// Fisher's scoring far from the maximum, where the likelihood need not be concave; near it Newton's
// step, which converges in quadratic order, as long as it is not much longer.
double likelihood_step(const Score& score, double size) {
  const double scoring = score.gradient / score.expected;
  if (std::abs(scoring) > 0.1 * size || score.observed <= 0.0) {
    return scoring;
  }
  const double newton = score.gradient / score.observed;
  return std::abs(newton) <= 4.0 * std::abs(scoring) ? newton : scoring;
}

bool is_maximum_at_0(const Design& design, const WeightedFit& here, bool restricted) {
  const WeightedFit fit = weigh_by_variance(design, 0.0);
  return score_of(design, fit, restricted).gradient <= 0.0 &&
         twice_log_likelihood(fit, restricted) >= twice_log_likelihood(here, restricted);
}

Expected<double> most_likely(const Design& design, bool restricted, const ModelOptions& options) {
  const double scale = typical_variance(design);
  double tau2 = hedges_olkin(design).value;
  double before = 0.0;
  for (int iteration = 0; iteration < options.most_iterations; ++iteration) {
    const WeightedFit fit = weigh_by_variance(design, tau2);
    const Score score = score_of(design, fit, restricted);
    if (tau2 == 0.0 && score.gradient <= 0.0) {
      return 0.0;
    }
    double step = likelihood_step(score, tau2 + scale);
    if (tau2 + step < 0.0 && is_maximum_at_0(design, fit, restricted)) {
      return 0.0;
    }
    // Steps to and fro of the same length would go on for ever.
    if (step * before < 0.0 && std::abs(step) > 0.5 * std::abs(before)) {
      step /= 2.0;
    }
    while (tau2 + step < 0.0) {
      step /= 2.0;
    }
    tau2 += step;
    before = step;
    if (std::abs(step) <= options.threshold * (tau2 + scale)) {
      return tau2;
    }
  }
  return tl::unexpected(not_converged(options));
}

Expected<Tau2> likelihood_tau2(const Design& design, const ModelOptions& options) {
  const bool restricted = options.method == Method::REML;
  return most_likely(design, restricted, options).map([&](double tau2) {
    const Score score = score_of(design, weigh_by_variance(design, tau2), restricted);
    return Tau2{tau2, std::sqrt(2.0 / score.expected)};
  });
}

Expected<Tau2> quadratic_tau2(const Design& design, const ModelOptions& options) {
  const double df = design.residual_df();
  const double target = options.method == Method::PMM ? chi_squared_quantile(0.5, df) : df;
  return root_of_q(design, target, options).map([&](double tau2) {
    const WeightedFit fit = weigh_by_variance(design, tau2);
    // Inverse of the expected information of Morris's estimating equation.
    return Tau2{tau2, std::sqrt(2.0 * square(static_cast<double>(design.studies())) / df) /
                          fit.weights.sum()};
  });
}

}  // namespace

Expected<Tau2> estimate_tau2(const Design& design, const ModelOptions& options) {
  if (options.tau2) {
    return Tau2{*options.tau2, std::nullopt};
  }
  switch (options.method) {
    case Method::EE:
      return Tau2{};
    case Method::HE:
      return hedges_olkin(design);
    case Method::DL:
      return dersimonian_laird(design);
    case Method::HS:
      return hunter_schmidt(design, 1.0);
    case Method::HSk:
      return hunter_schmidt(design, static_cast<double>(design.studies()) / design.residual_df());
    case Method::SJ:
      return sidik_jonkman(design);
    case Method::DLIT:
      return iterated_tau2(design, options);
    case Method::ML:
    case Method::REML:
      return likelihood_tau2(design, options);
    case Method::EB:
    case Method::PM:
    case Method::PMM:
    case Method::SJIT:
      break;
  }
  return quadratic_tau2(design, options);
}

}  // namespace coldplan::evidence
