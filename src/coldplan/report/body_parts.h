#pragma once

#include <cstddef>
#include <string>

#include "coldplan/planning/body_outcome.h"

/// Pieces of the text of whole-body cold.
namespace coldplan::report {

/// A temperature with its unit: "10.2 °C" or "50.4 °F".
[[nodiscard]] std::string temperature(double celsius, quantity::UnitSystem units);

/// The sample at a time [s], or the last before it.
[[nodiscard]] std::size_t sample_at(const planning::BodyOutcome& outcome, double time);

/// Whether any time after the cold was simulated: not where none was asked for, nor where skin of
/// the median froze before.
[[nodiscard]] bool is_followed(const planning::BodyOutcome& outcome);

/// What cools: for gas the temperature displayed and that at the skin, for water its film, and how
/// warm the bath ends or what holding it takes.
[[nodiscard]] std::string source_text(const planning::BodyOutcome& outcome);

}  // namespace coldplan::report
