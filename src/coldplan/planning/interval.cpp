#include "coldplan/planning/interval.h"

#include <algorithm>
#include <cmath>

namespace coldplan::planning {
namespace {

/// The value at a place in order, 0 being the least; linear between values.
double at_place(std::span<const double> sorted, double place) {
  const auto lower = static_cast<std::size_t>(place);
  const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
  return std::lerp(sorted[lower], sorted[upper], place - static_cast<double>(lower));
}

}  // namespace

double quantile(std::span<const double> sorted, double share) {
  return at_place(sorted, share * static_cast<double>(sorted.size() - 1));
}

Interval interval_of(std::vector<double> draws) {
  // numerical: the shares that lie below the ends of an interval.
  constexpr double low = 0.05;
  // numerical: as above.
  constexpr double high = 0.95;
  // numerical: the share below a median.
  constexpr double half = 0.5;
  std::sort(draws.begin(), draws.end());
  const auto count = static_cast<double>(draws.size());
  const auto at = [&](double share) {
    return at_place(draws, std::clamp(share * (count + 1.0) - 1.0, 0.0, count - 1.0));
  };
  return {at(half), at(low), at(high)};
}

}  // namespace coldplan::planning
