#pragma once

#include "coldplan/drawing/compare_picture.h"
#include "coldplan/drawing/session_picture.h"
#include "coldplan/planning/comparison.h"

namespace coldplan::report {

/// The picture of a comparison: a row of curves and depth-time map for each form, over this
/// person's paraspinal layers drawn to scale.
[[nodiscard]] drawing::ComparePicture comparison_picture(const planning::Comparison& comparison);

/// The picture of a comparison of one session.
[[nodiscard]] drawing::SessionPicture session_picture(const planning::Comparison& comparison);

}  // namespace coldplan::report
