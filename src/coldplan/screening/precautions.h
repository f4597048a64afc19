#pragma once

#include <vector>

#include "coldplan/screening/screen.h"

namespace coldplan::screening {

/// What to mind in a session of a variant, before, during and after: of its form and of its traits.
[[nodiscard]] std::vector<const Precaution*> precautions_of(const Variant& variant);

/// The reasons of a form that come with a safeguard: cautions, and what an agreement lifted.
[[nodiscard]] std::vector<Reason> safeguards_of(const FormScreening& form);

}  // namespace coldplan::screening
