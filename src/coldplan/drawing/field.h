#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coldplan/drawing/history.h"
#include "coldplan/drawing/scale.h"

namespace coldplan::drawing {

/// Values on a rectangular grid, row after row.
struct Field {
  std::size_t columns = 0;
  std::size_t rows = 0;
  std::vector<double> values;

  [[nodiscard]] double at(std::size_t column, std::size_t row) const {
    return values[row * columns + column];
  }
};

/// `count` places over the interval: with both ends (nodes), or in the middles of equal cells
/// (pixels).
[[nodiscard]] std::vector<double> nodes(const Interval& interval, std::size_t count);
[[nodiscard]] std::vector<double> cell_centres(const Interval& interval, std::size_t count);

/// The map of a history in °C at other minutes (columns) and depths (rows, metres), both ascending,
/// by bilinear interpolation; beyond its ends the map keeps its last value. The history must be
/// sound (check.h).
[[nodiscard]] Field resampled(const History& history, std::span<const double> minutes,
                              std::span<const double> depths_m);

}  // namespace coldplan::drawing
