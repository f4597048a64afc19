#pragma once

#include <optional>

#include "coldplan/evidence/effect.h"

/// Tails and quantiles of the tests of this room, by Boost.Math. Without `df` a test is normal,
/// with it Student's t. An infinite statistic has probability 0: it comes from a standard error of
/// 0.
namespace coldplan::evidence {

/// Probability of a statistic at least as far from 0, on both sides. In [0, 1]; not a number stays
/// one.
[[nodiscard]] double two_sided_p(double statistic, std::optional<double> df);

/// Half-width of a central interval of probability `level` (0 < level < 1), in standard errors.
[[nodiscard]] double critical_value(double level, std::optional<double> df);

/// A study's own interval of probability `level`: its estimate and as many standard errors on
/// either side as a normal one has.
[[nodiscard]] Limits normal_interval(const Effect& effect, double level);

/// P(chi-squared with `df` degrees of freedom > statistic); 1 without a degree of freedom.
[[nodiscard]] double chi_squared_p(double statistic, double df);

/// The value that chi-squared with `df` exceeds with probability `upper_tail`.
[[nodiscard]] double chi_squared_quantile(double upper_tail, double df);

/// P(F with `df` and `denominator_df` > statistic).
[[nodiscard]] double f_p(double statistic, double df, double denominator_df);

}  // namespace coldplan::evidence
