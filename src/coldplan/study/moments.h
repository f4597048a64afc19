#pragma once

#include <cstddef>
#include <numeric>
#include <span>

namespace coldplan::study {

/// The mean of some numbers, at least one.
[[nodiscard]] inline double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Their variance about that mean (n − 1 below the line); 0 of fewer than two.
[[nodiscard]] inline double variance_of(std::span<const double> values) {
  if (values.size() < 2) {
    return 0.0;
  }
  const double mean = mean_of(values);
  double squares = 0.0;
  for (const double value : values) {
    squares += (value - mean) * (value - mean);
  }
  return squares / static_cast<double>(values.size() - 1);
}

}  // namespace coldplan::study
