#include "coldplan/simulation/trace.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace coldplan::simulation {
namespace {

// numerical: a parabola that dips further below its samples [K] crosses a kink, such as a surface
// that a film has just taken to its own temperature.
constexpr double most_refinement = 0.05;

/// Lowest point of the parabola through three points; its middle point if it has no minimum.
struct Lowest {
  double time;
  double value;
};

Lowest parabola_minimum(const std::array<double, 3>& time, const std::array<double, 3>& value) {
  const double before = (value[1] - value[0]) / (time[1] - time[0]);
  const double after = (value[2] - value[1]) / (time[2] - time[1]);
  const double curvature = (after - before) / (time[2] - time[0]);
  if (!(curvature > 0.0)) {
    return {time[1], value[1]};
  }
  // Newton's form: p(t) = v0 + before (t − t0) + curvature (t − t0)(t − t1).
  const double at = 0.5 * (time[0] + time[1]) - 0.5 * before / curvature;
  return {at, value[0] + before * (at - time[0]) + curvature * (at - time[0]) * (at - time[1])};
}

}  // namespace

std::size_t sample_at(std::span<const double> time, double at) {
  const auto after = std::lower_bound(time.begin(), time.end(), at);
  const auto next = static_cast<std::size_t>(after - time.begin());
  if (next == 0 || next == time.size()) {
    return next == 0 ? 0 : next - 1;
  }
  return at - time[next - 1] <= time[next] - at ? next - 1 : next;
}

Summary summarize(std::span<const double> time, const Trace& trace, double removal) {
  return summarize(time, trace.temperature, removal);
}

Summary summarize(std::span<const double> time, std::span<const double> t, double removal) {
  const std::size_t off = sample_at(time, removal);
  const auto lowest =
      static_cast<std::size_t>(std::distance(t.begin(), std::min_element(t.begin(), t.end())));
  Summary summary{t.front(), t[off], t[lowest], time[lowest]};
  if (lowest > 0 && lowest + 1 < t.size() && lowest != off) {
    const Lowest refined = parabola_minimum({time[lowest - 1], time[lowest], time[lowest + 1]},
                                            {t[lowest - 1], t[lowest], t[lowest + 1]});
    if (t[lowest] - refined.value < most_refinement) {
      summary.coldest = refined.value;
      summary.coldest_time = refined.time;
    }
  }
  return summary;
}

double time_below(std::span<const double> time, std::span<const double> temperature,
                  double threshold) {
  double below = 0.0;
  for (std::size_t i = 1; i < temperature.size(); ++i) {
    const double length = time[i] - time[i - 1];
    const double from = temperature[i - 1] - threshold;
    const double to = temperature[i] - threshold;
    if (from < 0.0 && to < 0.0) {
      below += length;
    } else if (from < 0.0 || to < 0.0) {
      below += length * std::max(-from, -to) / std::abs(to - from);
    }
  }
  return below;
}

}  // namespace coldplan::simulation
