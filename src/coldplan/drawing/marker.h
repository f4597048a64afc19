#pragma once

#include <cstddef>

#include "coldplan/drawing/canvas.h"

/// Marks that tell kinds apart by colour and by shape.
namespace coldplan::drawing {

/// A mark of the i-th kind: seven colours that no kind of colour blindness confuses, by four shapes
/// (disc, square, triangle, cross), so that 28 kinds differ and any two neighbours in both.
void draw_marker(Canvas& canvas, std::size_t kind, Point centre, double radius);

/// Its colour: those of M. Okabe & K. Ito, "Color universal design", 2008, without the yellow,
/// which is too pale on white.
[[nodiscard]] Colour marker_colour(std::size_t kind);

}  // namespace coldplan::drawing
