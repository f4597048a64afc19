#pragma once

#include <span>
#include <string_view>

#include "coldplan/quantity/error.h"

namespace coldplan::applicator {

/// What lies between a pack and the skin.
enum class Barrier { dry_towel, wet_towel, dressing };

/// What holds a pack on.
enum class Wrap { none, elastic, flexible };

/// Thermal resistance of a barrier [m² K/W].
[[nodiscard]] double resistance_of(Barrier barrier);

/// Factor of a wrap on the contact conductance of a loose pack [-].
[[nodiscard]] double factor_of(Wrap wrap);

/// "dry_towel" -> Barrier, or an error that lists the known words. `place` names it in the error.
[[nodiscard]] Expected<Barrier> barrier_from(std::string_view word, std::string_view place);
[[nodiscard]] Expected<Wrap> wrap_from(std::string_view word, std::string_view place);

/// For a reader: "dry towel".
[[nodiscard]] std::string_view name_of(Barrier barrier);

}  // namespace coldplan::applicator
