#pragma once

#include <span>

namespace coldplan::planning {

/// A median with an interval that holds nine cases of ten.
struct Interval {
  double median = 0.0;
  double p05 = 0.0;
  double p95 = 0.0;
};

/// What a quantity becomes when one uncertain input is at its 5th or 95th percentile, all else
/// median.
struct Ends {
  double at_p05 = 0.0;
  double at_p95 = 0.0;
};

/// Combines independent inputs varied one at a time: deviations below and above the median are
/// added in squares, side by side,
///
///     p05 = median − √Σ d₋²,   p95 = median + √Σ d₊²,
///
/// which is exact where the quantity is linear in normal inputs, and otherwise the usual first
/// guess.
[[nodiscard]] Interval combine(double median, std::span<const Ends> inputs);

/// The value under which a share of sorted values lies, linear between them.
[[nodiscard]] double quantile(std::span<const double> sorted, double share);

/// How far one input alone moves the quantity, from end to end.
[[nodiscard]] double width_of(double median, const Ends& input);

}  // namespace coldplan::planning
