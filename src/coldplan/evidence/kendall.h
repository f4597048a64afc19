#pragma once

#include <span>

/// Kendall's rank correlation.
namespace coldplan::evidence {

struct RankCorrelation {
  double tau = 0.0;       ///< tau-b; not a number where either side is all ties
  double p_value = 1.0;   ///< two-sided
  bool is_exact = false;  ///< from the distribution of the number of discordant pairs; else normal
};

/// Exact without ties, whatever the number; else normal with the variance for ties of both sides
/// (Kendall 1970, Rank Correlation Methods, equation 4.3), without correction for continuity. Needs
/// sides of equal length, at least 2. Costs n^2, and n^3 where exact.
[[nodiscard]] RankCorrelation kendall_correlation(std::span<const double> x,
                                                  std::span<const double> y);

}  // namespace coldplan::evidence
