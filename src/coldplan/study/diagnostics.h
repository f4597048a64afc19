#pragma once

#include <vector>

namespace coldplan::study {

/// Samples of one number: by chain, in the order they were drawn. Chains are equally long.
using Chains = std::vector<std::vector<double>>;

/// R-hat of chains split in halves (Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., eq. 11.4):
/// how much wider all chains together are than each by itself; 1 once they have mixed, infinite
/// for chains that stand still apart from each other. At least four samples a chain.
[[nodiscard]] double split_r_hat(const Chains& chains);

/// Number of independent samples that would tell as much of the mean: by the initial positive
/// sequence of autocorrelations of all chains (Geyer 1992, Stat Sci 7:473; Gelman et al. 2013,
/// eq. 11.8).
[[nodiscard]] double effective_samples(const Chains& chains);

/// Number of equal weights that would tell as much: (Σw)²/Σw².
[[nodiscard]] double effective_weights(const std::vector<double>& weights);

}  // namespace coldplan::study
