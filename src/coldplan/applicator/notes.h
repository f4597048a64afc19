#pragma once

#include <string_view>

#include "coldplan/applicator/form.h"

namespace coldplan::applicator {

/// The longest session [s] that the protocols of a variant know, or `otherwise` where none is on
/// record.
[[nodiscard]] double longest_session(std::string_view variant, double otherwise);

/// Common beginnings of a form: its names, and its usual and longest session.
[[nodiscard]] Form form_of(std::string_view id, std::string_view variant, std::string_view name,
                           facts::Id duration);

}  // namespace coldplan::applicator
