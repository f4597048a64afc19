#pragma once

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/form_axes.h"

namespace coldplan::drawing {

/// What small multiples do not say themselves, once for all of them: which colour is which tissue
/// and what the dashed lines are (left column); the layers to scale and the colours of the maps
/// (right column). Nothing where no form has a prediction. On later pages it is brief: the colours
/// alone.
struct GridKey {
  double left = 0.0;
  double column_width = 0.0;
  double gap = 0.0;  ///< between the columns
  bool brief = false;
};

[[nodiscard]] double key_height(const FormAxes& axes, const Setting& setting, const GridKey& key);
void draw_key(Canvas& canvas, const FormAxes& axes, const Setting& setting, const GridKey& key,
              double top);

}  // namespace coldplan::drawing
