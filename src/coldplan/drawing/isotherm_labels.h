#pragma once

#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/colour_scale.h"
#include "coldplan/drawing/history.h"

namespace coldplan::drawing {

struct IsothermStyle {
  quantity::UnitSystem units = quantity::UnitSystem::metric;
  double text_size = 8.0;
  std::vector<Box> keep_free = {};  ///< no label is put here
};

/// The isotherms of a history's map over `box`, each broken for its temperature where there is room
/// for one: on the line, away from the edges and from other labels. Returns where the labels are.
std::vector<Box> draw_isotherms(Canvas& canvas, const History& history, const Box& box,
                                const ColourScale& colours, const IsothermStyle& style);

}  // namespace coldplan::drawing
