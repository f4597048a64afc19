#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "coldplan/evidence/distributions.h"
#include "coldplan/evidence/least_squares.h"
#include "coldplan/evidence/small_study.h"

namespace coldplan::evidence {
namespace {

Expected<Design> studies_and_alpha(std::span<const Effect> effects, double alpha) {
  if (!(alpha > 0.0 && alpha < 0.5)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "alpha", fmt::format("{}", alpha),
                                "a probability between 0 and 0.5, such as 0.05", ""});
  }
  return make_design(effects, {});
}

// A rounding error above a whole number is not a study.
double whole(double studies) {
  return std::ceil(std::max(0.0, studies) * (1.0 - 1e-12));
}

double square(double x) {
  return x * x;
}

}  // namespace

// Stouffer's sum of k z values over sqrt(k + n) is the critical value.
Expected<double> fail_safe_rosenthal(std::span<const Effect> effects, double alpha) {
  return studies_and_alpha(effects, alpha).map([&](const Design& design) {
    const auto k = static_cast<double>(design.studies());
    const double sum = (design.estimates.array() / design.variances.array().sqrt()).sum();
    return whole(square(sum / critical_value(1.0 - 2.0 * alpha, std::nullopt)) - k);
  });
}

// k mean / (k + n) is the target.
Expected<double> fail_safe_orwin(std::span<const Effect> effects, std::optional<double> target) {
  const auto design = make_design(effects, {});
  if (!design) {
    return tl::unexpected(design.error());
  }
  const double mean = design->estimates.mean();
  const double aim = target.value_or(mean / 2.0);
  if (!(aim * mean > 0.0)) {
    return tl::unexpected(Error{ErrorCode::out_of_range, "target", fmt::format("{}", aim),
                                fmt::format("between 0 and the mean effect ({})", mean), ""});
  }
  return whole(static_cast<double>(design->studies()) * ((mean - aim) / aim));
}

// With n studies of no effect and of mean weight, sum(wy)^2 / (sum(w) (1 + n/k)) is the critical z
// squared.
Expected<double> fail_safe_rosenberg(std::span<const Effect> effects, double alpha) {
  return studies_and_alpha(effects, alpha).map([&](const Design& design) {
    const Eigen::ArrayXd w = design.variances.array().inverse();
    const double reach =
        square((w * design.estimates.array()).sum() / critical_value(1.0 - alpha, std::nullopt));
    return whole(static_cast<double>(design.studies()) * (reach - w.sum()) / w.sum());
  });
}

}  // namespace coldplan::evidence
