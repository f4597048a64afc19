#pragma once

#include <span>
#include <vector>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"
#include "coldplan/drawing/temperature_axis.h"

namespace coldplan::drawing {

/// Where a panel of curves stands and what its axes span.
struct CurvePanel {
  Box plot;                   ///< temperatures in the reader's unit upward, minutes to the right
  double labels_right = 0.0;  ///< right end of the labels beside the plot
  double text_size = 8.0;
  Interval minutes;
  TemperatureAxis temperature;
  /// For small panels: beside the curves only their coldest temperatures, no names of limits, no
  /// minutes under the plot.
  bool brief = false;
  /// What orders the colours where panels share a key: the depths of its curves, metres; empty: the
  /// history's own.
  std::vector<double> depths_m = {};
};

/// Curves with their names at their ends, a dot at the coldest moment of each, thin lines at the
/// limits, the times of cold shaded, and the times at which tissue is frozen hatched below 0 °C.
void draw_curve_panel(Canvas& canvas, const History& history, const Setting& setting,
                      const CurvePanel& panel);

/// The colour of a curve among those of some depths, by rank.
[[nodiscard]] Colour curve_colour(double depth_m, std::span<const double> depths_m);

/// The depths of a history's curves.
[[nodiscard]] std::vector<double> depths_of(const History& history);

}  // namespace coldplan::drawing
