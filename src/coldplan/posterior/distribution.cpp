#include "coldplan/posterior/distribution.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace coldplan::posterior {

Distribution between(double low, double median, double high, Bounds bounds) {
  if (low > 0.0) {
    return {median, std::log(median / low) / score_p95, std::log(high / median) / score_p95, true,
            bounds};
  }
  if (low == 0.0) {
    bounds.least = std::max(bounds.least, 0.0);
  }
  return linear_between(low, median, high, bounds);
}

Distribution linear_between(double low, double median, double high, Bounds bounds) {
  return {median, (median - low) / score_p95, (high - median) / score_p95, false, bounds};
}

Distribution deviating(double median, double sd, Bounds bounds) {
  if (!(median > 0.0)) {
    return {median, sd, sd, false, bounds};
  }
  // exp(σ z) has the variance x² − x with x = exp(σ²).
  const double x = 0.5 * (1.0 + std::hypot(1.0, 2.0 * sd / median));
  const double sigma = std::sqrt(std::log(x));
  return {median, sigma, sigma, true, bounds};
}

Distribution prior_of(const facts::Fact& fact, Bounds bounds) {
  if (!std::isnan(fact.low) && !std::isnan(fact.high)) {
    if (!(fact.low <= fact.value && fact.value <= fact.high)) {
      throw std::logic_error("the value of " + std::string{fact.id} + " lies outside its range");
    }
    return between(fact.low, fact.value, fact.high, bounds);
  }
  if (std::isnan(fact.sd) || std::isnan(fact.value)) {
    throw std::logic_error("nothing is known of the spread of " + std::string{fact.id});
  }
  return deviating(fact.value, fact.sd, bounds);
}

double at(const Distribution& distribution, double score) {
  const double deviation = score * (score < 0.0 ? distribution.below : distribution.above);
  const double drawn = distribution.logarithmic ? distribution.median * std::exp(deviation)
                                                : distribution.median + deviation;
  return std::clamp(drawn, distribution.bounds.least, distribution.bounds.most);
}

}  // namespace coldplan::posterior
