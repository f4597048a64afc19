#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/kendall.h"
#include "coldplan/evidence/least_squares.h"
#include "coldplan/evidence/small_study.h"

namespace coldplan::evidence {

Expected<AsymmetryTest> regress_on_precision(std::span<const Effect> effects,
                                             const ModelOptions& options, Precision predictor) {
  if (effects.size() < 3) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "studies",
                                fmt::format("{}", effects.size()), "at least three", ""});
  }
  const bool is_error = predictor == Precision::standard_error;
  Moderators imprecision{{is_error ? "standard error" : "variance"},
                         Eigen::MatrixXd(static_cast<Eigen::Index>(effects.size()), 1)};
  for (std::size_t i = 0; i < effects.size(); ++i) {
    const double variance = effects[i].variance;
    imprecision.values(static_cast<Eigen::Index>(i), 0) = is_error ? std::sqrt(variance) : variance;
  }
  return pool(effects, options, imprecision).map([](Fit fit) {
    AsymmetryTest test{std::move(fit), {}, {}};
    test.limit = test.fit.coefficients.front();
    test.slope = test.fit.coefficients.back();
    return test;
  });
}

Expected<AsymmetryTest> egger_test(std::span<const Effect> effects, double level) {
  ModelOptions options;
  options.method = Method::EE;
  options.test = Test::knha;
  options.level = level;
  return regress_on_precision(effects, options, Precision::standard_error);
}

Expected<RankTest> rank_test(std::span<const Effect> effects) {
  const auto design = make_design(effects, {});
  if (!design) {
    return tl::unexpected(design.error());
  }
  const Eigen::ArrayXd v = design->variances.array();
  const WeightedFit fit = weigh_by_variance(*design, 0.0);
  const double mean_variance = 1.0 / fit.weights.sum();
  const Eigen::ArrayXd standardised = fit.residuals / (v - mean_variance).sqrt();
  if (effects.size() < 2 || (v == v[0]).all()) {
    return tl::unexpected(Error{ErrorCode::conflict, "studies", fmt::format("{}", effects.size()),
                                "at least two that differ in variance", ""});
  }
  const auto correlation =
      kendall_correlation({standardised.data(), effects.size()}, {v.data(), effects.size()});
  return RankTest{correlation.tau, correlation.p_value, correlation.is_exact};
}

}  // namespace coldplan::evidence
