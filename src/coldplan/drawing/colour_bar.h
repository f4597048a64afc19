#pragma once

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/colour_scale.h"

namespace coldplan::drawing {

/// Height of a colour bar's numbers and gap, beside that of its bar.
[[nodiscard]] double colour_bar_numbers_height(double text_size);

/// The key of a depth-time map: its bands from cold to warm in `bar`, temperatures under it. Where
/// a map freezes, the left third is what lies below 0 °C, on a scale of its own.
void draw_colour_bar(Canvas& canvas, const ColourScale& colours, const Box& bar, double text_size);

}  // namespace coldplan::drawing
