#pragma once

#include <string>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

/// The person's layers, left of a plot that has depths downward.
struct LayerStrip {
  Box plot;
  double labels_left = 0.0;  ///< left end of the names
  double text_size = 8.0;
  Scale depth;         ///< of metres, over the height of the plot
  bool brief = false;  ///< narrow and without names
};

/// The layers to scale, their borders also across the plot; the marked depths as dashed lines
/// across both; their names at the left.
void draw_layer_strip(Canvas& canvas, const Setting& setting, const LayerStrip& strip);

/// The marks' lines as boxes of which other texts keep clear.
[[nodiscard]] std::vector<Box> boxes_of(std::span<const Mark> marks, const Box& plot,
                                        const Scale& depth);

/// A thickness or depth as a reader wants it beside a layer: "1.6 mm", "34 mm", "0.06 in".
[[nodiscard]] std::string print_depth(double metres, quantity::UnitSystem units);

}  // namespace coldplan::drawing
