#pragma once

#include <string>

#include "coldplan/drawing/colour.h"
#include "coldplan/drawing/scale.h"

namespace coldplan::drawing {

/// A line of text: its first part strong, the rest plain.
struct Text {
  std::string strong;
  std::string plain;
};

enum class Align { left, centre, right };

struct TextStyle {
  double size = 8.0;  ///< points
  Colour colour = ink;
  double width = 0.0;  ///< wrapped to this; 0: one line as long as it is
  int most_lines = 0;  ///< cut with "…" to so many, both ends kept; 0: never cut. Needs a width.
  Align align = Align::left;
};

/// The same words with spaces at which no line breaks, so that a number keeps its unit.
[[nodiscard]] std::string unbroken(const std::string& words);

/// What a text takes on a page, line spacing included.
[[nodiscard]] Size measure(const Text& text, const TextStyle& style);

}  // namespace coldplan::drawing
