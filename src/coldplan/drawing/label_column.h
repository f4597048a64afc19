#pragma once

#include <span>
#include <vector>

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/text.h"

namespace coldplan::drawing {

/// A label in a column beside a panel, joined by a thin line to what it names.
struct ColumnLabel {
  Text text;
  Colour colour = ink;
  Point names;  ///< where the thin line begins
};

/// Where the labels stand: right of a panel (left-aligned) or left of it (right-aligned).
struct LabelColumn {
  Box box;
  Align align = Align::left;
  double text_size = 8.0;
};

/// A label's style and the upper edge of its text.
struct PlacedLabel {
  TextStyle style;
  double top = 0.0;
  double height = 0.0;
};

/// All labels in the column, none over another: wrapped to its width, then smaller, then cut with
/// "…" after two lines and one, and at last as small as it takes.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const ColumnLabel> labels,
                                                    const LabelColumn& column);

void draw_label_column(Canvas& canvas, std::span<const ColumnLabel> labels,
                       const LabelColumn& column);

}  // namespace coldplan::drawing
