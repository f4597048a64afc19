#pragma once

#include <span>
#include <string>

#include "coldplan/report/validation_pictures.h"
#include "coldplan/study/validation.h"

namespace coldplan::report {

/// The page that shows a validation, as Markdown: how it was made (`command`, without date, so that
/// the same input gives the same bytes), pictures, scores by tissue, form and study, the noise
/// floor, people one by one where there are enough, what was not predicted and why, what is not
/// known. Pictures are named as files beside it.
[[nodiscard]] std::string validation_page(const study::Validation& validation,
                                          std::span<const ValidationPicture> pictures,
                                          const std::string& command);

}  // namespace coldplan::report
