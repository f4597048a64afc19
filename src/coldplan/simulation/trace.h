#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace coldplan::simulation {

/// Temperature at one place, one value for each time of its history.
struct Trace {
  std::string name;
  double depth = 0.0;               ///< from the skin surface [m]
  std::vector<double> temperature;  ///< [°C]
};

/// A trace in four numbers.
struct Summary {
  double start = 0.0;         ///< before the cold [°C]
  double end = 0.0;           ///< when the cold is taken off [°C]
  double coldest = 0.0;       ///< over the whole history [°C]
  double coldest_time = 0.0;  ///< [s]
};

/// Sums up a trace whose cold is taken off at `removal` [s]. The coldest sample is refined by the
/// parabola through it and its neighbours, unless the cold was taken off right there or the curve
/// has a kink. `time` [s] has a sample at 0 and one at the removal.
[[nodiscard]] Summary summarize(std::span<const double> time, std::span<const double> temperature,
                                double removal);
[[nodiscard]] Summary summarize(std::span<const double> time, const Trace& trace, double removal);

/// Time [s] that a trace spends below a temperature, crossings placed linearly between samples.
[[nodiscard]] double time_below(std::span<const double> time, std::span<const double> temperature,
                                double threshold);

/// The sample at a time [s], or the nearest to it.
[[nodiscard]] std::size_t sample_at(std::span<const double> time, double at);

}  // namespace coldplan::simulation
