#pragma once

#include <span>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/colour_scale.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

/// The deepest depth of some histories' maps, in metres.
[[nodiscard]] double shared_depth(std::span<const History* const> histories);

/// Where a depth-time map stands and what its axes span.
struct DepthMap {
  Box plot;                  ///< skin at the top, minutes to the right
  double labels_left = 0.0;  ///< left end of the names of the layers
  double text_size = 8.0;
  Interval minutes;
  double depth_m = 0.0;  ///< at the lower edge
  bool brief = false;    ///< a narrow strip of layers without names, for small maps
};

/// Temperature over depth and time with labelled isotherms, frozen tissue hatched; at its left the
/// layers to scale, named, and the marked depths, which also run through the map as dashed lines;
/// at its right the depths. A map that ends above the lower edge says so under it.
void draw_depth_map(Canvas& canvas, const History& history, const Setting& setting,
                    const DepthMap& map, const ColourScale& colours);

}  // namespace coldplan::drawing
