#include "coldplan/quantity/units.h"

#include <cmath>
#include <string>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

namespace coldplan::quantity {
namespace {

constexpr double kilograms_per_pound = 0.45359237;
constexpr double metres_per_inch = 0.0254;
constexpr double inches_per_foot = 12.0;
constexpr double pascals_per_mmhg = 133.322387415;
constexpr double cubic_inches_per_gallon = 231.0;
constexpr double cubic_metres_per_cubic_inch = metres_per_inch * metres_per_inch * metres_per_inch;
constexpr double cubic_metres_per_cubic_foot =
    inches_per_foot * inches_per_foot * inches_per_foot * cubic_metres_per_cubic_inch;

/// One decimal below 100, none above: more would say what nobody knows.
std::string three_digits(double number) {
  constexpr double rounds_to_hundred = 99.95;
  return fmt::format("{:.{}f}", number, number < rounds_to_hundred ? 1 : 0);
}

struct NumberAndRest {
  double number;
  std::string_view rest;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

Expected<NumberAndRest> leading_number(std::string_view text, std::string_view allowed) {
  const std::string_view trimmed = trim(text);
  double number = 0.0;
  const auto [end, status] =
      fast_float::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), number);
  if (status != std::errc{} || !std::isfinite(number)) {
    return tl::unexpected(Error{ErrorCode::wrong_type, "", "\"" + std::string{text} + "\"",
                                std::string{allowed}, ""});
  }
  return NumberAndRest{number,
                       trim(trimmed.substr(static_cast<std::size_t>(end - trimmed.data())))};
}

Error unknown_unit(std::string_view text, std::string_view allowed) {
  return {ErrorCode::wrong_type, "", "\"" + std::string{text} + "\"", std::string{allowed}, ""};
}

/// The inches after "5ft" or "5'": may be missing altogether.
Expected<double> inches_after_feet(std::string_view rest, std::string_view whole,
                                   std::string_view allowed) {
  if (rest.empty()) {
    return 0.0;
  }
  const auto inches = leading_number(rest, allowed);
  if (!inches || !(inches->rest == "in" || inches->rest == "\"" || inches->rest.empty()) ||
      inches->number < 0.0 || inches->number >= inches_per_foot) {
    return tl::unexpected(unknown_unit(whole, allowed));
  }
  return inches->number;
}

}  // namespace

double celsius_from_fahrenheit(double fahrenheit) {
  return (fahrenheit - 32.0) / 1.8;
}

double fahrenheit_from_celsius(double celsius) {
  return celsius * 1.8 + 32.0;
}

double kilograms_from_pounds(double pounds) {
  return pounds * kilograms_per_pound;
}

double pounds_from_kilograms(double kilograms) {
  return kilograms / kilograms_per_pound;
}

double metres_from_inches(double inches) {
  return inches * metres_per_inch;
}

double inches_from_metres(double metres) {
  return metres / metres_per_inch;
}

double cubic_metres_from_gallons(double gallons) {
  return gallons * cubic_inches_per_gallon * cubic_metres_per_cubic_inch;
}

double gallons_from_cubic_metres(double volume) {
  return volume / cubic_metres_from_gallons(1.0);
}

double cubic_feet_from_cubic_metres(double volume) {
  return volume / cubic_metres_per_cubic_foot;
}

double pascals_from_mmhg(double pressure) {
  return pressure * pascals_per_mmhg;
}

Expected<double> parse_number(std::string_view text) {
  const auto parsed = leading_number(text, "a number");
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  if (!parsed->rest.empty()) {
    return tl::unexpected(unknown_unit(text, "a number"));
  }
  return parsed->number;
}

