#pragma once

#include <functional>
#include <span>
#include <string>

#include "coldplan/drawing/canvas.h"

/// What the marks of a plot mean, in lines as long as the page allows.
namespace coldplan::drawing {

struct KeyEntry {
  std::string words;
  std::function<void(Canvas&, const Box&)> draw;  ///< a sample of the mark in a small box
};

/// Height of the lines, the space over them included; 0 for no entry.
[[nodiscard]] double key_height(std::span<const KeyEntry> entries, double width);

/// Entries side by side and in further lines as they fit, from `at` down.
void draw_key_lines(Canvas& canvas, std::span<const KeyEntry> entries, Point at, double width);

}  // namespace coldplan::drawing
