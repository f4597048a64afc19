#pragma once

#include <vector>

#include "coldplan/drawing/field.h"
#include "coldplan/drawing/scale.h"

namespace coldplan::drawing {

/// The lines along which a field has a value, by marching squares with linear interpolation; a
/// saddle is cut according to the mean of its corners. Points are in grid steps: x = column, y =
/// row. A closed line repeats its first point at its end. Longest first.
[[nodiscard]] std::vector<std::vector<Point>> isotherms(const Field& field, double level);

}  // namespace coldplan::drawing
