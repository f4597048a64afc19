#pragma once

#include <optional>
#include <string_view>

#include "coldplan/posterior/parameters.h"

namespace coldplan::posterior {

/// The name of a score in files: that of its enumerator.
[[nodiscard]] std::string_view name_of(Score score);

/// The score of a name; none for a name that is not one.
[[nodiscard]] std::optional<Score> score_from(std::string_view name);

}  // namespace coldplan::posterior
