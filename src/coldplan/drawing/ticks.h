#pragma once

#include <string>
#include <vector>

#include "coldplan/quantity/units.h"

namespace coldplan::drawing {

/// The marks of an axis: whole multiples of a nice step.
struct Ticks {
  double step = 1.0;
  int decimals = 0;            ///< as many as the step needs
  std::vector<double> values;  ///< ascending
};

/// About `wanted` ticks inside [low, high], at multiples of 1, 2 or 5 times a power of ten
/// (P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990). A range of no width is
/// widened by one half on each side.
[[nodiscard]] Ticks nice_ticks(double low, double high, int wanted);

/// As nice_ticks, but the first and the last tick lie on or outside the range.
[[nodiscard]] Ticks enclosing_ticks(double low, double high, int wanted);

/// "−5" or "2.5": with a true minus sign, and never "−0".
[[nodiscard]] std::string print_tick(double value, int decimals);

/// "−4.2 °C" in the reader's unit, unbroken, with a true minus sign.
[[nodiscard]] std::string print_temperature_label(double celsius, quantity::UnitSystem units);

}  // namespace coldplan::drawing
