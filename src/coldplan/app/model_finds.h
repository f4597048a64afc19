#pragma once

#include <string>

#include "coldplan/applicator/forms.h"

namespace coldplan::app {

/// What the model finds of a form at its usual session on bare skin, in two sentences: the coldest
/// that skin and muscle 2 cm under the fat get in a woman of 58, 165 cm and 78 kg at the median fat
/// of her measures, each with its 5 to 95 % interval. Where the form claims nothing under the skin,
/// the second says so; where the model cannot compute the session, the reason why.
[[nodiscard]] std::string model_finds(const applicator::Form& form);

}  // namespace coldplan::app
