#pragma once

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/compare_picture.h"

/// A few forms, a row each, on a page across.
namespace coldplan::drawing {

[[nodiscard]] Size rows_size(const ComparePicture& picture);
void compose_rows(Canvas& canvas, const ComparePicture& picture);

}  // namespace coldplan::drawing
