#include "coldplan/evidence/heterogeneity.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include <boost/math/tools/toms748_solve.hpp>
#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/least_squares.h"

namespace coldplan::evidence {
namespace {

std::optional<Error> fault_of(const ProfileOptions& options, const Design& design) {
  if (!(options.level > 0.0 && options.level < 1.0)) {
    return Error{ErrorCode::out_of_range, "level", fmt::format("{}", options.level),
                 "a probability between 0 and 1, such as 0.95", ""};
  }
  if (options.search_until && !(*options.search_until > 0.0)) {
    return Error{ErrorCode::out_of_range, "search_until", fmt::format("{}", *options.search_until),
                 "positive", ""};
  }
  if (design.residual_df() < 1.0) {
    return Error{ErrorCode::conflict, "studies", fmt::format("{}", design.studies()),
                 fmt::format("more than {}, the number of coefficients", design.coefficients()),
                 "heterogeneity cannot be seen in so few studies"};
  }
  return std::nullopt;
}

struct Bound {
  double tau2 = 0.0;
  bool is_open = false;
};

double excess(const Design& design, double tau2, double quantile) {
  return weigh_by_variance(design, tau2).yPy - quantile;
}

// Doubles the bracket until Q has fallen to the quantile, as it must: Q goes to 0 as 1 / tau^2.
Expected<Bound> bound_at(const Design& design, double quantile, std::optional<double> until) {
  const double scale = typical_variance(design);
  double low = 0.0;
  double at_low = excess(design, 0.0, quantile);
  if (at_low <= 0.0) {
    return Bound{};
  }
  double high = until ? std::min(*until, scale) : scale;
  double at_high = excess(design, high, quantile);
  while (at_high > 0.0) {
    if (until && high >= *until) {
      return Bound{*until, true};
    }
    low = std::exchange(high, until ? std::min(*until, 4.0 * high) : 4.0 * high);
    at_low = std::exchange(at_high, excess(design, high, quantile));
  }
  std::uintmax_t most = 200;
  const auto [left, right] = boost::math::tools::toms748_solve(
      [&](double tau2) { return excess(design, tau2, quantile); }, low, high, at_low, at_high,
      [&](double a, double b) { return b - a <= 1e-12 * (a + scale); }, most);
  if (right - left > 1e-11 * (left + scale)) {
    return tl::unexpected(Error{ErrorCode::not_solved, "limits of tau^2", "", "", ""});
  }
  return Bound{(left + right) / 2.0, false};
}

}  // namespace

Expected<HeterogeneityLimits> heterogeneity_limits(std::span<const Effect> effects,
                                                   const ProfileOptions& options,
                                                   const Moderators& moderators) {
  const auto design = make_design(effects, moderators);
  if (!design) {
    return tl::unexpected(design.error());
  }
  if (const auto fault = fault_of(options, *design)) {
    return tl::unexpected(*fault);
  }
  const double df = design->residual_df();
  const double tail = (1.0 - options.level) / 2.0;
  const double low_quantile = chi_squared_quantile(1.0 - tail, df);
  const auto lower = bound_at(*design, chi_squared_quantile(tail, df), options.search_until);
  const auto upper = bound_at(*design, low_quantile, options.search_until);
  if (!lower || !upper) {
    return tl::unexpected(lower ? upper.error() : lower.error());
  }
  HeterogeneityLimits limits;
  limits.tau2 = {lower->tau2, upper->tau2};
  limits.tau = {std::sqrt(lower->tau2), std::sqrt(upper->tau2)};
  limits.upper_is_open = upper->is_open;
  limits.is_empty = excess(*design, 0.0, low_quantile) < 0.0;
  const double typical = typical_variance(*design);
  const auto percent = [&](double tau2) { return 100.0 * tau2 / (tau2 + typical); };
  limits.I2_percent = {percent(lower->tau2), percent(upper->tau2)};
  limits.H2 = {1.0 + lower->tau2 / typical, 1.0 + upper->tau2 / typical};
  return limits;
}

double metafor_search_limit(const Fit& fit) {
  return std::max(100.0, 10.0 * fit.tau2);
}

}  // namespace coldplan::evidence
