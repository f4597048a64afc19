#pragma once

#include <span>
#include <vector>

namespace coldplan::planning {

/// A median with an interval that holds nine cases of ten.
struct Interval {
  double median = 0.0;
  double p05 = 0.0;
  double p95 = 0.0;
};

/// The value under which a share of sorted values lies, linear between them.
[[nodiscard]] double quantile(std::span<const double> sorted, double share);

/// Median and 5th and 95th percentile of at least one draw. The k-th of N draws in order is taken
/// for the share k/(N + 1), which is where the next one falls below it on average: of 39 draws the
/// 2nd and the 38th are the ends. Fewer than 19 have their least and greatest.
[[nodiscard]] Interval interval_of(std::vector<double> draws);

}  // namespace coldplan::planning
