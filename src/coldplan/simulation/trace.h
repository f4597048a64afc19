#pragma once

#include <span>
#include <string>
#include <vector>

namespace coldplan::simulation {

/// Temperature at one place over time, sampled at equal intervals from 0.
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
/// parabola through it and its neighbours where these lie on the same side of the removal.
[[nodiscard]] Summary summarize(const Trace& trace, double interval, double removal);

/// Time [s] that a trace spends below a temperature, crossings placed linearly between samples.
[[nodiscard]] double time_below(std::span<const double> temperature, double interval,
                                double threshold);

}  // namespace coldplan::simulation
