#pragma once

#include <span>
#include <vector>

#include "coldplan/drawing/history.h"
#include "coldplan/drawing/scale.h"

namespace coldplan::drawing {

/// The temperatures of curve panels, in the reader's unit, upward.
///
/// It is linear while what lies below 0 °C takes no more than a small share of it. Where tissue
/// freezes hard it is bent there: the part below shrinks to that share, so that the degrees between
/// 0 °C and a warm body, in which nearly everything happens, stay as legible as ever.
struct TemperatureAxis {
  Interval ends;
  std::vector<double> ticks;  ///< ascending
  int decimals = 0;
  double freezing = 0.0;     ///< 0 °C in the reader's unit
  double share_below = 0.0;  ///< of the axis, below `freezing`, where it is bent; 0: linear

  [[nodiscard]] bool is_bent() const { return share_below > 0.0; }
  /// 0 at the low end to 1 at the high one.
  [[nodiscard]] double place(double temperature_shown) const;
  /// Where on a plot a temperature stands.
  [[nodiscard]] double height_in(const Box& plot, double temperature_shown) const;
};

/// An axis for all curves and limits of some histories, with about `wanted` ticks; `most_below` is
/// the most of it that lies below 0 °C.
[[nodiscard]] TemperatureAxis temperature_axis(std::span<const History* const> histories,
                                               const Setting& setting, int wanted,
                                               double most_below = 0.35);

}  // namespace coldplan::drawing
