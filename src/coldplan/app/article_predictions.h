#pragma once

#include "coldplan/evidence/article.h"
#include "coldplan/quantity/error.h"

namespace coldplan::app {

/// Fills in the numbers of the article's answers that are predictions: each form once at its usual
/// session, on the example adult. Errors as of planning::predict.
[[nodiscard]] Expected<void> predict_numbers(evidence::ArticleCheck& check);

}  // namespace coldplan::app
