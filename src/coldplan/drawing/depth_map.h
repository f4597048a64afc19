#pragma once

#include <span>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"
#include "coldplan/drawing/ticks.h"

namespace coldplan::drawing {

/// From a temperature in the reader's unit to the colour of its band.
struct ColourScale {
  Interval temperature;  ///< in the reader's unit
  Ticks lines;           ///< temperatures of the isotherms; five bands lie between two of them

  [[nodiscard]] Colour operator()(double temperature_shown) const;
};

/// One colour scale for all maps of some histories.
[[nodiscard]] ColourScale colour_scale(std::span<const History* const> histories,
                                       quantity::UnitSystem units);

/// The deepest depth of some histories' maps, in metres.
[[nodiscard]] double shared_depth(std::span<const History* const> histories);

/// Where a depth-time map stands and what its axes span.
struct DepthMap {
  Box plot;                  ///< skin at the top, minutes to the right
  double labels_left = 0.0;  ///< left end of the names of the layers
  double text_size = 8.0;
  Interval minutes;
  double depth_m = 0.0;  ///< at the lower edge
};

/// Temperature over depth and time with labelled isotherms; at its left the layers to scale, named,
/// and the marked depths, which also run through the map as dashed lines; at its right the depths.
void draw_depth_map(Canvas& canvas, const History& history, const Setting& setting,
                    const DepthMap& map, const ColourScale& colours);

/// A thickness or depth as a reader wants it beside a layer: "1.6 mm", "34 mm", "0.06 in".
[[nodiscard]] std::string print_depth(double metres, quantity::UnitSystem units);

}  // namespace coldplan::drawing