Expected<double> parse_length(std::string_view text) {
  constexpr std::string_view allowed = "a length such as 165cm, 1.65m, 65in or 5ft5in";
  const auto parsed = leading_number(text, allowed);
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  const auto [number, rest] = *parsed;
  if (rest == "cm") {
    return number / 100.0;
  }
  if (rest == "mm") {
    return number / 1000.0;
  }
  if (rest == "m") {
    return number;
  }
  if (rest == "in" || rest == "\"") {
    return metres_from_inches(number);
  }
  for (const std::string_view foot : {"ft", "'"}) {
    if (rest.starts_with(foot)) {
      const auto inches = inches_after_feet(trim(rest.substr(foot.size())), text, allowed);
      if (!inches) {
        return tl::unexpected(inches.error());
      }
      return metres_from_inches(number * inches_per_foot + *inches);
    }
  }
  return tl::unexpected(unknown_unit(text, allowed));
}

Expected<double> parse_mass(std::string_view text) {
  constexpr std::string_view allowed = "a weight such as 78kg or 172lb";
  const auto parsed = leading_number(text, allowed);
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  if (parsed->rest == "kg") {
    return parsed->number;
  }
  if (parsed->rest == "lb" || parsed->rest == "lbs") {
    return kilograms_from_pounds(parsed->number);
  }
  return tl::unexpected(unknown_unit(text, allowed));
}

Expected<double> parse_area(std::string_view text) {
  constexpr std::string_view allowed = "an area such as 200cm2 or 31in2";
  const auto parsed = leading_number(text, allowed);
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  if (parsed->rest == "cm2" || parsed->rest == "cm²") {
    return parsed->number / 1e4;
  }
  if (parsed->rest == "in2" || parsed->rest == "in²") {
    return parsed->number * metres_per_inch * metres_per_inch;
  }
  return tl::unexpected(unknown_unit(text, allowed));
}

Expected<double> parse_volume(std::string_view text) {
  constexpr std::string_view allowed = "a volume such as 200L, 53gal, 30m3 or 1060ft3";
  const auto parsed = leading_number(text, allowed);
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  for (const std::string_view litre : {"L", "l", "litre", "litres", "liter", "liters"}) {
    if (parsed->rest == litre) {
      return parsed->number / litres_per_cubic_metre;
    }
  }
  for (const std::string_view gallon : {"gal", "gallon", "gallons"}) {
    if (parsed->rest == gallon) {
      return cubic_metres_from_gallons(parsed->number);
    }
  }
  if (parsed->rest == "m3" || parsed->rest == "m³") {
    return parsed->number;
  }
  if (parsed->rest == "ft3" || parsed->rest == "ft³") {
    return parsed->number * cubic_metres_per_cubic_foot;
  }
  return tl::unexpected(unknown_unit(text, allowed));
}

Expected<double> parse_temperature(std::string_view text) {
  constexpr std::string_view allowed = "a temperature such as -18C or 32F";
  const auto parsed = leading_number(text, allowed);
  if (!parsed) {
    return tl::unexpected(parsed.error());
  }
  if (parsed->rest == "C" || parsed->rest == "°C") {
    return parsed->number;
  }
  if (parsed->rest == "F" || parsed->rest == "°F") {
    return celsius_from_fahrenheit(parsed->number);
  }
  return tl::unexpected(unknown_unit(text, allowed));
}

std::string print_temperature(double celsius, UnitSystem units) {
  return units == UnitSystem::us ? fmt::format("{:.1f} °F", fahrenheit_from_celsius(celsius))
                                 : fmt::format("{:.1f} °C", celsius);
}

std::string print_thickness(double metres, UnitSystem units) {
  return units == UnitSystem::us ? fmt::format("{:.1f} in", inches_from_metres(metres))
                                 : fmt::format("{:.0f} mm", metres * 1000.0);
}

std::string print_mass(double kilograms, UnitSystem units) {
  return units == UnitSystem::us ? three_digits(pounds_from_kilograms(kilograms)) + " lb"
                                 : three_digits(kilograms) + " kg";
}

std::string print_liquid(double volume, UnitSystem units) {
  return units == UnitSystem::us ? three_digits(gallons_from_cubic_metres(volume)) + " gal"
                                 : three_digits(volume * litres_per_cubic_metre) + " L";
}

std::string print_space(double volume, UnitSystem units) {
  return units == UnitSystem::us ? three_digits(cubic_feet_from_cubic_metres(volume)) + " ft³"
                                 : three_digits(volume) + " m³";
}

}  // namespace coldplan::quantity
