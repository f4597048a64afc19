#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "coldplan/evidence/small_study.h"

namespace coldplan::evidence {
namespace {

Expected<Side> missing_side(std::span<const Effect> effects, const ModelOptions& options) {
  return regress_on_precision(effects, options, Precision::standard_error)
      .map([](const AsymmetryTest& test) {
        return test.slope.estimate < 0.0 ? Side::right : Side::left;
      });
}

// Ranks of |distance| from 1; equals in the order in which they stand.
std::vector<double> ranks_of(const std::vector<double>& distances) {
  std::vector<std::size_t> order(distances.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(distances[a]) < std::abs(distances[b]);
  });
  std::vector<double> ranks(distances.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    ranks[order[rank]] = static_cast<double>(rank + 1);
  }
  return ranks;
}

// The number of studies missing on the left, from the distances of all from the centre of the rest.
double missing_count(const std::vector<double>& distances, MissingEstimator estimator) {
  const auto k = static_cast<double>(distances.size());
  const auto ranks = ranks_of(distances);
  double rank_sum = 0.0;  // Wilcoxon's, of those above the centre
  double furthest_below = 0.0;
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    if (distances[i] > 0.0) {
      rank_sum += ranks[i];
    } else if (distances[i] < 0.0) {
      furthest_below = std::max(furthest_below, ranks[i]);
    }
  }
  double count = 0.0;
  switch (estimator) {
    case MissingEstimator::L0:
      count = (4.0 * rank_sum - k * (k + 1.0)) / (2.0 * k - 1.0);
      break;
    case MissingEstimator::R0:
      count = k - furthest_below - 1.0;
      break;
    case MissingEstimator::Q0:
      count = k - 0.5 - std::sqrt(2.0 * k * k - 4.0 * rank_sum + 0.25);  // of no number: not one
      break;
  }
  return count;
}

// Duval and Tweedie 2000, Biometrics 56:455, section 3, for k observed and n missing studies. Their
// n is the true number, for which the estimate stands before it is rounded.
double count_error(double k, double n, MissingEstimator estimator) {
  if (estimator == MissingEstimator::R0) {
    return std::sqrt(2.0 * std::max(0.0, n) + 2.0);
  }
  const double rank_sum_variance =
      (k * (k + 1.0) * (2.0 * k + 1.0) + 10.0 * n * n * n + 27.0 * n * n + 17.0 * n -
       18.0 * k * n * n - 18.0 * k * n + 6.0 * k * k * n) /
      24.0;
  const double error = std::sqrt(std::max(0.0, rank_sum_variance));
  return estimator == MissingEstimator::L0
             ? 4.0 * error / (2.0 * k - 1.0)
             : 2.0 * error / std::sqrt((k - 0.5) * (k - 0.5) - n * (2.0 * k - n - 1.0));
}

// A study that is the centre, but for rounding, is on neither side.
double distance_between(double estimate, double centre) {
  const double distance = estimate - centre;
  const double rounding = 8.0 * std::numeric_limits<double>::epsilon();
  return std::abs(distance) <= rounding * std::abs(estimate) ? 0.0 : distance;
}

struct Centre {
  double value = 0.0;
  double estimate = 0.0;  ///< of the number of missing studies
  double missing = 0.0;   ///< the same, whole and not negative
};

// `sorted` rises, and what is missing is missing on its left.
Expected<Centre> settle(const std::vector<Effect>& sorted, const ModelOptions& options,
                        MissingEstimator estimator) {
  constexpr int most_rounds = 100;
  Centre centre;
  for (int round = 0; round < most_rounds; ++round) {
    const auto kept = sorted.size() - static_cast<std::size_t>(centre.missing);
    const auto fit = pool(std::span(sorted).first(kept), options);
    if (!fit) {
      return tl::unexpected(under("trimmed", fit.error()));
    }
    centre.value = fit->coefficients.front().estimate;
    std::vector<double> distances;
    distances.reserve(sorted.size());
    for (const Effect& effect : sorted) {
      distances.push_back(distance_between(effect.estimate, centre.value));
    }
    centre.estimate = missing_count(distances, estimator);
    if (std::isnan(centre.estimate)) {
      break;
    }
    const double missing = std::max(0.0, std::nearbyint(centre.estimate));
    if (std::exchange(centre.missing, missing) == missing) {
      return centre;
    }
    if (missing >= static_cast<double>(sorted.size())) {
      break;
    }
  }
  return tl::unexpected(Error{ErrorCode::not_solved, "trim and fill",
                              "the number of missing studies", "settled",
                              "try another estimator of it"});
}

}  // namespace

Expected<TrimAndFill> trim_and_fill(std::span<const Effect> effects, const ModelOptions& options,
                                    MissingEstimator estimator, std::optional<Side> side) {
  const auto chosen = side ? Expected<Side>(*side) : missing_side(effects, options);
  if (!chosen) {
    return tl::unexpected(chosen.error());
  }
  const double sign = *chosen == Side::left ? 1.0 : -1.0;
  std::vector<Effect> sorted;
  sorted.reserve(effects.size());
  for (const Effect& effect : effects) {
    sorted.push_back({sign * effect.estimate, effect.variance});
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Effect& a, const Effect& b) { return a.estimate < b.estimate; });
  const auto centre = settle(sorted, options, estimator);
  if (!centre) {
    return tl::unexpected(centre.error());
  }
  TrimAndFill result;
  result.side = *chosen;
  result.missing = static_cast<std::size_t>(centre->missing);
  result.missing_standard_error =
      count_error(static_cast<double>(effects.size()), centre->estimate, estimator);
  std::vector<Effect> all(effects.begin(), effects.end());
  for (std::size_t i = sorted.size() - result.missing; i < sorted.size(); ++i) {
    result.filled.push_back(
        {sign * (2.0 * centre->value - sorted[i].estimate), sorted[i].variance});
    all.push_back(result.filled.back());
  }
  return pool(all, options).map([&](Fit fit) {
    result.fit = std::move(fit);
    return result;
  });
}

}  // namespace coldplan::evidence
