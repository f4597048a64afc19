#include "coldplan/simulation/trace.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace coldplan::simulation {
namespace {

/// Value and place (in samples) of the lowest point of the parabola through three samples.
struct Lowest {
  double value;
  double shift;
};

Lowest parabola_minimum(double before, double at, double after) {
  const double curvature = before - 2.0 * at + after;
  if (!(curvature > 0.0)) {
    return {at, 0.0};
  }
  const double slope = 0.5 * (after - before);
  return {at - 0.5 * slope * slope / curvature, -slope / curvature};
}

}  // namespace

Summary summarize(const Trace& trace, double interval, double removal) {
  const std::vector<double>& t = trace.temperature;
  const auto off =
      std::min(t.size() - 1, static_cast<std::size_t>(std::lround(removal / interval)));
  const auto lowest =
      static_cast<std::size_t>(std::distance(t.begin(), std::min_element(t.begin(), t.end())));
  Summary summary{t.front(), t[off], t[lowest], static_cast<double>(lowest) * interval};
  if (lowest > 0 && lowest + 1 < t.size() && lowest != off) {
    const Lowest refined = parabola_minimum(t[lowest - 1], t[lowest], t[lowest + 1]);
    summary.coldest = refined.value;
    summary.coldest_time += refined.shift * interval;
  }
  return summary;
}

double time_below(std::span<const double> temperature, double interval, double threshold) {
  double time = 0.0;
  for (std::size_t i = 1; i < temperature.size(); ++i) {
    const double from = temperature[i - 1] - threshold;
    const double to = temperature[i] - threshold;
    if (from < 0.0 && to < 0.0) {
      time += interval;
    } else if (from < 0.0 || to < 0.0) {
      time += interval * std::max(-from, -to) / std::abs(to - from);
    }
  }
  return time;
}

}  // namespace coldplan::simulation
