#include "coldplan/evidence/effect_size.h"

#include <cmath>
#include <stdexcept>

#include <boost/math/special_functions/gamma.hpp>

#include "coldplan/evidence/effect_checks.h"

namespace coldplan::evidence {
namespace {

struct ArmPlaces {
  const char* n;
  const char* mean;
  const char* sd;
};

Expected<void> check(const Arm& arm, const ArmPlaces& places) {
  if (!is_whole(arm.n) || arm.n < 2.0) {
    return tl::unexpected(refused(places.n, arm.n, "a number of people (2 or more, whole)"));
  }
  if (!std::isfinite(arm.mean)) {
    return tl::unexpected(refused(places.mean, arm.mean, "a finite mean"));
  }
  if (!(arm.sd > 0.0) || !std::isfinite(arm.sd)) {
    return tl::unexpected(refused(places.sd, arm.sd, "a standard deviation (more than 0)",
                                  "write NA where it is not known"));
  }
  return {};
}

Expected<void> check(const TwoArms& arms) {
  const auto first = check(arms.first, {"n1i", "m1i", "sd1i"});
  return first ? check(arms.second, {"n2i", "m2i", "sd2i"}) : first;
}

double squared(double value) {
  return value * value;
}

double variance_of_mean(const Arm& arm) {
  return squared(arm.sd) / arm.n;
}

Effect mean_difference(const TwoArms& arms) {
  return {arms.first.mean - arms.second.mean,
          variance_of_mean(arms.first) + variance_of_mean(arms.second)};
}

double degrees_of_freedom(const TwoArms& arms) {
  return arms.first.n + arms.second.n - 2.0;
}

Effect standardised(const TwoArms& arms, SmdVariance variance) {
  const double pooled = std::sqrt(((arms.first.n - 1.0) * squared(arms.first.sd) +
                                   (arms.second.n - 1.0) * squared(arms.second.sd)) /
                                  degrees_of_freedom(arms));
  return hedges_g((arms.first.mean - arms.second.mean) / pooled, arms.first.n, arms.second.n,
                  variance);
}

/// Bonett 2009, eq. 5, over the root of the arms' mean variance; estimate and standard error carry
/// Hedges' correction, as in metafor 3.8.
Effect standardised_unequal(const TwoArms& arms) {
  const double v1 = squared(arms.first.sd);
  const double v2 = squared(arms.second.sd);
  const double mean = (v1 + v2) / 2.0;
  const double correction = small_sample_correction(degrees_of_freedom(arms));
  const double g = correction * (arms.first.mean - arms.second.mean) / std::sqrt(mean);
  const double df1 = arms.first.n - 1.0;
  const double df2 = arms.second.n - 1.0;
  const double bonett =
      squared(g) * (squared(v1) / df1 + squared(v2) / df2) / (8.0 * squared(mean)) +
      (v1 / df1 + v2 / df2) / mean;
  return {g, squared(correction) * bonett};
}

Expected<Effect> ratio_of_means(const TwoArms& arms) {
  if (!(arms.first.mean * arms.second.mean > 0.0)) {
    const bool first = arms.first.mean == 0.0;
    return tl::unexpected(refused(first ? "m1i" : "m2i", first ? arms.first.mean : arms.second.mean,
                                  "a mean of the other mean's sign, as a ratio of means needs",
                                  "use MD or SMD"));
  }
  return Effect{std::log(arms.first.mean / arms.second.mean),
                variance_of_mean(arms.first) / squared(arms.first.mean) +
                    variance_of_mean(arms.second) / squared(arms.second.mean)};
}

Expected<Effect> computed(Measure measure, const TwoArms& arms, const EffectOptions& options) {
  switch (measure) {
    case Measure::MD:
      return mean_difference(arms);
    case Measure::SMD:
      return standardised(arms, options.smd_variance);
    case Measure::SMDH:
      return standardised_unequal(arms);
    case Measure::ROM:
      return ratio_of_means(arms);
    default:
      throw std::logic_error("not a measure of two arms with means");
  }
}

}  // namespace

double small_sample_correction(double degrees_of_freedom) {
  const double half = degrees_of_freedom / 2.0;
  // tgamma_delta_ratio(z, 1/2) = Gamma(z) / Gamma(z + 1/2), which does not overflow for large
  // trials.
  return 1.0 / (std::sqrt(half) * boost::math::tgamma_delta_ratio(half - 0.5, 0.5));
}

Effect hedges_g(double d, double n1, double n2, SmdVariance variance) {
  const double m = n1 + n2 - 2.0;
  const double correction = small_sample_correction(m);
  const double g = correction * d;
  const double of_means = 1.0 / n1 + 1.0 / n2;
  if (variance == SmdVariance::LS) {
    return {g, of_means + squared(g) / (2.0 * (n1 + n2))};
  }
  return {g, of_means + (1.0 - (m - 2.0) / (m * squared(correction))) * squared(g)};
}

Expected<Effect> effect_of(Measure measure, const TwoArms& arms, const EffectOptions& options) {
  if (const auto fit = check(arms); !fit) {
    return tl::unexpected(fit.error());
  }
  return computed(measure, arms, options).and_then([](const Effect& effect) {
    return finite(effect, "m1i", "look for a slip in the means and SDs");
  });
}

}  // namespace coldplan::evidence
