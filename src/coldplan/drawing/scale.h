#pragma once

#include <span>

#include "coldplan/quantity/units.h"

namespace coldplan::drawing {

struct Point {
  double x = 0.0;
  double y = 0.0;
};

struct Size {
  double width = 0.0;
  double height = 0.0;
};

/// A rectangle on the page in points (1/72 inch), y downward.
struct Box {
  double left = 0.0;
  double top = 0.0;
  double right = 0.0;
  double bottom = 0.0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
};

/// Whether two boxes share more than an edge, each grown by half of `gap`.
[[nodiscard]] bool overlap(const Box& one, const Box& other, double gap = 0.0);

/// Whether `inner` lies wholly in `outer`, edges included.
[[nodiscard]] bool contains(const Box& outer, const Box& inner);

/// Smallest and largest of some values.
struct Interval {
  double low = 0.0;
  double high = 0.0;
};

/// The interval of non-empty values, widened to hold `start`.
[[nodiscard]] Interval widened(Interval start, std::span<const double> values);
/// The interval of values; {0, 0} for none.
[[nodiscard]] Interval interval_of(std::span<const double> values);

/// A linear axis: where on the page a value stands.
struct Scale {
  Interval values;
  double from = 0.0;  ///< place of values.low
  double to = 1.0;    ///< place of values.high

  [[nodiscard]] double operator()(double value) const {
    return from + (value - values.low) / (values.high - values.low) * (to - from);
  }
};

/// °C -> what the reader's thermometer shows.
[[nodiscard]] double shown_temperature(double celsius, quantity::UnitSystem units);
/// metres -> mm or inches.
[[nodiscard]] double shown_depth(double metres, quantity::UnitSystem units);
/// "°C" or "°F".
[[nodiscard]] const char* temperature_unit(quantity::UnitSystem units);
/// "mm" or "in".
[[nodiscard]] const char* depth_unit(quantity::UnitSystem units);

}  // namespace coldplan::drawing
