#pragma once

#include <optional>

#include "coldplan/injury/coefficients.h"

/// Arteries of fingers that close in the cold, in people with Raynaud's.
///
///     P_close(T) = Φ((μ − T)/σ),   μ/σ = 18.31/1.07 mild, 20.83/1.32 moderate, 25.53/1.38 severe
///
/// closing temperatures in 44 people, measured by ultrasound while a finger was cooled; how many
/// were of each severity was not in the text read. P_close is the share of measured people of a
/// severity whose artery would be closed. It does not describe every patient: of 18 women with the
/// primary disease 11 had closed arteries at 10 °C, where the curve of the mild has all closed.
namespace coldplan::injury {

enum class RaynaudSeverity { mild, moderate, severe };

/// Closing temperatures of a severity [°C, K].
struct ClosingTemperature {
  double mean = 0.0;
  double sd = 0.0;
};

[[nodiscard]] ClosingTemperature closing_temperature(RaynaudSeverity severity);

/// Share of measured people of a severity whose finger artery is closed at a finger temperature
/// [°C].
[[nodiscard]] double closed_share(RaynaudSeverity severity, double finger);

/// The closing temperature of one person of a severity, in one draw [°C].
[[nodiscard]] double drawn_closing_temperature(RaynaudSeverity severity, const Coefficients& drawn);

/// How many people the numbers are of.
[[nodiscard]] double raynaud_people();

/// How far blood pressure falls in the fingers of healthy people [share] at a finger temperature
/// [°C], linear between 30 and 10 °C; none outside, where nothing was read.
[[nodiscard]] std::optional<double> normal_pressure_drop(double finger);

}  // namespace coldplan::injury
