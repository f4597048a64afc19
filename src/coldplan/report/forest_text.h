#pragma once

#include <string>

#include "coldplan/drawing/forest_picture.h"

namespace coldplan::report {

struct ForestTextStyle {
  bool ascii = false;        ///< pure ASCII, for terminals and mail that know nothing else
  std::size_t columns = 80;  ///< width of the terminal
};

/// A forest plot for the terminal: the same value that drawing::draw() takes, without its title and
/// footer. A line a study, with "<" and ">" where an interval leaves the axis; pooled results as
/// diamonds with their notes under them; prediction intervals dotted; the axis, its directions, the
/// thresholds, and what could not be pooled. Weights are left to the picture. No colour is needed,
/// and no line is wider than the terminal. Errors: those of drawing::check; cells that leave no
/// room for the plot ("columns").
[[nodiscard]] Expected<std::string> forest_text(const drawing::ForestPicture& forest,
                                                const ForestTextStyle& style = {});

}  // namespace coldplan::report
