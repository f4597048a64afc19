#pragma once

#include <string>
#include <variant>
#include <vector>

#include "coldplan/drawing/scatter_picture.h"
#include "coldplan/drawing/share_picture.h"
#include "coldplan/study/validation.h"

namespace coldplan::report {

/// A picture of a validation, the file it goes into, and what stands under it on a page.
struct ValidationPicture {
  std::string file;  ///< "predicted-muscle.svg"
  std::string caption;
  std::variant<drawing::ScatterPicture, drawing::SharePicture> picture;
};

/// For each group of tissue with temperatures, predicted against measured; for skin and muscle
/// under local forms, how far off by the thickness of fat and by the minutes since the cooling
/// began; the coverage of intervals by group. A picture that would be empty is left out.
///
/// Falls ("temperature_drop_C" and the like) have a panel of their own, positive the colder; among
/// differences they are turned, so that above zero is always too warm.
[[nodiscard]] std::vector<ValidationPicture> validation_pictures(
    const study::Validation& validation);

}  // namespace coldplan::report
