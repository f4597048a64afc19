#include "coldplan/drawing/key_lines.h"

#include <algorithm>
#include <vector>

namespace coldplan::drawing {
namespace {

constexpr double text_size = 8.0;
constexpr double sample_width = 20.0;
constexpr double sample_gap = 5.0;
constexpr double entry_gap = 18.0;
constexpr double line_gap = 3.0;
constexpr double room_above = 8.0;

TextStyle style_of(double width) {
  return {text_size, ink, width - sample_width - sample_gap};
}

/// Where an entry's sample begins, under the upper edge of all.
struct Place {
  Point at;
  double height = 0.0;
};

std::vector<Place> places_of(std::span<const KeyEntry> entries, double width) {
  std::vector<Place> places;
  Point at{0.0, room_above};
  double line_height = 0.0;
  for (const KeyEntry& entry : entries) {
    const Size size = measure({"", entry.words}, style_of(width));
    const double taken = sample_width + sample_gap + size.width;
    if (at.x > 0.0 && at.x + taken > width) {
      at = {0.0, at.y + line_height + line_gap};
      line_height = 0.0;
    }
    places.push_back({at, size.height});
    at.x += taken + entry_gap;
    line_height = std::max(line_height, size.height);
  }
  return places;
}

}  // namespace

double key_height(std::span<const KeyEntry> entries, double width) {
  double height = 0.0;
  for (const Place& place : places_of(entries, width)) {
    height = std::max(height, place.at.y + place.height);
  }
  return height;
}

void draw_key_lines(Canvas& canvas, std::span<const KeyEntry> entries, Point at, double width) {
  const std::vector<Place> places = places_of(entries, width);
  const double line = measure({"", "x"}, {text_size, ink}).height;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Point corner{at.x + places[i].at.x, at.y + places[i].at.y};
    entries[i].draw(canvas, {corner.x, corner.y, corner.x + sample_width, corner.y + line});
    canvas.text({"", entries[i].words}, style_of(width),
                {corner.x + sample_width + sample_gap, corner.y});
  }
}

}  // namespace coldplan::drawing
