#include "coldplan/drawing/marker.h"

#include <array>

namespace coldplan::drawing {
namespace {

constexpr double full = 255.0;

constexpr Colour from_bytes(double red, double green, double blue) {
  return {red / full, green / full, blue / full};
}

constexpr std::array<Colour, 7> colours{
    from_bytes(0.0, 114.0, 178.0),    // blue
    from_bytes(213.0, 94.0, 0.0),     // vermillion
    from_bytes(0.0, 158.0, 115.0),    // bluish green
    from_bytes(204.0, 121.0, 167.0),  // reddish purple
    from_bytes(86.0, 180.0, 233.0),   // sky blue
    from_bytes(230.0, 159.0, 0.0),    // orange
    from_bytes(0.0, 0.0, 0.0),        // black
};
constexpr std::size_t shapes = 4;

/// A triangle as a pile of bars would look stepped; three strokes round and across it do not.
void draw_triangle(Canvas& canvas, Point centre, double radius, const Colour& colour) {
  const double low = centre.y + 0.6 * radius;
  const std::array<Point, 4> outline{{{centre.x, centre.y - radius},
                                      {centre.x + radius, low},
                                      {centre.x - radius, low},
                                      {centre.x, centre.y - radius}}};
  canvas.lines(outline, {colour, 0.55 * radius});
}

void draw_cross(Canvas& canvas, Point centre, double radius, const Colour& colour) {
  const double arm = 0.8 * radius;
  const Stroke stroke{colour, 0.6 * radius};
  canvas.line({centre.x - arm, centre.y - arm}, {centre.x + arm, centre.y + arm}, stroke);
  canvas.line({centre.x - arm, centre.y + arm}, {centre.x + arm, centre.y - arm}, stroke);
}

}  // namespace

Colour marker_colour(std::size_t kind) {
  return colours.at(kind % colours.size());
}

void draw_marker(Canvas& canvas, std::size_t kind, Point centre, double radius) {
  const Colour colour = marker_colour(kind);
  switch (kind % shapes) {
    case 0:
      canvas.disc(centre, radius, colour);
      break;
    case 1: {
      const double half = 0.85 * radius;
      canvas.fill({centre.x - half, centre.y - half, centre.x + half, centre.y + half}, colour);
      break;
    }
    case 2:
      draw_triangle(canvas, centre, radius, colour);
      break;
    default:
      draw_cross(canvas, centre, radius, colour);
  }
}

}  // namespace coldplan::drawing
