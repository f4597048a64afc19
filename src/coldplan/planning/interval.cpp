#include "coldplan/planning/interval.h"

#include <algorithm>
#include <cmath>

namespace coldplan::planning {
namespace {

double below(double median, const Ends& ends) {
  return std::max(0.0, median - std::min(ends.at_p05, ends.at_p95));
}

double above(double median, const Ends& ends) {
  return std::max(0.0, std::max(ends.at_p05, ends.at_p95) - median);
}

}  // namespace

Interval combine(double median, std::span<const Ends> inputs) {
  double down = 0.0;
  double up = 0.0;
  for (const Ends& ends : inputs) {
    down = std::hypot(down, below(median, ends));
    up = std::hypot(up, above(median, ends));
  }
  return {median, median - down, median + up};
}

double quantile(std::span<const double> sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  const std::size_t upper = std::min(lower + 1, sorted.size() - 1);
  return std::lerp(sorted[lower], sorted[upper], place - static_cast<double>(lower));
}

double width_of(double median, const Ends& input) {
  return below(median, input) + above(median, input);
}

}  // namespace coldplan::planning
