#include "coldplan/study/diagnostics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "coldplan/study/moments.h"

namespace coldplan::study {
namespace {

Chains halves_of(const Chains& chains) {
  Chains halves;
  for (const std::vector<double>& chain : chains) {
    const auto half = static_cast<std::ptrdiff_t>(chain.size() / 2);
    halves.emplace_back(chain.begin(), chain.begin() + half);
    halves.emplace_back(chain.end() - half, chain.end());
  }
  return halves;
}

/// Within-chain variance W, and the estimate var⁺ that takes the chains' means in.
struct Variances {
  double within = 0.0;
  double all = 0.0;
};

Variances variances_of(const Chains& chains) {
  std::vector<double> means;
  double within = 0.0;
  for (const std::vector<double>& chain : chains) {
    means.push_back(mean_of(chain));
    within += variance_of(chain) / static_cast<double>(chains.size());
  }
  const auto length = static_cast<double>(chains.front().size());
  return {within, (length - 1.0) / length * within + variance_of(means)};
}

/// Mean over chains of squared differences at a lag (the variogram).
double variogram(const Chains& chains, std::size_t lag) {
  double sum = 0.0;
  for (const std::vector<double>& chain : chains) {
    for (std::size_t i = lag; i < chain.size(); ++i) {
      sum += (chain[i] - chain[i - lag]) * (chain[i] - chain[i - lag]);
    }
  }
  return sum / static_cast<double>(chains.size() * (chains.front().size() - lag));
}

}  // namespace

double split_r_hat(const Chains& chains) {
  const Variances found = variances_of(halves_of(chains));
  if (found.within > 0.0) {
    return std::sqrt(found.all / found.within);
  }
  return found.all > 0.0 ? std::numeric_limits<double>::infinity() : 1.0;
}

double effective_samples(const Chains& chains) {
  const Chains halves = halves_of(chains);
  const double all = variances_of(halves).all;
  const std::size_t length = halves.front().size();
  const auto samples = static_cast<double>(length * halves.size());
  if (!(all > 0.0)) {
    return samples;
  }
  double sum = 0.0;
  double before = 1.0;
  for (std::size_t lag = 1; lag + 1 < length; lag += 2) {
    const double pair = (1.0 - variogram(halves, lag) / (2.0 * all)) +
                        (1.0 - variogram(halves, lag + 1) / (2.0 * all));
    if (pair <= 0.0) {
      break;
    }
    // A pair that is not under the one before is noise (Geyer's monotone sequence).
    before = lag == 1 ? pair : std::min(before, pair);
    sum += before;
  }
  return std::min(samples, samples / (1.0 + 2.0 * sum));
}

double effective_weights(const std::vector<double>& weights) {
  double sum = 0.0;
  double squares = 0.0;
  for (const double weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0.0 ? sum * sum / squares : 0.0;
}

}  // namespace coldplan::study
