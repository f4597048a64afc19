#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace coldplan::work_a {

/// A temperature from those of four cells, from `first` on.
struct Probe {
  std::size_t first = 0;
  std::array<double, 4> weight{};
};

[[nodiscard]] inline double value_of(const Probe& probe, const double* t) {
  double sum = 0.0;
  for (std::size_t k = 0; k < probe.weight.size(); ++k) {
    sum += probe.weight[k] * t[probe.first + k];
  }
  return sum;
}

/// The cubic through the two cells on either side of a depth that is not near an end.
[[nodiscard]] inline Probe cubic_probe(std::span<const double> centre, double depth) {
  const auto next = std::upper_bound(centre.begin(), centre.end(), depth);
  Probe probe{static_cast<std::size_t>(next - centre.begin()) - 2, {1.0, 1.0, 1.0, 1.0}};
  const auto four = centre.subspan(probe.first, 4);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 4; ++j) {
      if (i != j) {
        probe.weight[i] *= (depth - four[j]) / (four[i] - four[j]);
      }
    }
  }
  return probe;
}

}  // namespace coldplan::work_a
