#pragma once

#include <cmath>
#include <optional>

#include <nlohmann/json.hpp>

/// Numbers of a `--json` answer.
namespace coldplan::report {

/// To three decimals.
[[nodiscard]] inline double rounded(double value) {
  // numerical: the digits that are shown.
  constexpr double digits = 1000.0;
  return std::round(value * digits) / digits;
}

/// The same in another unit, null where there is none.
[[nodiscard]] inline nlohmann::ordered_json number_or_null(const std::optional<double>& value,
                                                           double unit = 1.0) {
  return value ? nlohmann::ordered_json(rounded(*value / unit)) : nlohmann::ordered_json(nullptr);
}

}  // namespace coldplan::report
