#pragma once

#include <optional>
#include <span>

/// When draws pass a limit, if the session went on.
namespace coldplan::injury {

struct Passing {
  double share = 0.0;              ///< of the draws that pass it within the horizon
  std::optional<double> earliest;  ///< when one draw in twenty has [s]
  std::optional<double> half;      ///< when half of them have [s]
  double horizon = 0.0;            ///< how long it was looked at [s]
};

/// From Proximity::reached of at least one draw. Draws that do not pass count as passing later than
/// all that is told.
[[nodiscard]] Passing passing_of(std::span<const std::optional<double>> reached, double horizon);

}  // namespace coldplan::injury
