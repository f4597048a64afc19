#pragma once

#include "coldplan/drawing/canvas.h"
#include "coldplan/drawing/compare_picture.h"
#include "coldplan/drawing/session_picture.h"

/// The steps of draw(), apart, so that tests can ask a canvas where its texts went. Pictures must
/// be sound: draw() checks them first.
namespace coldplan::drawing {

[[nodiscard]] Size page_size(const SessionPicture& picture);
[[nodiscard]] Size page_size(const ComparePicture& picture);

void compose(Canvas& canvas, const SessionPicture& picture);
void compose(Canvas& canvas, const ComparePicture& picture);

}  // namespace coldplan::drawing
