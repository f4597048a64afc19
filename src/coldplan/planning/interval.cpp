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

double width_of(double median, const Ends& input) {
  return below(median, input) + above(median, input);
}

}  // namespace coldplan::planning
