#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "coldplan/facts/facts.h"
#include "coldplan/quantity/error.h"

/// What the small calculators (`bath`, `oxygen`) share.
namespace coldplan::app {

/// What a flag may hold, in the words and the unit of its error: "a volume of a bath (20 to 5000
/// L)".
struct Allowed {
  std::string_view noun;
  double least = 0.0;
  double most = 0.0;
  std::string_view unit;  ///< empty: a bare number
};

/// The air of a room [m³], from a booth to a hall.
inline constexpr Allowed allowed_room{"a room", 1.0, 1e5, "m³"};

/// The number of a flag, or an error that names it, the value as given and the range.
[[nodiscard]] Expected<double> within(std::string_view flag, std::string_view given, double value,
                                      const Allowed& allowed);

/// A volume of liquid [m³] from a flag that counts litres: "8", "8L" or "2gal", and "1L/h" of a
/// flow. The range is in litres.
[[nodiscard]] Expected<double> litres_of(std::string_view flag, const std::string& text,
                                         const Allowed& allowed);

/// Facts for `--json`: id, value, unit, source and how it was read.
[[nodiscard]] nlohmann::ordered_json basis_json(std::span<const facts::Id> ids);

/// A line of text under the mark of a warning.
[[nodiscard]] std::string warning_lines(std::string_view text);

}  // namespace coldplan::app
