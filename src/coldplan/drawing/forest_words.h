#pragma once

#include "coldplan/drawing/forest_layout.h"

/// The parts of a forest picture that are words alone: heads of columns, and studies without a
/// number.
namespace coldplan::drawing {

/// Height of the heads with the rule under them.
[[nodiscard]] double forest_heads_height(const ForestPicture& picture,
                                         const ForestColumns& columns);
/// All on one lower edge, over a rule, from `at` down.
void draw_forest_heads(Canvas& canvas, const ForestPicture& picture, const ForestColumns& columns,
                       Point at);

/// Height of the table of what is not pooled, the space over it included; 0 without such studies.
[[nodiscard]] double not_pooled_height(const ForestPicture& picture, const ForestColumns& columns);
void draw_not_pooled(Canvas& canvas, const ForestPicture& picture, const ForestColumns& columns,
                     Point at);

}  // namespace coldplan::drawing
