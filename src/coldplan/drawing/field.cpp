#include "coldplan/drawing/field.h"

#include <algorithm>
#include <cmath>

namespace coldplan::drawing {
namespace {

/// Where a value lies between two neighbours of an ascending axis.
struct Between {
  std::size_t lower;
  double share;  ///< of the upper neighbour
};

std::vector<Between> located(std::span<const double> values, std::span<const double> axis) {
  std::vector<Between> places;
  places.reserve(values.size());
  for (const double value : values) {
    const auto above = std::ranges::upper_bound(axis, value) - axis.begin();
    const auto last = static_cast<std::ptrdiff_t>(axis.size()) - 1;
    const auto lower = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(above, 1, last) - 1);
    const double share = (value - axis[lower]) / (axis[lower + 1] - axis[lower]);
    places.push_back({lower, std::clamp(share, 0.0, 1.0)});
  }
  return places;
}

}  // namespace

std::vector<double> nodes(const Interval& interval, std::size_t count) {
  std::vector<double> places(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(count - 1);
    places[i] = std::lerp(interval.low, interval.high, share);
  }
  return places;
}

std::vector<double> cell_centres(const Interval& interval, std::size_t count) {
  std::vector<double> places(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    places[i] = std::lerp(interval.low, interval.high, share);
  }
  return places;
}

Field resampled(const History& history, std::span<const double> minutes,
                std::span<const double> depths_m) {
  const std::vector<Between> columns = located(minutes, history.minutes);
  const std::vector<Between> rows = located(depths_m, history.map_depth_m);
  Field field{columns.size(), rows.size(), {}};
  field.values.reserve(columns.size() * rows.size());
  const auto& map = history.map_temperature_C;
  for (const Between& row : rows) {
    for (const Between& column : columns) {
      const double before =
          std::lerp(map[column.lower][row.lower], map[column.lower][row.lower + 1], row.share);
      const double after = std::lerp(map[column.lower + 1][row.lower],
                                     map[column.lower + 1][row.lower + 1], row.share);
      field.values.push_back(std::lerp(before, after, column.share));
    }
  }
  return field;
}

}  // namespace coldplan::drawing
