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
  int most_lines = 0;  ///< cut with "…" after so many; 0: never cut. Needs a width.
  Align align = Align::left;
};

/// What a text takes on a page, line spacing included.
[[nodiscard]] Size measure(const Text& text, const TextStyle& style);

}  // namespace coldplan::drawing
