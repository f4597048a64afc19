#pragma once

#include <string>
#include <string_view>

#include "coldplan/quantity/error.h"

/// Units at the edges of the house. Inside, everything is SI and °C.
///
/// The factors are exact by definition: 1 in = 0.0254 m and 1 lb = 0.45359237 kg (international
/// yard and pound agreement of 1959), 1 gal (US) = 231 in³ (NIST Special Publication 811, appendix
/// B), 1 mmHg = 133.322387415 Pa (mercury of 13595.1 kg/m³ under 9.80665 m/s², same appendix).
namespace coldplan::quantity {

/// Times are in seconds inside and in minutes at the edges.
inline constexpr double seconds_per_minute = 60.0;
inline constexpr double seconds_per_hour = 3600.0;
/// Volumes are in m³ inside.
inline constexpr double litres_per_cubic_metre = 1000.0;

/// Which units a person reads.
enum class UnitSystem { metric, us };

[[nodiscard]] double celsius_from_fahrenheit(double fahrenheit);
[[nodiscard]] double fahrenheit_from_celsius(double celsius);
[[nodiscard]] double kilograms_from_pounds(double pounds);
[[nodiscard]] double pounds_from_kilograms(double kilograms);
[[nodiscard]] double metres_from_inches(double inches);
[[nodiscard]] double inches_from_metres(double metres);
/// Gallons of the United States.
[[nodiscard]] double cubic_metres_from_gallons(double gallons);
[[nodiscard]] double gallons_from_cubic_metres(double volume);
[[nodiscard]] double cubic_feet_from_cubic_metres(double volume);
/// Millimetres of mercury.
[[nodiscard]] double pascals_from_mmhg(double pressure);

/// "165cm", "1.65 m", "65in", "5ft5in", "5'5\"" -> metres. A bare number is refused: the unit
/// decides.
[[nodiscard]] Expected<double> parse_length(std::string_view text);
/// "78kg" or "172 lb" -> kilograms.
[[nodiscard]] Expected<double> parse_mass(std::string_view text);
/// "200cm2" or "31in2" -> m².
[[nodiscard]] Expected<double> parse_area(std::string_view text);
/// "200L", "200 litres", "53gal" (US), "30m3" or "1060ft3" -> m³.
[[nodiscard]] Expected<double> parse_volume(std::string_view text);
/// "0C", "-18 °C" or "32F" -> °C.
[[nodiscard]] Expected<double> parse_temperature(std::string_view text);
/// A whole text as a number with a point, independent of the locale.
[[nodiscard]] Expected<double> parse_number(std::string_view text);

/// A temperature for a reader: "10.3 °C" or "50.5 °F".
[[nodiscard]] std::string print_temperature(double celsius, UnitSystem units);
/// A length for a reader, from metres: "25 mm" or "1.0 in".
[[nodiscard]] std::string print_thickness(double metres, UnitSystem units);
/// A mass for a reader: "22.3 kg" or "49.1 lb".
[[nodiscard]] std::string print_mass(double kilograms, UnitSystem units);
/// A volume of liquid for a reader, from m³: "200 L" or "52.8 gal"; from 100 on without decimals.
[[nodiscard]] std::string print_liquid(double volume, UnitSystem units);
/// A volume of a room or of gas for a reader, from m³: "30.0 m³" or "1059 ft³".
[[nodiscard]] std::string print_space(double volume, UnitSystem units);

}  // namespace coldplan::quantity
