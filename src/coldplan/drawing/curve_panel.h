#pragma once

#include <span>

#include "coldplan/drawing/axis.h"
#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {

/// Where a panel of curves stands and what its axes span.
struct CurvePanel {
  Box plot;                   ///< temperatures in the reader's unit upward, minutes to the right
  double labels_right = 0.0;  ///< right end of the labels beside the plot
  double text_size = 8.0;
  Interval minutes;
  Ticks temperature;  ///< in the reader's unit; its ends are the ends of the axis
};

/// Curves with their names at their ends, a dot at the coldest moment of each, thin lines at the
/// limits, and the time of cooling shaded.
void draw_curve_panel(Canvas& canvas, const History& history, const Setting& setting,
                      const CurvePanel& panel);

/// A temperature axis for all curves and limits of some histories, in the reader's unit.
[[nodiscard]] Ticks temperature_ticks(std::span<const History* const> histories,
                                      const Setting& setting, int wanted);

}  // namespace coldplan::drawing
